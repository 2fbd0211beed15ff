/** What waits for endpoints now, counted as far as that is soon done: screens ask for it every few seconds. */
import type { EndpointHealth } from '@sonaqor/contract/webhook-health'
import type { Scope } from '../../../core/scope/index.ts'

export type Waiting = Pick<EndpointHealth, 'backlog' | 'isBacklogAtLeast' | 'oldestAt'>

/** So many are counted for one endpoint, or for all together. */
export const countedMost = 100_000
const countedLeast = 1000

/** Of several fewer are counted for each, so that no more are read in all; a round number, for it is shown. */
export const countedForEach = (endpoints: number): number =>
  Math.max(countedLeast, 10 ** Math.floor(Math.log10(countedMost / Math.max(endpoints, 1))))

interface Row {
  readonly endpoint_id: string
  readonly backlog: number
  readonly oldest_at: Date | null
}

const due = `from webhook_deliveries
  where tenant_id = ? and endpoint_id = asked.endpoint_id and due_at is not null`

/** Along the index of what is due, however little of all that is. */
const along = 'order by due_at, id'

/** In the order of their events but for a few, among which the oldest is. */
const oldest = `select min(happened_at) as oldest_at
  from (select happened_at ${due} order by position, id limit 10) as first`

const toWaiting = (
  { backlog, oldest_at: at }: Omit<Row, 'endpoint_id'>,
  most: number,
): Waiting => ({
  backlog: Math.min(backlog, most),
  isBacklogAtLeast: backlog > most,
  oldestAt: at?.toISOString() ?? null,
})

export async function waitingForEach(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, Waiting>> {
  const most = countedForEach(ids.length)
  const { rows } = await scope.db.raw<Row>(
    `select asked.endpoint_id, counted.backlog, oldest.oldest_at
     from unnest(?::uuid[]) as asked (endpoint_id)
     cross join lateral (
       select count(*)::integer as backlog from (select ${due} ${along} limit ?) as few
     ) as counted
     cross join lateral (${oldest}) as oldest`,
    [[...ids], scope.tenantId, most + 1, scope.tenantId],
  )
  return new Map(rows.map((row) => [row.endpoint_id, toWaiting(row, most)]))
}

export async function waitingForAll(
  scope: Scope,
  ids: readonly string[],
  most = countedMost,
): Promise<Waiting> {
  const { rows } = await scope.db.raw<Omit<Row, 'endpoint_id'>>(
    `with asked as materialized (select unnest(?::uuid[]) as endpoint_id)
     select
       (select count(*)::integer from (
         select from asked cross join lateral (select ${due} ${along} limit ?) as few limit ?
       ) as counted) as backlog,
       (select min(oldest_at) from asked cross join lateral (${oldest}) as oldest) as oldest_at`,
    [[...ids], scope.tenantId, most + 1, most + 1, scope.tenantId],
  )
  return rows[0] ? toWaiting(rows[0], most) : nothing
}

export const nothing: Waiting = { backlog: 0, isBacklogAtLeast: false, oldestAt: null }
