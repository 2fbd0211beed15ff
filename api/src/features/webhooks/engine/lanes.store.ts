/** Lanes: one for each endpoint, which says when there is next anything to be done for it. */
import type { Environment } from '@sonaqor/contract/access'
import type { Scope } from '../../../core/scope/index.ts'

/** Heard by every worker: a lane may be due, or the endpoint of one may have changed. */
export const lanesTopic = 'webhooks'
/** Heard by those who have lanes of that tenant: there may be more in them. */
export const lanesTopicOf = (tenantId: string): string => `${lanesTopic}:${tenantId}`
/** Heard by every worker: an endpoint has changed, and what is at hand for it may not go any more. */
export const changesTopic = 'webhook-endpoints'

export interface Wake {
  readonly endpointId: string
  readonly environment: Environment
  readonly dueAt: Date
  /** Somebody has seen to it, or asks for it by hand: that it was to be left alone holds no more. */
  readonly isAfresh?: boolean
}

/**
 * Has a worker look at what waits for an endpoint, at `dueAt` or sooner if something was due sooner.
 * Called in the transaction that makes something due, or that changes how an endpoint is delivered to.
 */
export async function wakeLane(
  scope: Scope,
  { endpointId, environment, dueAt, isAfresh = false }: Wake,
): Promise<void> {
  if (isAfresh) await endPause(scope, endpointId)
  await scope.db.raw(
    `insert into webhook_lanes (tenant_id, environment, endpoint_id, due_at) values (?, ?, ?, ?)
     on conflict (tenant_id, endpoint_id) do update
       set due_at = greatest(least(webhook_lanes.due_at, excluded.due_at), webhook_lanes.not_before)`,
    [scope.tenantId, environment, endpointId, dueAt],
  )
  wakeWorkers(scope)
  if (isAfresh) scope.wake(changesTopic)
}

/** Something was put into lanes of this tenant; they are somebody's already, or have to be leased. */
export function wakeWorkers(scope: Scope): void {
  // Whoever hears of the tenant has heard of it before, or leases its lane only after that.
  scope.wake(lanesTopic)
  scope.wake(lanesTopicOf(scope.tenantId))
}

/** So many at most were under way when the pause began, and were told to come back when it ends. */
const toldToWait = 100

async function endPause(scope: Scope, endpointId: string): Promise<void> {
  const ofIt = [scope.tenantId, endpointId]
  await scope.db.raw(
    `with paused as (
       select not_before from webhook_lanes where tenant_id = ? and endpoint_id = ?
     ), told as (
       select d.id from webhook_deliveries d, paused
       where d.tenant_id = ? and d.endpoint_id = ? and d.state = 'retrying' and d.due_at > ?
         and d.due_at between paused.not_before - interval '1 minute' and paused.not_before
       order by d.due_at, d.id limit ${toldToWait} for update of d skip locked
     ), moved as (
       update webhook_deliveries d set due_at = ? from told where d.tenant_id = ? and d.id = told.id
     )
     update webhook_lanes set not_before = null, pauses = 0 where tenant_id = ? and endpoint_id = ?`,
    [...ofIt, ...ofIt, scope.now(), scope.now(), scope.tenantId, ...ofIt],
  )
}
