export { idempotently, type Repeatable } from './idempotently.ts'
export { readIdempotencyKey } from './key.ts'
