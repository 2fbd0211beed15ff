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

export interface LimitTaken {
  readonly policy: Policy
  readonly taken: Taken
}

/** `RateLimit-Policy` and `RateLimit` as structured fields, one item for each; `t` is seconds from now. */
export function limitHeaders(all: readonly LimitTaken[]): Record<string, string> {
  const items = all.map(({ policy, taken }) => {
    const { name, policy: whole } = saidOf(policy)
    return { whole, left: `${name};r=${taken.remaining};t=${taken.resetSeconds}` }
  })
  return {
    'ratelimit-policy': items.map(({ whole }) => whole).join(', '),
    ratelimit: items.map(({ left }) => left).join(', '),
  }
}
