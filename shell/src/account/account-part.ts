import { partOf } from '../part.ts'

/** One's own account and what is set up there, fetched when it is opened. */
export const accountPart = partOf(
  () => import(/* webpackChunkName: "account" */ './account-parts.ts'),
)
