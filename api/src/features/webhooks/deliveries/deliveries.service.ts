/** Reading deliveries, and having one sent again. */
import type { Delivery, DeliveryDetail, DeliveryFilter } from '@sonaqor/contract/webhook-deliveries'
import { can, lockOf, requireScope } from '../../../core/access/index.ts'
import { auditReading } from '../../../core/audit/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { mayRead } from '../catalogue/readable.ts'
import { appOf } from '../endpoints/whose.ts'
import { wakeLane } from '../lanes/lanes.store.ts'
import { payloadSent } from './deliveries.view.ts'
import { attemptsOf, findDelivery, putFirst, toDelivery } from './deliveries.store.ts'
import { shownAttempt, shownPayload } from './exposure.ts'
import { keptUntil } from '../kept.store.ts'
import { withHolds } from '../health/holds.view.ts'
import * as listing from './listing.view.ts'
import { requireActive } from './require-active.ts'

export async function listDeliveries(
  scope: Scope,
  query: listing.DeliveriesQuery,
): Promise<listing.DeliveriesPage> {
  const { limit: _, cursor: __, ...filter } = query
  requireWhole(scope, filter)
  await auditReading(scope, 'webhooks.deliveries-searched', filter)
  const listed = await listing.listDeliveries(scope, query)
  return { ...listed, data: await withHolds(scope, listed.data) }
}

/** Who may see no values may not guess them either. */
function requireWhole(scope: Scope, { field, value, from, to }: DeliveryFilter) {
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to)) {
    throw wrong('?to', 'must not be before `from`')
  }
  if (field === undefined && value === undefined) return
  if (field === undefined) throw wrong('?field', 'must be given with `value`')
  if (value === undefined) throw wrong('?value', 'must be given with `field`')
  requireScope(scope, 'customers:read')
}

function wrong(pointer: string, detail: string): Problem {
  const errors = [{ pointer, detail }]
  return new Problem('invalid', { detail: 'The filter cannot be used.', errors })
}

export async function showDelivery(scope: Scope, id: string): Promise<DeliveryDetail> {
  const row = await requireDelivery(scope, id)
  const { environment, app_id: appId, endpoint_id: endpointId } = row
  // A screen reads one again and again while it goes on: that is one look at it.
  const looked = { environment, endpointId, deliveryId: id }
  await auditReading(scope, 'webhooks.delivery-opened', looked, id, appId)
  const hasValues =
    can(scope.principal, 'customers:read') &&
    !lockOf(scope.principal) &&
    mayRead(scope.principal, row.event_type)
  const attempts = await attemptsOf(scope, id)
  const [delivery = toDelivery(row)] = await withHolds(scope, [toDelivery(row)])
  return {
    ...delivery,
    requestId: row.request_id,
    payload: shownPayload(await payloadSent(scope, row), hasValues),
    keptUntil: (await keptUntil(scope, row))?.toISOString() ?? null,
    isPayloadHeldBack: !hasValues,
    attemptList: attempts.map((attempt) => shownAttempt(attempt, hasValues)),
  }
}

export async function retryDelivery(scope: Scope, id: string): Promise<Delivery> {
  const row = await requireDelivery(scope, id)
  const endpoint = await requireActive(scope, row.endpoint_id)
  const begun = await putFirst(scope, row)
  if (!begun?.due_at) {
    // It may have been forgotten just now, or its endpoint deleted.
    await requireDelivery(scope, id)
    await requireActive(scope, row.endpoint_id)
    throw new Error('a delivery that is sent again is due')
  }
  const { environment, endpoint_id: endpointId } = begun
  await wakeLane(scope, { endpointId, environment, dueAt: begun.due_at, isAfresh: true })
  scope.audit({
    action: 'webhooks.retried',
    target: id,
    environment,
    appId: appOf(endpoint),
    before: { state: row.state, attempts: row.attempts },
    after: { endpointId, eventId: row.event_id, eventType: row.event_type },
  })
  return toDelivery(begun)
}

async function requireDelivery(scope: Scope, id: string) {
  const row = await findDelivery(scope, id)
  if (row) return row
  throw new Problem('not-found', { detail: 'There is no delivery with this id.' })
}
