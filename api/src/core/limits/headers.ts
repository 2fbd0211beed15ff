import { serializeList, type Item } from 'structured-headers'
import type { Policy, Taken } from './limits.ts'

/** `RateLimit-Policy` and `RateLimit` as structured fields; `t` is seconds from now. */
export function limitHeaders(policy: Policy, taken: Taken): Record<string, string> {
  const item = (parameters: Record<string, number>): Item => [
    policy.name,
    new Map(Object.entries(parameters)),
  ]
  return {
    'ratelimit-policy': serializeList([item({ q: policy.requests, w: policy.seconds })]),
    ratelimit: serializeList([item({ r: taken.remaining, t: taken.resetSeconds })]),
  }
}
