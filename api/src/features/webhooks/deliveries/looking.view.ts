/** Deliveries behind a place, newest first: all that a filter lets through, or those among so many. */
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { deliveryColumns, type ListedRow } from './deliveries.store.ts'
import { chosen, narrowed, type DeliveriesAsked } from './matching.view.ts'

const deliveries = (scope: Scope) => scope.db('webhook_deliveries as looked') as Knex.QueryBuilder

export const matching = (scope: Scope, asked: DeliveriesAsked) =>
  narrowed(scope, chosen(scope, deliveries(scope), asked), asked).select([...deliveryColumns])

export interface Place {
  readonly after: string | null
  readonly until?: string
  readonly bound: number
}

interface Lot {
  readonly rows: ListedRow[]
  /** The id behind which it goes on; null where these were the last. */
  readonly next: string | null
}

/** Those that are asked for among so many deliveries behind a place. */
export async function deliveriesLookedAt(
  scope: Scope,
  asked: DeliveriesAsked,
  { after, until, bound }: Place,
  most: number,
): Promise<Lot> {
  const all = chosen(scope, deliveries(scope), asked).orderBy('id', 'desc')
  const before = after ?? until
  if (before) all.where('id', '<', before)
  const some = scope.db('looked').from(all.clone().select('*').limit(most).as('looked'))
  const rows = (await narrowed(scope, some as Knex.QueryBuilder, asked)
    .select([...deliveryColumns])
    .orderBy('id', 'desc')
    .limit(bound)) as ListedRow[]
  if (rows.length === bound) return { rows, next: rows.at(-1)?.id ?? null }
  const end: { id: string } | undefined = await all
    .select('id')
    .offset(most - 1)
    .first()
  return { rows, next: end?.id ?? null }
}
