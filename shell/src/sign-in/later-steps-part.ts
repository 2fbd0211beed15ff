import { partOf } from '../part.ts'

/** What few need before they are signed in: the second step, and passkeys. */
export const laterSteps = partOf(
  () => import(/* webpackChunkName: "later-steps" */ './later-steps.ts'),
)
