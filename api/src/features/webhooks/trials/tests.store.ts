import type { Scope } from '../../../core/scope/index.ts'
import type { AttemptRow, DeliveryRow } from '../deliveries/deliveries.store.ts'

type Delivery = Pick<
  DeliveryRow,
  'id' | 'environment' | 'endpoint_id' | 'app_id' | 'event_id' | 'event_type' | 'payload' | 'state'
>
type Attempt = Omit<AttemptRow, 'tenant_id' | 'delivery_id' | 'number'>

/** A delivery that is over: it waits in no lane, and is counted among nobody's figures. */
export async function insertTest(
  scope: Scope,
  delivery: Delivery,
  attempt: Attempt,
): Promise<AttemptRow> {
  const { tenantId: tenant_id } = scope
  const { environment, endpoint_id } = delivery
  await scope.db('webhook_deliveries').insert({
    ...delivery,
    tenant_id,
    is_test: true,
    attempts: 1,
    step: 1,
    cause: 'test',
    last_status: attempt.status,
    last_fault: attempt.fault,
    last_latency_ms: attempt.latency_ms,
    happened_at: attempt.at,
    created_at: attempt.at,
    settled_at: scope.now(),
  })
  const row = { ...attempt, tenant_id, delivery_id: delivery.id, number: 1 }
  await scope.db('webhook_attempts').insert({
    ...row,
    environment,
    endpoint_id,
    request_headers: JSON.stringify(row.request_headers),
    response_headers: row.response_headers && JSON.stringify(row.response_headers),
  })
  return row
}
