/** Who wants events, and what is put into their lanes. */
import type { Environment } from '@sonaqor/contract/access'
import type { DeliveryState, EndpointReach, EndpointState } from '@sonaqor/contract/webhook-bounds'
import type { EndpointFilter } from '@sonaqor/contract/webhook-endpoints'
import type { Scope } from '../../../core/scope/index.ts'
import { deletedApps } from '../../apps/index.ts'

/** Those of these tenants that have endpoints; asked by the house. */
export async function tenantsWithEndpoints(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await scope.db.raw<{ id: string }>(
    'select app.webhook_tenants(?::uuid[]) as id',
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

export interface Subscriber {
  readonly id: string
  readonly environment: Environment
  readonly app_id: string
  readonly event_types: readonly string[]
  readonly scopes: readonly string[]
  readonly reach: EndpointReach
  readonly filter: EndpointFilter
  readonly state: EndpointState
}

/**
 * With a deleted app its endpoints are gone, until it is restored. A test inbox that is closed hears of
 * nothing: nobody would ever have it replayed.
 */
export async function subscribersOf(scope: Scope): Promise<Subscriber[]> {
  const { rows } = await scope.db.raw<Subscriber>(
    `select id, environment, app_id, event_types, scopes, reach, filter, state
     from webhook_endpoints
     where tenant_id = ? and deleted_at is null and app_id <> all (?)
       and (kind = 'http' or state = 'active')`,
    [scope.tenantId, deletedApps(scope)],
  )
  return rows
}

export interface NewDelivery {
  readonly environment: Environment
  readonly id: string
  readonly endpoint_id: string
  readonly app_id: string
  readonly event_id: string
  readonly event_type: string
  readonly request_id: string | null
  readonly state: Extract<DeliveryState, 'waiting' | 'skipped'>
  readonly position: number
  readonly happened_at: Date
}

/**
 * All of it in one statement: the deliveries, that lanes are to be looked at for them, and what was skipped. Whoever
 * was deleted since they were read gets nothing, and of an event that is in its line already nothing more.
 */
export async function insertDeliveries(
  scope: Scope,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  await scope.db.raw(insertion, [scope.tenantId, scope.now(), JSON.stringify(deliveries)])
}

const insertion = `
  with told as materialized (
    select ?::uuid as tenant_id, ?::timestamptz as moment, r.* from json_to_recordset(?) as r(
      environment text, id uuid, endpoint_id uuid, app_id uuid, event_id uuid, event_type text,
      request_id uuid, state text, position bigint, happened_at timestamptz
    )
  ), fresh as materialized (
    select told.* from told join webhook_endpoints e
      on e.tenant_id = told.tenant_id and e.id = told.endpoint_id and e.deleted_at is null
  ), made as (
    insert into webhook_deliveries (tenant_id, environment, id, endpoint_id, app_id, event_id,
      event_type, request_id, state, position, happened_at, created_at, due_at, settled_at)
    select tenant_id, environment, id, endpoint_id, app_id, event_id, event_type, request_id, state,
      position, happened_at, moment,
      case when state = 'waiting' then moment end,
      case when state = 'skipped' then moment end
    from fresh
    on conflict do nothing
    returning tenant_id, environment, endpoint_id, app_id, state, created_at as moment
  ), woken as (
    insert into webhook_wakes (tenant_id, environment, endpoint_id, due_at)
    select tenant_id, environment, endpoint_id, moment
    from made where state = 'waiting'
    group by tenant_id, moment, environment, endpoint_id
  )
  insert into webhook_counts as k (tenant_id, environment, endpoint_id, app_id, minute, attempts,
    succeeded, delivered, failed, skipped, latencies)
  select tenant_id, environment, endpoint_id, app_id, date_trunc('minute', moment),
    0, 0, 0, 0, count(*), array_fill(0, array[32])
  from made where state = 'skipped'
  group by tenant_id, moment, environment, endpoint_id, app_id order by endpoint_id
  on conflict (tenant_id, endpoint_id, minute) do update
    set skipped = k.skipped + excluded.skipped
`
