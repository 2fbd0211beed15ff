/** What a file of deliveries is made of, and its rows in an order that never changes. */
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { Table } from '../../../core/row-files/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf, soon } from '../../logs/index.ts'
import { toDelivery, type ListedRow } from './deliveries.store.ts'
import { withHolds } from '../health/holds.view.ts'
import { deliveriesLookedAt, matching, type Place } from './looking.view.ts'
import type { DeliveriesAsked } from './matching.view.ts'

/** A new column goes to the end: whoever reads a file by the places of its columns goes on reading it. */
const columns = [
  'id',
  'createdAt',
  'environment',
  'appId',
  'endpointId',
  'eventId',
  'eventType',
  'happenedAt',
  'state',
  'isTest',
  'attempts',
  'lastStatus',
  'lastFault',
  'lastLatencyMs',
  'nextAttemptAt',
  'settledAt',
  'replayId',
  'heldBackUntil',
] as const satisfies readonly (keyof Delivery)[]

export const deliveryTable: Table<Delivery> = {
  columns,
  cells: (delivery) =>
    columns.map((column) => {
      const cell = delivery[column]
      return typeof cell === 'boolean' ? String(cell) : cell
    }),
}

/** The first id that is not in it. */
export const newestDelivery = (scope: Scope): string => firstIdOf(scope.now())

const patienceMs = 2000
const lookedAtOnce = 50_000

/** How many a filter lets through, up to a bound; null where that is not soon known. */
export async function countDeliveries(
  scope: Scope,
  asked: DeliveriesAsked,
  bound: number,
): Promise<number | null> {
  return soon(
    scope,
    async () => {
      const some = matching(scope, asked).clearSelect().select('id').limit(bound)
      const [row] = await scope
        .db('counted')
        .from(some.as('counted'))
        .count<{ count: number | string }[]>()
      return Number(row?.count ?? 0)
    },
    patienceMs,
  )
}

/** The deliveries behind a place, or those among the next ones there, where few of many are looked for. */
export async function deliveriesAfter(
  scope: Scope,
  asked: DeliveriesAsked,
  place: Place,
): Promise<{ rows: Delivery[]; next: string | null }> {
  const lot =
    (await soon(scope, () => found(scope, asked, place), patienceMs)) ??
    (await deliveriesLookedAt(scope, asked, place, lookedAtOnce))
  return { rows: await withHolds(scope, lot.rows.map(toDelivery)), next: lot.next }
}

async function found(scope: Scope, asked: DeliveriesAsked, { after, until, bound }: Place) {
  const query = matching(scope, asked).orderBy('id', 'desc').limit(bound)
  const before = after ?? until
  if (before) query.where('id', '<', before)
  const rows = (await query) as ListedRow[]
  return { rows, next: rows.length < bound ? null : (rows.at(-1)?.id ?? null) }
}
