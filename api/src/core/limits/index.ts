export { createLimits, type Limits, type Policy, type Taken } from './limits.ts'
export { limitHeaders } from './headers.ts'
export { networkOf, policyFor, subjectOf } from './policy.ts'
export { countRefusal } from './refusals.ts'
