import type { Scope } from '../../../core/scope/index.ts'
import type { Count } from '../../../core/traffic/index.ts'
import type { ScopeUse } from './scope-uses.ts'

/** In the order of the key, so that of two processes neither locks the other out. */
export async function addScopeUses(
  scope: Scope,
  counts: readonly Count<ScopeUse>[],
): Promise<void> {
  await scope.db.raw(
    `insert into key_scope_uses as known
       (tenant_id, environment, app_id, key_id, scope, day, requests, last_at)
     select k.tenant_id, k.environment, k.app_id, k.id, use.scope, use.day, use.requests, use."lastAt"
     from jsonb_to_recordset(?::jsonb)
       as use ("keyId" uuid, scope text, day date, requests bigint, "lastAt" timestamptz)
     join api_keys k on k.tenant_id = ? and k.id = use."keyId"
     order by k.app_id, k.id, use.scope, use.day
     on conflict (tenant_id, app_id, key_id, scope, day) do update
     set requests = known.requests + excluded.requests,
         last_at = greatest(known.last_at, excluded.last_at)`,
    [JSON.stringify(counts), scope.tenantId],
  )
}

interface UsedScope {
  readonly scope: string
  readonly requests: string
  readonly last_at: Date
}

/** What was taken since that moment, by scope. */
export async function scopeUsesSince(
  scope: Scope,
  keyId: string,
  since: Date,
): Promise<readonly UsedScope[]> {
  const { rows } = await scope.db.raw<UsedScope>(
    `select scope, sum(requests) as requests, max(last_at) as last_at from key_scope_uses
     where tenant_id = ? and key_id = ? and last_at >= ? group by scope`,
    [scope.tenantId, keyId, since],
  )
  return rows
}

export async function forgetScopeUsesBefore(scope: Scope, before: Date): Promise<void> {
  await scope
    .db('key_scope_uses')
    .where({ tenant_id: scope.tenantId })
    .where('day', '<', before)
    .delete()
}
