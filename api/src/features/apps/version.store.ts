/** Which version an app came from, and what it asked of that which a newer one changes. */
import type { Scope } from '../../core/scope/index.ts'
import type { Count } from '../../core/traffic/index.ts'
import { visible, type AppRow } from './apps.store.ts'

type Former = Pick<AppRow, 'former_api_version' | 'api_version_since'>

export async function formerOf(scope: Scope, id: string): Promise<Former | undefined> {
  return visible(scope)
    .select('former_api_version', 'api_version_since')
    .where({ id, deleted_at: null })
    .first()
}

/** One operation in one version, as the keys of an app asked it on one day in UTC. */
export interface DatedCall {
  readonly appId: string
  readonly operation: string
  readonly version: string
  readonly day: string
}

/** In the order of the key, so that of two processes neither locks the other out. */
export async function addDatedCalls(
  scope: Scope,
  counts: readonly Count<DatedCall>[],
): Promise<void> {
  await scope.db.raw(
    `insert into dated_calls as known
       (tenant_id, environment, app_id, operation, version, day, requests, last_at)
     select a.tenant_id, a.environment, a.id, call.operation, call.version, call.day,
       call.requests, call."lastAt"
     from jsonb_to_recordset(?::jsonb) as call ("appId" uuid, operation text, version text, day date,
       requests bigint, "lastAt" timestamptz)
     join apps a on a.tenant_id = ? and a.id = call."appId"
     order by a.id, call.operation, call.version, call.day
     on conflict (tenant_id, app_id, operation, version, day) do update
     set requests = known.requests + excluded.requests,
         last_at = greatest(known.last_at, excluded.last_at)`,
    [JSON.stringify(counts), scope.tenantId],
  )
}

export interface CalledRow {
  readonly operation: string
  readonly version: string
  readonly requests: string
  readonly last_at: Date
}

/** The most often first. */
export async function callsSince(
  scope: Scope,
  appId: string,
  since: Date,
): Promise<readonly CalledRow[]> {
  const { rows } = await scope.db.raw<CalledRow>(
    `select operation, version, sum(requests) as requests, max(last_at) as last_at
     from dated_calls
     where tenant_id = ? and app_id = ? and last_at > ?
     group by operation, version
     order by sum(requests) desc, operation, version`,
    [scope.tenantId, appId, since],
  )
  return rows
}

const keptDays = 35

export async function forgetDatedCalls(scope: Scope): Promise<void> {
  const before = new Date(scope.now().getTime() - keptDays * 86_400_000)
  await scope
    .db('dated_calls')
    .where({ tenant_id: scope.tenantId })
    .where('day', '<', before)
    .delete()
}
