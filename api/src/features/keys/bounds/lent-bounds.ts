/**
 * What a key hands on is no wider than itself, in pace, addresses and time, or its own bounds would be none:
 * whoever has it could make one that has no bounds, and go on with that. A page has what its key has.
 */
import type { Key } from '@sonaqor/contract/keys'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { findKey } from '../keys.store.ts'
import { firstOutside } from './lent-bounds.store.ts'

export interface LentBounds {
  readonly requestsPerMinute: number | null
  readonly ipAllowlist: readonly string[]
  readonly expiresAt: Date | null
}

/** The bounds of a key that is issued: what is not said is as with the key that issues it. */
export async function lentBounds(scope: Scope, wanted: LentBounds): Promise<LentBounds> {
  const own = await keyBehind(scope)
  if (!own) return wanted
  if (own.requestsPerMinute !== null) {
    throw new Problem('forbidden', {
      detail:
        'A key with a rate limit of its own issues no others, for each would be a way around it. A member can, or a key without one.',
    })
  }
  const ipAllowlist = wanted.ipAllowlist.length === 0 ? own.ipAllowlist : wanted.ipAllowlist
  await requireWithin(scope, ipAllowlist, own.ipAllowlist)
  return { ...wanted, ipAllowlist, expiresAt: lentEnd(wanted.expiresAt, own.expiresAt) }
}

/** A key, or a page, holds a key to less and never to more; what it loosens, a member does. */
export async function requireTighter(
  scope: Scope,
  before: Key,
  {
    requestsPerMinute,
    ipAllowlist,
    expiresAt,
  }: Pick<Key, 'requestsPerMinute' | 'ipAllowlist' | 'expiresAt'>,
): Promise<void> {
  if (keyIdOf(scope) === null) return
  requireNoLater(scope, before, expiresAt === null ? null : new Date(expiresAt))
  const most = before.requestsPerMinute
  if (most !== null && (requestsPerMinute === null || requestsPerMinute > most)) {
    throw tooWide('requestsPerMinute', `must be at most ${most}`)
  }
  await requireWithin(scope, ipAllowlist, before.ipAllowlist)
}

/** Whoever finds a key that is about to end is not to make it last, by a rotation or otherwise. */
export function requireNoLater(scope: Scope, { expiresAt }: Key, wanted: Date | null): void {
  if (keyIdOf(scope) !== null) lentEnd(wanted ?? forEver, expiresAt)
}

const forEver = new Date(8.64e15)

function lentEnd(wanted: Date | null, own: string | null): Date | null {
  if (own === null) return wanted
  const last = new Date(own)
  if (wanted === null || wanted.getTime() === last.getTime()) return last
  if (wanted < last) return wanted
  throw tooWide('expiresAt', `must be at ${own} or before`)
}

async function requireWithin(
  scope: Scope,
  wanted: readonly string[],
  own: readonly string[],
): Promise<void> {
  if (own.length === 0) return
  if (wanted.length === 0) throw tooWide('ipAllowlist', 'must name addresses of the list before')
  const place = await firstOutside(scope, wanted, own)
  if (place !== null) throw tooWide(`ipAllowlist/${place}`, 'lies outside of the list before')
}

async function keyBehind(scope: Scope): Promise<Key | undefined> {
  const id = keyIdOf(scope)
  return id === null ? undefined : findKey(scope, id)
}

function keyIdOf({ principal }: Scope): string | null {
  if (principal.kind === 'embed') return principal.keyId
  return principal.kind === 'key' ? principal.id : null
}

const tooWide = (field: string, detail: string) =>
  new Problem('forbidden', {
    detail: 'A key gives no more than it has, and makes no bound wider. A member can.',
    errors: [{ detail, pointer: `#/${field}` }],
  })
