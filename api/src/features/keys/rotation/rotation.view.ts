/** The cockpit of a rotation: who still uses the old secret, by its own requests and by the pages it opened. */
import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import type { Scope } from '../../../core/scope/index.ts'
import { noKey } from '../no-key.ts'
import { toKey, visible } from '../keys.store.ts'
import { oldSecretUsersOf, secretUsesOf, sessionsEndOf } from '../use/secret-uses.store.ts'

export type Safety = Pick<
  KeyRotation,
  'safeToEnd' | 'because' | 'quietSeconds' | 'unusedSince' | 'safeFrom'
>

export interface SeenRotation {
  readonly seen: Omit<KeyRotation, keyof Safety>
  /** When the last page has gone that the old secret let in; null where there is none. */
  readonly sessionsEnd: Date | null
}

export async function readRotation(scope: Scope, id: string): Promise<SeenRotation> {
  const now = scope.now()
  const row = (await visible(scope).select('secret_number').where({ id }).first()) ?? noKey()
  const { prefix, lastFour, rotatedAt, oldSecret } = toKey(row, now)
  const old = row.secret_number - 1
  const uses = await secretUsesOf(scope, id)
  const useOf = (number: number) => {
    const use = uses.find(({ secret_number }) => secret_number === number)
    return { requests: Number(use?.requests ?? 0), lastUsedAt: use?.last_at.toISOString() ?? null }
  }
  const users = oldSecret ? await oldSecretUsersOf(scope, id, old) : []
  const seen = {
    keyId: id,
    asOf: now.toISOString(),
    rotatedAt,
    newSecret: { prefix, lastFour, ...useOf(row.secret_number) },
    oldSecret: oldSecret && { ...oldSecret, ...useOf(old) },
    users: users.map((user) => ({
      ip: user.ip,
      userAgent: user.user_agent || null,
      method: user.method,
      path: user.route || null,
      requests: Number(user.requests),
      firstAt: user.first_at.toISOString(),
      lastAt: user.last_at.toISOString(),
    })),
  }
  return { seen, sessionsEnd: oldSecret ? await sessionsEndOf(scope, id, old) : null }
}
