/** All of it. Whoever only receives webhooks imports `@sonaqor/client/webhooks`. */
export { createClient, type ClientOptions, type DeprecationNotice } from './client.ts'
export type { Deprecation } from './deprecation.ts'
export { ConnectionError, ProblemError, SonaqorError, TimeoutError } from './errors.ts'
export type { Answer, CallOptions, List, Operation, Page, Rows } from './operation.ts'
export type { RateLimit } from './rate-limits.ts'
export type { Retry } from './send.ts'
export * from './webhooks.ts'
export type * from './operations.ts'
