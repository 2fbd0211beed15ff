/** Lanes: one for each endpoint, which says when there is next anything to be done for it. */
import type { Environment } from '@sonaqor/contract/access'
import type { Scope } from '../../../core/scope/index.ts'

/** Heard by every worker: a lane may be due, or the endpoint of one may have changed. */
export const lanesTopic = 'webhooks'
/** Heard by every worker: an endpoint has changed, and what is at hand for it may not go any more. */
export const changesTopic = 'webhook-endpoints'

export interface Wake {
  readonly endpointId: string
  readonly environment: Environment
  readonly dueAt: Date
}

/**
 * Has a worker look at what waits for an endpoint, at `dueAt` or sooner if something was due sooner.
 * Called in the transaction that makes something due, or that changes how an endpoint is delivered to.
 */
export async function wakeLane(
  scope: Scope,
  { endpointId, environment, dueAt }: Wake,
): Promise<void> {
  await scope.db.raw(
    `insert into webhook_lanes (tenant_id, environment, endpoint_id, due_at) values (?, ?, ?, ?)
     on conflict (tenant_id, endpoint_id) do update
       set due_at = greatest(least(webhook_lanes.due_at, excluded.due_at), webhook_lanes.not_before)`,
    [scope.tenantId, environment, endpointId, dueAt],
  )
  scope.wake(lanesTopic)
}
