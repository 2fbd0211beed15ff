/** How all endpoints of whoever asks do together, point by point. */
import type { Environment } from '@sonaqor/contract/access'
import { endpointStates, type EndpointState } from '@sonaqor/contract/webhook-bounds'
import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { appsInProject } from '../../apps/index.ts'
import { visible, withinReach } from '../endpoints/endpoints.store.ts'
import { summedLatencies } from '../health/latencies.ts'
import type { HealthRange } from '../health/range.ts'
import { countedWithin } from '../health/sums/counted.view.ts'
import { waitingForAll, type Waiting } from '../health/waiting.view.ts'

interface Whose {
  readonly projectId?: string | undefined
  readonly appId?: string | undefined
  readonly environment?: Environment | undefined
  readonly endpointId?: string | undefined
}

type Query = Knex.QueryBuilder

function countsOf(scope: Scope, table: Knex.Raw, whose: Whose): Query {
  const query = scope.db(table as unknown as string).where({ tenant_id: scope.tenantId }) as Query
  return narrowed(scope, withinReach(scope, query), whose, 'endpoint_id')
}

/** With a deleted app its endpoints are gone, and what waits for them, until it is restored. */
const endpointsOf = (scope: Scope, whose: Whose) => narrowed(scope, visible(scope), whose, 'id')

function narrowed<Of extends Query>(scope: Scope, query: Of, whose: Whose, endpoint: string): Of {
  const { projectId, appId, environment, endpointId } = whose
  if (environment) query.where({ environment })
  if (appId) query.where({ app_id: appId })
  if (projectId) query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
  if (endpointId) query.where({ [endpoint]: endpointId })
  return query
}

interface Counts {
  readonly attempts: number
  readonly succeeded: number
}

interface PointRow extends Counts {
  readonly point: Date
}

const counted = `coalesce(sum(attempts), 0)::integer as attempts,
  coalesce(sum(succeeded), 0)::integer as succeeded`

/** Of points of so many seconds, or of the whole. */
async function countsIn(scope: Scope, whose: Whose, range: HealthRange, seconds?: number) {
  const { table } = await countedWithin(scope, range, seconds)
  return { counts: countsOf(scope, table, whose) }
}

/** The latencies are added up for all points at once: for each of them it took twice as long. */
export async function seriesOf(
  scope: Scope,
  whose: Whose,
  range: HealthRange,
  seconds: number,
): Promise<PointRow[]> {
  const { counts } = await countsIn(scope, whose, range, seconds)
  return (await counts
    .select(scope.db.raw(`date_bin(?::interval, at, 'epoch') as point`, [`${seconds} seconds`]))
    .select(scope.db.raw(counted))
    .groupBy('point')) as PointRow[]
}

export async function totalOf(
  scope: Scope,
  whose: Whose,
  range: HealthRange,
): Promise<Counts & { readonly latencies: number[] }> {
  const { counts } = await countsIn(scope, whose, range)
  const [row] = (await counts.select(scope.db.raw(`${counted}, ${summedLatencies}`))) as (Counts & {
    latencies: number[]
  })[]
  return row ?? { attempts: 0, succeeded: 0, latencies: [] }
}

export async function waitingIn(scope: Scope, whose: Whose): Promise<Waiting> {
  const endpoints = endpointsOf(scope, whose)
  if (!whose.endpointId) endpoints.where({ kind: 'http' })
  const rows = (await endpoints.select('id')) as { id: string }[]
  return waitingForAll(
    scope,
    rows.map(({ id }) => id),
  )
}

export async function endpointsIn(scope: Scope, whose: Whose): Promise<HealthSeries['endpoints']> {
  const rows = (await endpointsOf(scope, whose)
    .where({ kind: 'http' })
    .groupBy('state')
    .select('state', scope.db.raw('count(*)::integer as count'))) as {
    state: EndpointState
    count: number
  }[]
  const found = new Map(rows.map(({ state, count }) => [state, count]))
  return Object.fromEntries(
    endpointStates.map((state) => [state, found.get(state) ?? 0]),
  ) as HealthSeries['endpoints']
}
