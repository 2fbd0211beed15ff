/** What the doctor finds, worked out from facts alone: the same in a partner's page and in the shell. */
export { checkClock } from './clock.ts'
export {
  areaOf,
  findingStates,
  worstOf,
  type Area,
  type Finding,
  type FindingState,
} from './finding.ts'
export { readPasted, type PageHeaders } from './headers.ts'
export { checkIsolation } from './isolation.ts'
export { checkOrigin } from './origin.ts'
export { checkPolicy, mendPolicies, strictPolicy } from './policy.ts'
