/** Some of what a replay would send, as deliveries: of an event that has none, the one that it would get. */
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { Scope } from '../../../../core/scope/index.ts'
import type { EndpointRow } from '../../endpoints/endpoints.store.ts'
import { deliveryColumns, seen, toDelivery, type ListedRow } from '../deliveries.store.ts'
import type { Replayed } from './replayed.view.ts'

export async function shownOf(
  scope: Scope,
  endpoint: EndpointRow,
  some: readonly Replayed[],
): Promise<Delivery[]> {
  const ids = some.flatMap(({ deliveryId }) => deliveryId ?? [])
  const rows: ListedRow[] = await seen(scope)
    .whereIn('id', ids)
    .select([...deliveryColumns])
  const had = new Map(rows.map((row) => [row.id, toDelivery(row)]))
  return some.flatMap((one) => had.get(one.deliveryId ?? '') ?? futureOf(endpoint, one))
}

function futureOf(endpoint: EndpointRow, { eventId, eventType, at }: Replayed): Delivery {
  return {
    id: eventId,
    eventId,
    eventType,
    endpointId: endpoint.id,
    environment: endpoint.environment,
    appId: endpoint.app_id,
    state: 'waiting',
    isTest: false,
    attempts: 0,
    lastStatus: null,
    lastFault: null,
    lastLatencyMs: null,
    happenedAt: at.toISOString(),
    createdAt: at.toISOString(),
    nextAttemptAt: null,
    heldBackUntil: null,
    settledAt: null,
    replayId: null,
  }
}
