/** Tests whose bytes are no secret to somebody who may not see values: their own, and those of an example. */
import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import type { Scope } from '../../../../core/scope/index.ts'
import { exampleOf } from '../../catalogue/catalogue.ts'
import type { DeliveryRow } from '../../deliveries/deliveries.store.ts'
import { isByLentKey } from '../lent.ts'

/**
 * What others wrote into a test may be a copy of real data. Of theirs whoever asks got every byte when they
 * sent it, and of an example when they looked at the catalogue.
 */
export async function isOpenTest(scope: Scope, delivery: DeliveryRow): Promise<boolean> {
  if (!delivery.is_test) return false
  return isOfExample(delivery) || (await isOwn(scope, delivery))
}

function isOfExample({ event_type: type, payload }: DeliveryRow): boolean {
  const example = exampleOf(type)
  if (!example || payload === null) return false
  const { timestamp: _, ...sent } = JSON.parse(payload) as Record<string, unknown>
  return isDeepStrictEqual(sent, { type, data: example['data'] })
}

interface Tested {
  readonly deliveryId?: unknown
  readonly byLentKey?: unknown
}

/** As the audit log tells who sent it: of an endpoint that is tried again and again, the newest are looked at. */
async function isOwn(scope: Scope, { id, endpoint_id: target }: DeliveryRow): Promise<boolean> {
  if (isByLentKey(scope.principal)) return false
  const { kind, id: actorId } = scope.principal
  const action: AuditAction = 'webhooks.tested'
  const newest: { readonly after: Tested | null }[] = await scope
    .db('audit_entries')
    .where({ tenant_id: scope.tenantId, target, action, actor_kind: kind, actor_id: actorId })
    .orderBy('sequence', 'desc')
    .limit(looked)
    .select('after')
  return newest.some(({ after }) => after?.deliveryId === id && !after.byLentKey)
}

const looked = 200
