export { createLimits, type Limits, type Policy, type Taken } from './limits.ts'
export { limitHeaders } from './headers.ts'
export { policyFor, subjectOf } from './policy.ts'
