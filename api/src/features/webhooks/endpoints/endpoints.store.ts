import type { Environment } from '@sonaqor/contract/access'
import type {
  EndpointKind,
  EndpointReach,
  EndpointState,
  Signing,
} from '@sonaqor/contract/webhook-bounds'
import type { Endpoint, EndpointFilter } from '@sonaqor/contract/webhook-endpoints'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { deletedApps } from '../../apps/index.ts'

export interface EndpointRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly app_id: string
  readonly kind: EndpointKind
  readonly url: string
  readonly label: string | null
  readonly event_types: readonly string[]
  /** What its maker could read: it gets no event of another scope. */
  readonly scopes: readonly string[]
  readonly reach: EndpointReach
  readonly filter: EndpointFilter
  readonly header_names: readonly string[]
  readonly headers: Buffer | null
  readonly max_per_second: number | null
  readonly is_ordered: boolean
  readonly transformation: string | null
  readonly signing: Signing
  readonly needs_consent: boolean
  /** As which origin we asked, and since when it agrees; null as long as it does not. */
  readonly consent_origin: string | null
  readonly consented_at: Date | null
  readonly state: EndpointState
  readonly because: Endpoint['because']
  readonly since: Date
  readonly failing_since: Date | null
  readonly created_at: Date
  readonly revision: number
  readonly deleted_at: Date | null
}

const endpoints = (scope: Scope) =>
  scope.db<EndpointRow>('webhook_endpoints').where({ tenant_id: scope.tenantId })

/** Those that there are: with a deleted app its endpoints are gone, until it is restored. */
const present = (scope: Scope) =>
  endpoints(scope)
    .whereNull('deleted_at')
    .whereRaw('app_id <> all (?)', [deletedApps(scope)])

/**
 * Those that the principal sees. What gets the events of other apps too is there for nobody who is held to
 * some: its deliveries would show them what those do.
 */
export function visible(scope: Scope) {
  const query = scope.inApps(present(scope))
  return scope.principal.appIds === 'all' ? query : query.where({ reach: 'app' })
}

/** The same of what was delivered to them, the deleted ones too: endpoints are told by their id in a column. */
export function withinReach<Query extends Knex.QueryBuilder>(
  scope: Scope,
  query: Query,
  column = 'endpoint_id',
): Query {
  const { appIds } = scope.principal
  if (appIds === 'all') return query
  const wide = `select id from webhook_endpoints
    where tenant_id = ? and app_id = any(?) and reach = 'environment'`
  scope.inApps(query)
  query.whereRaw(`?? <> all (array(${wide}))`, [column, scope.tenantId, [...appIds]])
  return query
}

/** For the engine, which asks for nobody. */
export async function findRows(scope: Scope, ids: readonly string[]): Promise<EndpointRow[]> {
  return present(scope).whereIn('id', ids)
}

export async function findRow(scope: Scope, id: string): Promise<EndpointRow | undefined> {
  return visible(scope).where({ id }).first()
}

/** The other ones of its app. */
export async function siblingsOf(
  scope: Scope,
  { id, app_id }: Pick<EndpointRow, 'id' | 'app_id'>,
): Promise<string[]> {
  return visible(scope).where({ app_id }).whereNot({ id }).pluck('id')
}

/**
 * Keeps others from changing the endpoint until this transaction ends, but nobody from writing what is of
 * it: deliveries and messages are put to it by workers, who hold what this transaction may want in turn.
 */
export async function lockRow(
  scope: Scope,
  id: string,
  among = visible,
): Promise<EndpointRow | undefined> {
  return among(scope).where({ id }).forNoKeyUpdate().first()
}

export const lockAnyRow = (scope: Scope, id: string) => lockRow(scope, id, present)

type Kept = Omit<EndpointRow, 'tenant_id' | 'id' | 'environment' | 'app_id' | 'kind' | 'created_at'>
export type Written = Partial<Omit<Kept, 'signing' | 'revision'>>

type Begins = 'state' | 'because' | 'needs_consent' | 'consent_origin' | 'consented_at'

export type NewRow = Pick<EndpointRow, 'environment' | 'app_id' | 'kind' | 'signing'> &
  Omit<Kept, 'signing' | Begins | 'since' | 'failing_since' | 'revision' | 'deleted_at'> &
  Partial<Pick<EndpointRow, Begins>>

export async function insertRow(scope: Scope, id: string, given: NewRow): Promise<EndpointRow> {
  const row: EndpointRow = {
    state: 'active',
    because: null,
    needs_consent: false,
    consent_origin: null,
    consented_at: null,
    ...given,
    tenant_id: scope.tenantId,
    id,
    since: scope.now(),
    failing_since: null,
    created_at: scope.now(),
    revision: 1,
    deleted_at: null,
  }
  await scope.db('webhook_endpoints').insert({ ...row, filter: JSON.stringify(row.filter) })
  return row
}

/** Writes what changes of an endpoint that is locked. */
export async function writeRow(
  scope: Scope,
  before: EndpointRow,
  change: Written,
): Promise<EndpointRow> {
  const { filter } = change
  const revision = before.revision + 1
  await endpoints(scope)
    .where({ id: before.id })
    .update({ ...change, ...(filter && { filter: JSON.stringify(filter) as never }), revision })
  return { ...before, ...change, revision }
}

/** How many endpoints an app has; until this transaction ends nobody else makes one more. */
export async function countInApp(scope: Scope, appId: string): Promise<number> {
  await scope.db.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `webhook endpoints of ${appId}`,
  ])
  const [row] = await endpoints(scope)
    .where({ app_id: appId, kind: 'http' })
    .whereNull('deleted_at')
    .count<{ count: string }[]>({ count: '*' })
  return Number(row?.count ?? 0)
}

/** Endpoints of apps that nobody can restore any more. */
export async function ofPurgedApps(scope: Scope): Promise<EndpointRow[]> {
  return endpoints(scope)
    .whereNull('deleted_at')
    .whereRaw(
      'app_id in (select id from apps where tenant_id = ? and purged_at is not null)',
      scope.tenantId,
    )
    .forNoKeyUpdate()
}

/**
 * Takes away what was deleted so long ago that none of its deliveries is kept any more. One that has some left
 * waits until they are forgotten, a lot at a time: with it they would go at once, however many they are.
 */
export async function purgeDeleted(
  scope: Scope,
  before: Date,
): Promise<Pick<EndpointRow, 'id' | 'environment' | 'app_id' | 'reach'>[]> {
  const gone = await endpoints(scope)
    .where('deleted_at', '<', before)
    .whereRaw(
      `not exists (
         select from webhook_deliveries d
         where d.tenant_id = webhook_endpoints.tenant_id and d.endpoint_id = webhook_endpoints.id
       )`,
    )
    .delete()
    .returning(['id', 'environment', 'app_id', 'reach'])
  await scope
    .db('webhook_attempts')
    .where({ tenant_id: scope.tenantId })
    .whereIn(
      'endpoint_id',
      gone.map(({ id }) => id),
    )
    .delete()
  return gone
}
