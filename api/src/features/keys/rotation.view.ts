/** The cockpit of a rotation: who still uses the old secret, and whether it is safe to end it. */
import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import type { Scope } from '../../core/scope/index.ts'
import { noKey } from './keys.service.ts'
import { toKey, visible } from './keys.store.ts'
import { oldSecretUsersOf, secretUsesOf } from './secret-uses.store.ts'

const daySeconds = 86_400

export async function showRotation(scope: Scope, id: string): Promise<KeyRotation> {
  const now = scope.now()
  const row = (await visible(scope).select('secret_number').where({ id }).first()) ?? noKey()
  const { prefix, lastFour, rotatedAt, oldSecret } = toKey(row, now)
  const uses = await secretUsesOf(scope, id)
  const useOf = (number: number) => {
    const use = uses.find(({ secret_number }) => secret_number === number)
    return { requests: Number(use?.requests ?? 0), lastUsedAt: use?.last_at.toISOString() ?? null }
  }
  const [newUse, oldUse] = [useOf(row.secret_number), useOf(row.secret_number - 1)]
  const users = oldSecret ? await oldSecretUsersOf(scope, id, row.secret_number - 1) : []
  return {
    keyId: id,
    asOf: now.toISOString(),
    rotatedAt,
    newSecret: { prefix, lastFour, ...newUse },
    oldSecret: oldSecret && { ...oldSecret, ...oldUse },
    users: users.map((user) => ({
      ip: user.ip,
      userAgent: user.user_agent || null,
      method: user.method,
      path: user.route || null,
      requests: Number(user.requests),
      firstAt: user.first_at.toISOString(),
      lastAt: user.last_at.toISOString(),
    })),
    ...(oldSecret && rotatedAt
      ? safetyOf({ rotatedAt, endsAt: oldSecret.endsAt, newUse, oldUse, now })
      : nothingToEnd),
  }
}

type Safety = Pick<
  KeyRotation,
  'safeToEnd' | 'because' | 'quietSeconds' | 'unusedSince' | 'safeFrom'
>

const nothingToEnd: Safety = {
  safeToEnd: false,
  because: 'no-overlap',
  quietSeconds: null,
  unusedSince: null,
  safeFrom: null,
}

interface Overlapping {
  readonly rotatedAt: string
  readonly endsAt: string
  readonly newUse: { readonly lastUsedAt: string | null }
  readonly oldUse: { readonly lastUsedAt: string | null }
  readonly now: Date
}

/**
 * Who works by night alone has not moved because they are silent by day: so it takes a part of the time
 * that was given for moving. And where nobody uses the new secret, nobody may have moved at all.
 */
function safetyOf({ rotatedAt, endsAt, newUse, oldUse, now }: Overlapping): Safety {
  const overlapSeconds = (Date.parse(endsAt) - Date.parse(rotatedAt)) / 1000
  const quietSeconds = Math.min(daySeconds, Math.ceil(overlapSeconds / 4))
  const unusedSince = oldUse.lastUsedAt ?? rotatedAt
  const safeFrom = new Date(Date.parse(unusedSince) + quietSeconds * 1000)
  const isQuiet = safeFrom <= now
  const because = !isQuiet ? 'still-used' : newUse.lastUsedAt ? 'quiet' : 'new-unused'
  return {
    safeToEnd: because === 'quiet',
    because,
    quietSeconds,
    unusedSince,
    safeFrom: safeFrom.toISOString(),
  }
}
