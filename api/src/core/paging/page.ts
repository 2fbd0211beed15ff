/** Reads a list page by page: keyset, signed cursor, and an order that always ends in a unique id. */
import type { Knex } from 'knex'
import { Problem } from '../problems/index.ts'
import type { Scope } from '../scope/index.ts'
import { filterHash, openCursor, sealCursor, type Direction } from './cursor.ts'

export interface SortColumn {
  readonly column: string
  readonly order: 'asc' | 'desc'
}

export interface PageOptions<Row, Item> {
  readonly limit: number
  readonly cursor?: string | undefined
  /** The last column is unique, and none is ever null. */
  readonly sort: readonly SortColumn[]
  /** What the list was narrowed by; a cursor of another filter is refused. */
  readonly filter: unknown
  readonly item: (row: Row) => Item
}

export interface PageReply<Item> {
  readonly data: Item[]
  readonly page: { readonly next: string | null; readonly prev: string | null }
}

type Query = Knex.QueryBuilder

/**
 * Runs the query for one page. It asks for one row more, to know whether there is another page. The
 * query stands inside another one, which the planner takes apart again; so whatever it selects or
 * joins, the columns of the order are found by the names that it gives them.
 */
export async function page<Row extends object, Item>(
  scope: Scope,
  query: Query,
  options: PageOptions<Row, Item>,
): Promise<PageReply<Item>> {
  const { limit, sort, item } = options
  const key = scope.secrets.deriveKey('cursor')
  const filter = filterHash([options.filter, sort])
  const from = options.cursor === undefined ? null : openCursor(key, options.cursor, filter)
  if (options.cursor !== undefined && !from) {
    throw new Problem('bad-request', {
      detail: 'The cursor is not one of ours, or was handed out for another filter.',
    })
  }
  const direction: Direction = from?.direction ?? 'next'
  const listed = scope.db('listed').from(query.as('listed')).select('listed.*')
  if (from) after(scope, listed, sort, direction, from.values)
  for (const [place, { column, order }] of sort.entries()) {
    listed.orderBy(column, direction === 'next' ? order : opposite[order])
    listed.select(scope.db.raw('??::text as ??', [column, `sort_${place}`]))
  }
  const rows = (await listed.limit(limit + 1)) as (Row & Record<`sort_${number}`, string>)[]
  const more = rows.length > limit
  const shown = rows.slice(0, limit)
  if (direction === 'prev') shown.reverse()
  const at = (row: (typeof shown)[number] | undefined, to: Direction) =>
    row &&
    sealCursor(key, { direction: to, values: sort.map((_, i) => row[`sort_${i}`] ?? '') }, filter)
  const hasNext = direction === 'next' ? more : true
  const hasPrev = direction === 'next' ? from !== null : more
  return {
    data: shown.map((row) => item(row)),
    page: {
      next: (hasNext && at(shown.at(-1), 'next')) || null,
      prev: (hasPrev && at(shown[0], 'prev')) || null,
    },
  }
}

const opposite = { asc: 'desc', desc: 'asc' } as const

/** `(a, b) < (x, y)` where all columns run the same way; PostgreSQL walks an index along it. */
function after(
  scope: Scope,
  query: Query,
  sort: readonly SortColumn[],
  direction: Direction,
  values: readonly string[],
): void {
  const orders = new Set(sort.map(({ order }) => order))
  if (orders.size !== 1) throw new Error('the columns of a keyset must all run the same way')
  const [order] = orders
  const operator = (order === 'asc') === (direction === 'next') ? '>' : '<'
  const columns = sort.map(() => '??').join(', ')
  const places = sort.map(() => '?').join(', ')
  query.where(
    scope.db.raw(`(${columns}) ${operator} (${places})`, [
      ...sort.map(({ column }) => column),
      ...values,
    ]),
  )
}
