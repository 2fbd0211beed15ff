export { idempotently, keptHours, type Repeatable } from './idempotently.ts'
export { readIdempotencyKey } from './key.ts'
