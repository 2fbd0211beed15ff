/** Until when endpoints get nothing, as the engine has it: what fails, or asks for time, is left alone a while. */
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { EndpointHealth } from '@sonaqor/contract/webhook-health'
import type { Scope } from '../../../core/scope/index.ts'

export type Hold = Pick<EndpointHealth, 'heldBackUntil' | 'isOneAtATime'>

export const free: Hold = { heldBackUntil: null, isOneAtATime: false }

interface LaneRow {
  readonly tenant_id: string
  readonly endpoint_id: string
  readonly not_before: Date | null
  readonly pauses: number
}

const lanesOf = (scope: Scope, endpointIds: readonly string[]): PromiseLike<LaneRow[]> =>
  scope
    .db<LaneRow>('webhook_lanes')
    .where({ tenant_id: scope.tenantId })
    .whereIn('endpoint_id', [...new Set(endpointIds)])
    .select('endpoint_id', 'not_before', 'pauses')

/** One that has as many attempts a second as it wants rests as well, and is not held back. */
const holdOf = (scope: Scope, { not_before: until, pauses }: LaneRow): Hold => ({
  heldBackUntil: pauses > 0 && until && until > scope.now() ? until.toISOString() : null,
  isOneAtATime: pauses > 0,
})

export async function holdsOf(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, Hold>> {
  const lanes = await lanesOf(scope, endpointIds)
  return new Map(lanes.map((lane) => [lane.endpoint_id, holdOf(scope, lane)]))
}

/** The same deliveries, with when the next attempt of each can be made by what is known of its endpoint. */
export async function withHolds<Row extends Delivery>(
  scope: Scope,
  deliveries: readonly Row[],
): Promise<Row[]> {
  const due = deliveries.filter(({ nextAttemptAt }) => nextAttemptAt !== null)
  if (due.length === 0) return [...deliveries]
  const lanes = await lanesOf(
    scope,
    due.map(({ endpointId }) => endpointId),
  )
  const byEndpoint = new Map(lanes.map((lane) => [lane.endpoint_id, lane]))
  return deliveries.map((delivery) => {
    const lane = byEndpoint.get(delivery.endpointId)
    const { nextAttemptAt: at } = delivery
    if (!lane || at === null) return delivery
    const nextMs = Math.max(Date.parse(at), lane.not_before?.getTime() ?? 0)
    const { heldBackUntil } = holdOf(scope, lane)
    return { ...delivery, nextAttemptAt: new Date(nextMs).toISOString(), heldBackUntil }
  })
}
