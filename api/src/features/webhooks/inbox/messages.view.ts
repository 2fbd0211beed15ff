/** Messages as screens and listeners see them; who lacks `customers:read` sees of what a body is made. */
import type { Forward, InboxMessage, InboxMessageDetail } from '@sonaqor/contract/webhook-inbox'
import { can, lockOf, type Principal } from '../../../core/access/index.ts'
import { mayRead } from '../catalogue/readable.ts'
import { shownHeaders, shownPayload } from '../deliveries/exposure.ts'
import type { MessageRow } from './messages.store.ts'

export const toMessage = (row: MessageRow): InboxMessage => ({
  id: row.id,
  deliveryId: row.delivery_id,
  eventId: row.event_id,
  eventType: row.event_type,
  isTest: row.is_test,
  attempt: row.attempt,
  receivedAt: row.received_at.toISOString(),
  answered: row.answered,
  isValid: row.is_valid,
  forward: forwardOf(row),
})

function forwardOf(row: MessageRow): Forward | null {
  if (row.forwarded_at === null || row.forwarded_to === null) return null
  return {
    at: row.forwarded_at.toISOString(),
    to: row.forwarded_to,
    status: row.forward_status,
    fault: row.forward_fault,
    latencyMs: row.forward_latency_ms ?? 0,
  }
}

/** Of what they may read at all. That of the sandbox is held back like any other: it may be a copy of real data. */
export const seesValues = (principal: Principal): boolean =>
  can(principal, 'customers:read') && !lockOf(principal)

export function toDetail(principal: Principal, row: MessageRow): InboxMessageDetail {
  const hasValues = seesValues(principal) && mayRead(principal, row.event_type)
  return {
    ...toMessage(row),
    headers: shownHeaders(row.headers, hasValues),
    body: shownPayload(row.body, hasValues),
    isBodyHeldBack: !hasValues,
  }
}
