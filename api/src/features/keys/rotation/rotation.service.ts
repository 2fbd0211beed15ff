/** How a key gets a new secret, and how long the one before it goes on working. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { overlapSeconds, type KeyRotation } from '@sonaqor/contract/key-rotation'
import { keyEvents, type IssuedKey, type Key, type keys } from '@sonaqor/contract/keys'
import { can } from '../../../core/access/index.ts'
import { requireRevision, type Seen } from '../../../core/implement/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { endsOf, makeSecret } from '../key-format.ts'
import { futureOf, requireProof, tell } from '../keys.service.ts'
import { noKey } from '../no-key.ts'
import * as store from '../keys.store.ts'
import { requireNoLater } from '../bounds/lent-bounds.ts'
import { cutOverlap, ended, replaceSecret } from './rotation.store.ts'
import { readRotation, type Safety, type SeenRotation } from './rotation.view.ts'
import { forgetSecretUses } from '../use/secret-uses.store.ts'

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
  requireNewerSecret(scope, id)
  if (overlap === 'now') requireAnother(scope, id)
  const before = await lockActive(scope, id, seen)
  requireRightTo(scope, before)
  // A key that rotates itself could do so with fewer scopes, too.
  if (scope.principal.id !== id) scope.takes(before.scopes)
  if (before.oldSecret && overlap !== 'now') throw stillOverlaps(before.oldSecret)
  const ends = expiresAt === undefined ? dateOf(before.expiresAt) : futureOf(scope, expiresAt)
  requireNoLater(scope, before, ends)
  const at = scope.now()
  const over = overlap === 'now' ? ended : new Date(at.getTime() + overlapSeconds[overlap] * 1000)
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
  requireNewerSecret(scope, id)
  requireRevision(seen, before.revision)
  if (before.environment === 'production') await requireProof(scope)
  await cutOverlap(scope, before)
  const after = await found(scope, id)
  await tell(scope, keyEvents.overlapEnded, after, before)
  await scope.closeSockets(id)
  return after
}

/** Who has found an old secret would be shown a new one, and could shut out whoever has moved on to it. */
function requireNewerSecret({ principal }: Scope, id: string): void {
  if (principal.kind !== 'key' || principal.id !== id || principal.rotation !== 'old') return
  throw new Problem('forbidden', {
    detail:
      'This is the old secret of the key. Rotate the key or end the overlap with its new secret, or in the Sonaqor dashboard.',
  })
}

/** Were the answer lost, nothing would be left that the new secret could be asked for with. */
function requireAnother({ principal }: Scope, id: string): void {
  if (principal.kind !== 'key' || principal.id !== id) return
  throw new Problem('conflict', {
    detail:
      'A key that rotates itself would be locked out if this answer were lost. Rotate with an overlap, then end it with the new secret.',
    errors: [{ detail: 'must leave an overlap where a key rotates itself', pointer: '#/overlap' }],
  })
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

const daySeconds = 86_400

export async function showRotation(scope: Scope, id: string): Promise<KeyRotation> {
  const read = await readRotation(scope, id)
  return { ...read.seen, ...safetyOf(read, scope.now()) }
}

/**
 * Who works by night alone has not moved because they are silent by day: so it takes a part of the time
 * that was given for moving, and the end of each page that the old secret let in, which ends with it. And
 * where nobody uses the new secret, nobody may have moved at all.
 */
function safetyOf({ seen, sessionsEnd }: SeenRotation, now: Date): Safety {
  const { rotatedAt, oldSecret, newSecret } = seen
  if (!rotatedAt || !oldSecret) return nothingToEnd
  const overlap = (Date.parse(oldSecret.endsAt) - Date.parse(rotatedAt)) / 1000
  const quietSeconds = Math.min(daySeconds, Math.ceil(overlap / 4))
  const unusedSince = oldSecret.lastUsedAt ?? rotatedAt
  const quietFrom = Date.parse(unusedSince) + quietSeconds * 1000
  const safeFrom = new Date(Math.max(quietFrom, sessionsEnd?.getTime() ?? 0))
  const isQuiet = safeFrom <= now
  const because = !isQuiet ? 'still-used' : newSecret.lastUsedAt ? 'quiet' : 'new-unused'
  return {
    safeToEnd: because === 'quiet',
    because,
    quietSeconds,
    unusedSince,
    safeFrom: safeFrom.toISOString(),
  }
}

const nothingToEnd: Safety = {
  safeToEnd: false,
  because: 'no-overlap',
  quietSeconds: null,
  unusedSince: null,
  safeFrom: null,
}
