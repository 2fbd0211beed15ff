import { partOf } from '../part.ts'

/** One's own account and what is set up there, fetched when it is opened. */
export const accountPart = partOf(
  () => import(/* webpackChunkName: "account" */ './account-parts.ts'),
)

/** Where the page of one's own account is; no module brings it. */
export const accountPath = '/account'

/** Whoever was led there, because something takes a second factor that they do not have. */
export const becauseOfStepUp = { because: 'step-up' } as const
