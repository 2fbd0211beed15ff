/** Deliveries and their attempts, as rows. */
import type { Environment } from '@sonaqor/contract/access'
import {
  attemptsShownMax,
  type AttemptCause,
  type AttemptFault,
  type DeliveryState,
} from '@sonaqor/contract/webhook-bounds'
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { typesOfTenant } from '../catalogue/readable.ts'
import { withinReach } from '../endpoints/endpoints.store.ts'

export interface DeliveryRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly endpoint_id: string
  readonly app_id: string
  readonly event_id: string
  readonly event_type: string
  readonly request_id: string | null
  readonly is_test: boolean
  readonly state: DeliveryState
  readonly attempts: number
  readonly step: number
  readonly cause: AttemptCause
  readonly payload: string | null
  readonly last_status: number | null
  readonly last_fault: AttemptFault | null
  readonly last_latency_ms: number | null
  readonly happened_at: Date
  readonly created_at: Date
  readonly due_at: Date | null
  readonly settled_at: Date | null
  readonly replay_id: string | null
}

export interface AttemptRow {
  readonly tenant_id: string
  readonly delivery_id: string
  readonly number: number
  readonly at: Date
  readonly cause: AttemptCause
  readonly status: number | null
  readonly fault: AttemptFault | null
  readonly detail: string | null
  readonly latency_ms: number
  readonly dns_ms: number | null
  readonly connect_ms: number | null
  readonly tls_ms: number | null
  readonly first_byte_ms: number | null
  readonly address: string | null
  readonly url: string
  readonly request_headers: Readonly<Record<string, string>>
  readonly response_headers: Readonly<Record<string, string>> | null
  readonly response_body: string | null
  readonly response_bytes: number | null
  readonly response_cut: boolean | null
}

export const deliveryColumns = [
  'id',
  'environment',
  'endpoint_id',
  'app_id',
  'event_id',
  'event_type',
  'is_test',
  'state',
  'attempts',
  'last_status',
  'last_fault',
  'last_latency_ms',
  'happened_at',
  'created_at',
  'due_at',
  'settled_at',
  'replay_id',
] as const satisfies readonly (keyof DeliveryRow)[]

export type ListedRow = Pick<DeliveryRow, (typeof deliveryColumns)[number]>

/** Those of the principal's apps, and of nothing else that happens in the tenant. */
export const seen = (scope: Scope) =>
  heard(scope, scope.db<DeliveryRow>('webhook_deliveries').where({ tenant_id: scope.tenantId }))

/** Who is held to some apps hears of no other one, nor of the tenant as a whole. */
export function heard<Query extends Knex.QueryBuilder>(scope: Scope, query: Query): Query {
  if (scope.principal.appIds === 'all') return query
  withinReach(scope, query).whereNotIn('event_type', typesOfTenant)
  return query
}

export async function findDelivery(scope: Scope, id: string): Promise<DeliveryRow | undefined> {
  return seen(scope).where({ id }).first()
}

/** What of an event was brought to an endpoint, or is to be. */
export async function findDeliveryOf(
  scope: Scope,
  endpointId: string,
  eventId: string,
): Promise<DeliveryRow | undefined> {
  return seen(scope).where({ endpoint_id: endpointId, event_id: eventId }).first()
}

/** The newest of them, the first first: whoever has it sent again and again makes any number. */
export async function attemptsOf(scope: Scope, deliveryId: string): Promise<AttemptRow[]> {
  const rows = await scope
    .db<AttemptRow>('webhook_attempts')
    .where({ tenant_id: scope.tenantId, delivery_id: deliveryId })
    .orderBy('number', 'desc')
    .limit(attemptsShownMax)
  return rows.toReversed()
}

/**
 * Has it sent before all that waits for its endpoint, as if it had never been tried; what an attempt that
 * is just being made comes to is told of that one. A test stays one, and is counted nowhere.
 */
export async function putFirst(scope: Scope, row: DeliveryRow): Promise<DeliveryRow | undefined> {
  const { rows } = await scope.db.raw<DeliveryRow>(
    `update webhook_deliveries set state = ${againState}, step = 0,
       cause = case when is_test then 'test' else 'retry' end,
       settled_at = null, due_at = least(?::timestamptz, (
         select min(due_at) from webhook_deliveries
         where tenant_id = ? and endpoint_id = ? and due_at is not null
       )) - interval '1 ms'
     where tenant_id = ? and id = ? and exists (
       select from webhook_endpoints e
       where e.tenant_id = ? and e.id = ? and e.deleted_at is null
     )
     returning *`,
    [
      scope.now(),
      scope.tenantId,
      row.endpoint_id,
      scope.tenantId,
      row.id,
      scope.tenantId,
      row.endpoint_id,
    ],
  )
  return rows[0]
}

/** What is sent again: `retrying`, unless it was never tried. */
export const againState = `case when attempts = 0 then 'waiting' else 'retrying' end`

export const toDelivery = (row: ListedRow): Delivery => ({
  id: row.id,
  eventId: row.event_id,
  eventType: row.event_type,
  endpointId: row.endpoint_id,
  environment: row.environment,
  appId: row.app_id,
  state: row.state,
  isTest: row.is_test,
  attempts: row.attempts,
  lastStatus: row.last_status,
  lastFault: row.last_fault,
  lastLatencyMs: row.last_latency_ms,
  happenedAt: row.happened_at.toISOString(),
  createdAt: row.created_at.toISOString(),
  nextAttemptAt: row.due_at?.toISOString() ?? null,
  heldBackUntil: null,
  settledAt: row.settled_at?.toISOString() ?? null,
  replayId: row.replay_id,
})
