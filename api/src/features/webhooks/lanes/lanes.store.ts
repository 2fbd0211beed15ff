/** Lanes: one for each endpoint, which says when there is next anything to be done for it. */
import type { Environment } from '@sonaqor/contract/access'
import type { Scope } from '../../../core/scope/index.ts'

/** Heard by every worker: a lane may be due, or the endpoint of one may have changed. */
export const lanesTopic = 'webhooks'
/** Heard by those who have lanes of that tenant: there may be more in them. */
export const lanesTopicOf = (tenantId: string): string => `${lanesTopic}:${tenantId}`
/** Heard by the same: an endpoint has changed, and what is at hand for it may not go any more. */
export const changesTopicOf = (tenantId: string): string => `webhook-endpoints:${tenantId}`

export interface Wake {
  readonly endpointId: string
  readonly environment: Environment
  readonly dueAt: Date
  /** Somebody has seen to it, or asks for it by hand: that it was to be left alone holds no more. */
  readonly isAfresh?: boolean
}

/**
 * Has a worker look at what waits for an endpoint, at `dueAt` or sooner if something was due sooner.
 * Called in the transaction that makes something due, or that changes how an endpoint is delivered to; it
 * waits for no worker, as the lane itself is written by whichever hears of it.
 */
export async function wakeLane(
  scope: Scope,
  { endpointId, environment, dueAt, isAfresh = false }: Wake,
): Promise<void> {
  await scope.db.raw(
    `insert into webhook_wakes (tenant_id, environment, endpoint_id, due_at, is_afresh)
     values (?, ?, ?, ?, ?)`,
    [scope.tenantId, environment, endpointId, dueAt, isAfresh],
  )
  wakeWorkers(scope)
  if (isAfresh) wakeHolders(scope)
}

/** An endpoint of this tenant has changed: whoever has its lane looks whether what is at hand still may go. */
export function wakeHolders(scope: Scope): void {
  // Whoever leases it only now does not hear of the tenant yet, and looks again for having heard of any.
  scope.wake(lanesTopic)
  scope.wake(changesTopicOf(scope.tenantId))
}

/** Something was put into lanes of this tenant; they are somebody's already, or have to be leased. */
export function wakeWorkers(scope: Scope): void {
  // Whoever hears of the tenant has heard of it before, or leases its lane only after that.
  scope.wake(lanesTopic)
  scope.wake(lanesTopicOf(scope.tenantId))
}
