/** How a key gets a new secret, and how long the one before it goes on working. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { overlapSeconds } from '@sonaqor/contract/key-rotation'
import { keyEvents, type IssuedKey, type Key, type keys } from '@sonaqor/contract/keys'
import { can } from '../../core/access/index.ts'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { endsOf, makeSecret } from './key-format.ts'
import { futureOf, noKey, requireProof, tell } from './keys.service.ts'
import * as store from './keys.store.ts'
import { cutOverlap, replaceSecret } from './rotation.store.ts'
import { forgetSecretUses } from './secret-uses.store.ts'

export { showRotation } from './rotation.view.ts'

type Rotation = InputOf<typeof keys.rotate>['body']

/**
 * Whoever is shown a secret holds all that it opens, or else rotating would be a way to more. Of three
 * secrets nobody could say any more who uses which; so there are two, unless somebody ends both at once
 * because one of them has leaked.
 */
export async function rotateKey(
  scope: Scope,
  id: string,
  { overlap, expiresAt }: Rotation,
  seen: Seen,
): Promise<IssuedKey> {
  const before = await lockActive(scope, id, seen)
  requireRightTo(scope, before)
  if (before.oldSecret && overlap !== 'now') throw stillOverlaps(before.oldSecret)
  const ends = expiresAt === undefined ? dateOf(before.expiresAt) : futureOf(scope, expiresAt)
  const at = scope.now()
  const over = new Date(at.getTime() + overlapSeconds[overlap] * 1000)
  const secret = makeSecret(before.environment)
  await replaceSecret(scope, before, scope.secrets.hmac(secret), {
    ...endsOf(secret),
    at,
    expiresAt: ends,
    oldEndsAt: soonest(over, dateOf(before.expiresAt), ends),
  })
  await forgetSecretUses(scope, id)
  const after = await found(scope, id)
  await tell(scope, keyEvents.rotated, after, before)
  if (overlap === 'now') await scope.closeSockets(id)
  return { ...after, secret }
}

/** Where no old secret works, there is nothing to end, whatever revision the caller has seen. */
export async function endOverlap(scope: Scope, id: string, seen: Seen): Promise<Key> {
  const before = (await store.lockKey(scope, id)) ?? noKey()
  if (!before.oldSecret) return before
  requireRevision(seen, before.revision)
  if (before.environment === 'production') await requireProof(scope)
  await cutOverlap(scope, before)
  const after = await found(scope, id)
  await tell(scope, keyEvents.overlapEnded, after, before)
  await scope.closeSockets(id)
  return after
}

function requireRightTo({ principal }: Scope, { scopes }: Key): void {
  const missing = scopes.find((name) => !can(principal, name))
  if (!missing) return
  throw new Problem('forbidden', {
    detail: `Whoever rotates a key is shown a secret that opens all of its scopes, and you lack ${missing}.`,
    scope: missing,
  })
}

async function lockActive(scope: Scope, id: string, seen: Seen): Promise<Key> {
  const key = (await store.lockKey(scope, id)) ?? noKey()
  if (key.state !== 'active') {
    throw new Problem('conflict', { detail: `The key is ${key.state}. Issue another one.` })
  }
  requireRevision(seen, key.revision)
  if (key.environment === 'production') await requireProof(scope)
  return key
}

const found = async (scope: Scope, id: string) => (await store.findKey(scope, id)) ?? noKey()

function stillOverlaps({ endsAt }: NonNullable<Key['oldSecret']>): Problem {
  return new Problem('conflict', {
    detail: `The secret before the last rotation works until ${endsAt}. End it first, or rotate with the overlap now, which ends both.`,
    errors: [{ detail: 'must be now while an older secret still works', pointer: '#/overlap' }],
  })
}

const dateOf = (instant: string | null) => (instant === null ? null : new Date(instant))

function soonest(first: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((least, one) => (one && one < least ? one : least), first)
}
