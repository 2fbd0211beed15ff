/** What a request led to: found by the time in the ids, for nobody asks for it of more than one request. */
import type { Environment } from '@sonaqor/contract/access'
import type { LogEntry, LogRelated } from '@sonaqor/contract/logs'
import type { DeliveryState, EndpointKind } from '@sonaqor/contract/webhook-bounds'
import { can } from '../../../core/access/index.ts'
import type { NumberedEvent } from '../../../core/events/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf } from '../write/log-line.ts'

type Request = Pick<LogEntry, 'at' | 'latencyMs' | 'requestId'>
export type TellingEvent = Omit<NumberedEvent, 'position' | 'sequence'> & { readonly id: string }

/** Clocks are read more than once in a request. */
const marginMs = 1000

/** Ids that were made while the request was answered. */
function during({ at, latencyMs }: Request): [string, string] {
  const end = Date.parse(at)
  return [firstIdOf(new Date(end - latencyMs - marginMs)), firstIdOf(new Date(end + marginMs))]
}

/** What rows are found by. */
interface Asked {
  readonly tenant_id: string
  readonly request_id: string | null
}

interface EventRow {
  readonly id: string
  readonly environment: Environment | null
  readonly app_id: string | null
  readonly type: string
  readonly ref: Record<string, string>
  readonly at: Date
}

export async function eventsOf(
  scope: Scope,
  request: Request,
  most: number,
): Promise<TellingEvent[]> {
  const { tenantId } = scope
  const rows = await scope
    .db<EventRow & Asked>('events')
    .select('id', 'environment', 'app_id', 'type', 'ref', 'at')
    .where({ tenant_id: tenantId, request_id: request.requestId })
    .whereBetween('id', during(request))
    .orderBy('id')
    .limit(most)
  return rows.map(({ id, environment, app_id: appId, type, ref, at }) => {
    return { id, tenantId, environment, appId, type, ref, at }
  })
}

interface AuditRow {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly target: string | null
}

/** The entries that whoever asks finds in the audit log as well. */
export async function auditedOf(
  scope: Scope,
  request: Request,
  most: number,
): Promise<LogRelated[]> {
  if (!can(scope.principal, 'audit:read')) return []
  const rows = await scope
    .inApps(scope.db<AuditRow & Asked>('audit_entries').where({ tenant_id: scope.tenantId }))
    .select('id', 'at', 'action', 'target')
    .where({ request_id: request.requestId })
    .whereBetween('id', during(request))
    .orderBy('id')
    .limit(most)
  return rows.map(({ id, at, action, target }) => ({
    kind: 'audit' as const,
    id,
    at: at.toISOString(),
    name: action,
    ids: named({ target }),
  }))
}

interface DeliveryRow {
  readonly id: string
  readonly endpoint_id: string
  readonly event_type: string
  readonly created_at: Date
  readonly state: DeliveryState
  readonly endpoint: {
    readonly kind: EndpointKind
    readonly label: string | null
    readonly url: string
  }
}

const endpointOf = `
  (
    select json_build_object('kind', e.kind, 'label', e.label, 'url', e.url)
    from webhook_endpoints e
    where e.tenant_id = webhook_deliveries.tenant_id and e.id = endpoint_id
  ) as endpoint`

/** Who is held to an app hears neither of what others do, nor of the tenant as a whole. */
const ofOwnApp = `
  exists (
    select from webhook_endpoints e
    where e.tenant_id = webhook_deliveries.tenant_id and e.id = endpoint_id and e.reach = 'app'
  ) and exists (
    select from events e
    where e.tenant_id = webhook_deliveries.tenant_id and e.id = event_id and e.app_id is not null
  )`

/** Where its events went: found by the request alone, for they are brought there after it. */
export async function deliveredOf(
  scope: Scope,
  { requestId }: Request,
  most: number,
): Promise<LogRelated[]> {
  if (!can(scope.principal, 'webhooks:read')) return []
  const query = scope
    .inApps(
      scope.db<DeliveryRow & Asked>('webhook_deliveries').where({ tenant_id: scope.tenantId }),
    )
    .select<DeliveryRow[]>(
      'id',
      'endpoint_id',
      'event_type',
      'created_at',
      'state',
      scope.db.raw(endpointOf),
    )
    .where({ request_id: requestId })
  // As with the deliveries themselves, of which this tells.
  if (scope.principal.appIds !== 'all') void query.whereRaw(ofOwnApp)
  const rows: DeliveryRow[] = await query.orderBy('id').limit(most)
  return rows.map(({ id, endpoint_id: endpointId, event_type: name, created_at: at, ...row }) => ({
    kind: 'delivery' as const,
    id,
    at: at.toISOString(),
    name,
    ids: { deliveryId: id, endpointId },
    delivery: { endpoint: nameOf(row.endpoint), state: row.state },
  }))
}

/** An address may hold what is nobody's affair; its host says which it is. Nobody names a test inbox. */
const nameOf = ({ kind, label, url }: DeliveryRow['endpoint']): string | null =>
  kind === 'inbox' ? null : (label ?? new URL(url).host)

const named = ({ target }: Pick<AuditRow, 'target'>): Record<string, string> =>
  target === null ? {} : { target }
