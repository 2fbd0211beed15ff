/** What a payload is made of, and what else is told of the event of a delivery. */
import type { Scope } from '../../../core/scope/index.ts'
import { payloadOf } from '../attempt/payload.ts'
import type { DeliveryRow } from './deliveries.store.ts'

interface EventRow {
  readonly tenant_id: string
  readonly id: string
  readonly type: string
  readonly at: Date
  readonly data: object
}

/** The bytes that are sent; one of an event that is not kept any more has none. */
export async function payloadSent(
  scope: Scope,
  { payload, event_id: id }: DeliveryRow,
): Promise<string> {
  if (payload !== null) return payload
  const { tenantId: tenant_id } = scope
  const event = await scope.db<EventRow>('events').where({ tenant_id, id }).first()
  return event ? payloadOf(event) : ''
}
