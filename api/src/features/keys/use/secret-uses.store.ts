import { oldSecretUsersMost } from '@sonaqor/contract/key-rotation'
import type { Scope } from '../../../core/scope/index.ts'
import type { Count } from '../../../core/traffic/index.ts'
import type { OldSecretUser, SecretUse } from './secret-uses.ts'

/** In the order of the key, so that of two processes neither locks the other out. */
export async function addSecretUses(
  scope: Scope,
  counts: readonly Count<SecretUse>[],
): Promise<void> {
  await scope.db.raw(
    `insert into key_secret_uses as known
       (tenant_id, environment, app_id, key_id, secret_number, requests, first_at, last_at)
     select ?, k.environment, k.app_id, k.id, use."secretNumber", use.requests, use."firstAt", use."lastAt"
     from ${rowsOf('')} join api_keys k on k.tenant_id = ? and k.id = use."keyId"
     order by k.app_id, k.id, use."secretNumber"
     on conflict (tenant_id, app_id, key_id, secret_number) do update set ${together}`,
    [scope.tenantId, JSON.stringify(counts), scope.tenantId],
  )
}

/** As above, and of each key those that were seen last. */
export async function addOldSecretUsers(
  scope: Scope,
  counts: readonly Count<OldSecretUser>[],
): Promise<void> {
  await scope.db.raw(
    `insert into old_secret_users as known
       (tenant_id, environment, app_id, key_id, secret_number, ip, method, route, user_agent, requests,
        first_at, last_at)
     select ?, k.environment, k.app_id, k.id, use."secretNumber", use.ip, use.method, use.route,
       use."userAgent", use.requests, use."firstAt", use."lastAt"
     from ${rowsOf('ip text, method text, route text, "userAgent" text,')}
     join api_keys k on k.tenant_id = ? and k.id = use."keyId"
     order by k.app_id, k.id, use."secretNumber", use.ip, use.method, use.route, use."userAgent"
     on conflict (tenant_id, app_id, key_id, secret_number, ip, method, route, user_agent)
     do update set ${together}`,
    [scope.tenantId, JSON.stringify(counts), scope.tenantId],
  )
  await scope.db.raw(
    `delete from old_secret_users old using (
       select ctid as place, row_number() over (partition by key_id order by last_at desc, ctid) as rank
       from old_secret_users where tenant_id = ? and key_id = any(?)
     ) ranked where old.ctid = ranked.place and ranked.rank > ?`,
    [scope.tenantId, [...new Set(counts.map(({ keyId }) => keyId))], oldSecretUsersMost],
  )
}

const rowsOf = (more: string) =>
  `jsonb_to_recordset(?::jsonb) as use ("keyId" uuid, "secretNumber" integer, ${more}
     requests bigint, "firstAt" timestamptz, "lastAt" timestamptz)`

const together = `requests = known.requests + excluded.requests,
  first_at = least(known.first_at, excluded.first_at),
  last_at = greatest(known.last_at, excluded.last_at)`

/** Another rotation counts anew. */
export async function forgetSecretUses(scope: Scope, keyId: string): Promise<void> {
  for (const table of ['key_secret_uses', 'old_secret_users']) {
    await scope.db(table).where({ tenant_id: scope.tenantId, key_id: keyId }).delete()
  }
}

/** Addresses and programs are kept no longer than they are of use. */
export async function forgetSecretUsesBefore(scope: Scope, before: Date): Promise<void> {
  for (const table of ['key_secret_uses', 'old_secret_users']) {
    await scope
      .db(table)
      .where({ tenant_id: scope.tenantId })
      .where('last_at', '<', before)
      .delete()
  }
}

interface UseRow {
  readonly tenant_id: string
  readonly key_id: string
  readonly secret_number: number
  readonly requests: number
  readonly last_at: Date
}

interface UserRow extends UseRow {
  readonly ip: string
  readonly method: string
  readonly route: string
  readonly user_agent: string
  readonly first_at: Date
}

export const secretUsesOf = (scope: Scope, keyId: string) =>
  scope.db<UseRow>('key_secret_uses').where({ tenant_id: scope.tenantId, key_id: keyId })

export const oldSecretUsersOf = (scope: Scope, keyId: string, secretNumber: number) =>
  scope
    .db<UserRow>('old_secret_users')
    .where({ tenant_id: scope.tenantId, key_id: keyId, secret_number: secretNumber })
    .orderBy('last_at', 'desc')
    .limit(oldSecretUsersMost)

interface SessionRow {
  readonly tenant_id: string
  readonly key_id: string
  readonly secret_number: number
}

/** When the last live session ends that a secret has opened, but for those whose page went on in another. */
export async function sessionsEndOf(
  scope: Scope,
  keyId: string,
  secretNumber: number,
): Promise<Date | null> {
  const [row] = await scope
    .db<SessionRow>('embed_sessions')
    .where({ tenant_id: scope.tenantId, key_id: keyId, secret_number: secretNumber })
    .whereNull('revoked_at')
    .whereNull('ended_at')
    .whereNull('continued_by')
    .where('expires_at', '>', scope.now())
    .max<{ last: Date | null }[]>('expires_at as last')
  return row?.last ?? null
}
