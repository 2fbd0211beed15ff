/** How a key is renamed, narrowed and held to bounds while it is in use. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { keyEvents, type Key, type keys } from '@sonaqor/contract/keys'
import { canonicalAddress } from '../../../core/addresses/index.ts'
import { requireRevision, type Seen } from '../../../core/implement/index.ts'
import { Problem, type FieldError } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { allowlistOf, rangeFor } from '../../apps/index.ts'
import { moveExpiry, writeBounds } from './bounds.store.ts'
import { requireTighter } from './lent-bounds.ts'
import { futureOf, note, requireProof, tell } from '../keys.service.ts'
import { noKey } from '../no-key.ts'
import * as store from '../keys.store.ts'

type Change = InputOf<typeof keys.update>['body']
type Bounds = Pick<Key, (typeof names)[number]>

/**
 * What changes nothing leaves nothing behind. A key of production is held to other bounds by nobody who
 * only found an open page; what it is called opens nothing and shuts nobody out.
 */
export async function updateKey(
  scope: Scope,
  id: string,
  { confirm = false, ...change }: Change,
  seen: Seen,
): Promise<Key> {
  const before = (await store.lockKey(scope, id)) ?? noKey()
  requireRevision(seen, before.revision)
  if (before.state !== 'active') {
    throw new Problem('conflict', { detail: `The key is ${before.state}, and changes no more.` })
  }
  if (change.scopes) requireNarrower(before, change.scopes)
  const wanted = boundsOf(scope, before, change)
  const changed = names.filter((name) => !isSame(before[name], wanted[name]))
  if (changed.length === 0) return before
  await requireTighter(scope, before, wanted)
  const isOfBounds = changed.some((name) => name !== 'label')
  if (isOfBounds && before.environment === 'production') await requireProof(scope)
  if (changed.includes('ipAllowlist') && !confirm) await requireOwnAddress(scope, id, wanted)
  if (changed.includes('expiresAt') && !confirm) requireOwnTime(scope, before, wanted)
  await writeBounds(scope, before, wanted)
  if (changed.includes('expiresAt')) await moveExpiry(scope, id)
  const after = (await store.findKey(scope, id)) ?? noKey()
  await (isOfBounds ? tell : note)(scope, keyEvents.updated, after, before)
  // Whoever may still listen comes back at once, with what is left to them.
  if (changed.some((name) => heldBySockets.has(name))) await scope.closeSockets(id)
  return after
}

const names = ['label', 'scopes', 'ipAllowlist', 'requestsPerMinute', 'expiresAt'] as const
/** What a socket was opened by, and goes on with. */
const heldBySockets: ReadonlySet<string> = new Set(['scopes', 'ipAllowlist', 'expiresAt'])

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function boundsOf(scope: Scope, before: Key, change: Omit<Change, 'confirm'>): Bounds {
  const { label, scopes, ipAllowlist, requestsPerMinute, expiresAt } = change
  return {
    label: label ?? before.label,
    scopes: scopes
      ? before.scopes.filter((name) => scopes.some((one) => one === name))
      : before.scopes,
    ipAllowlist: ipAllowlist ? allowlistOf(ipAllowlist) : before.ipAllowlist,
    requestsPerMinute:
      requestsPerMinute === undefined ? before.requestsPerMinute : requestsPerMinute,
    expiresAt: expiresAt === undefined ? before.expiresAt : endOf(scope, before, expiresAt),
  }
}

/** The same moment written in another way is no change. */
function endOf(scope: Scope, { expiresAt }: Key, wanted: string | null): string | null {
  const ends = futureOf(scope, wanted)?.toISOString() ?? null
  return ends !== null && expiresAt !== null && Date.parse(ends) === Date.parse(expiresAt)
    ? expiresAt
    : ends
}

/** Its secret is with somebody by now, to whom no more was promised. */
function requireNarrower(before: Key, scopes: NonNullable<Change['scopes']>): void {
  const errors = scopes.flatMap((name, place): FieldError[] =>
    before.scopes.includes(name)
      ? []
      : [{ detail: 'is a scope that the key does not have', pointer: `#/scopes/${place}` }],
  )
  if (errors.length === 0) return
  const detail = 'A key never gains a scope. Issue another one that has it.'
  throw new Problem('invalid', { detail, errors })
}

/** A key that would shut itself out could not take it back. */
async function requireOwnAddress(scope: Scope, id: string, { ipAllowlist }: Bounds): Promise<void> {
  const { principal, request } = scope
  if (principal.kind !== 'key' || principal.id !== id || ipAllowlist.length === 0) return
  const address = canonicalAddress(request.ip)
  if (address && (await rangeFor(scope, address, ipAllowlist)) !== null) return
  throw new Problem('conflict', {
    detail: `The next request of this key from ${address ?? 'its address'} would be refused. Send confirm to do it all the same.`,
    errors: [{ detail: 'does not hold your own address', pointer: '#/ipAllowlist' }],
  })
}

/** Nor could one that brings its own end nearer, for no key puts an end off. */
function requireOwnTime({ principal }: Scope, before: Key, { expiresAt }: Bounds): void {
  if (principal.kind !== 'key' || principal.id !== before.id || expiresAt === null) return
  throw new Problem('conflict', {
    detail: `This key would end at ${expiresAt}, and could not put that off again. Send confirm to do it all the same.`,
    errors: [{ detail: 'is nearer than the end that the key has', pointer: '#/expiresAt' }],
  })
}
