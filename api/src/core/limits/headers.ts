import { serializeBareItem, serializeItem } from 'structured-headers'
import type { Policy, Taken } from './limits.ts'

/** Policies are few, and their names are said with each answer. */
const said = new Map<string, { readonly name: string; readonly policy: string }>()

function saidOf({ name, requests, seconds }: Policy) {
  const key = `${name} ${requests} ${seconds}`
  const known = said.get(key)
  if (known) return known
  const fresh = {
    name: serializeBareItem(name),
    policy: serializeItem([
      name,
      new Map([
        ['q', requests],
        ['w', seconds],
      ]),
    ]),
  }
  said.set(key, fresh)
  return fresh
}

/** `RateLimit-Policy` and `RateLimit` as structured fields; `t` is seconds from now. */
export function limitHeaders(policy: Policy, taken: Taken): Record<string, string> {
  const { name, policy: whole } = saidOf(policy)
  return {
    'ratelimit-policy': whole,
    ratelimit: `${name};r=${taken.remaining};t=${taken.resetSeconds}`,
  }
}
