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
  /**
   * An array of ids, of which the query knows one at a time as `part.id`. Each part is then read by
   * itself and no further than the page goes, along an index that begins with the part: read all at
   * once, they come out of no index in the order of the list.
   */
  readonly parts?: Knex.Raw | undefined
  readonly item: (row: Row) => Item
}

export interface PageReply<Item> {
  readonly data: Item[]
  readonly page: { readonly next: string | null; readonly prev: string | null }
  /** What its parameters were read as, where they may hold more than is said again: for `Link`. */
  readonly readAs?: Readonly<Record<string, string | undefined>>
}

type Query = Knex.QueryBuilder

/** Where the page begins, for a query that has to know it by itself. */
type From = NonNullable<ReturnType<typeof openCursor>>

/**
 * Runs the query for one page. It asks for one row more, to know whether there is another page. The
 * query stands inside another one, which the planner takes apart again; so whatever it selects or
 * joins, the columns of the order are found by the names that it gives them.
 */
export async function page<Row extends object, Item>(
  scope: Scope,
  query: Query | ((from: From | null) => Query),
  options: PageOptions<Row, Item>,
): Promise<PageReply<Item>> {
  const { limit, sort, item } = options
  const from = placeIn(scope, options)
  const direction: Direction = from?.direction ?? 'next'
  const asked = typeof query === 'function' ? query(from) : query
  const listed = scope.db('listed').from(asked.as('listed')).select('listed.*')
  if (from) after(scope, listed, sort, direction, from.values)
  for (const [place, { column }] of sort.entries()) {
    listed.select(scope.db.raw('??::text as ??', [column, `sort_${place}`]))
  }
  const inOrder = (unordered: Query) => {
    for (const { column, order } of sort) {
      unordered.orderBy(column, direction === 'next' ? order : opposite[order])
    }
    return unordered.limit(limit + 1)
  }
  inOrder(listed)
  const { parts } = options
  const rows = (await (parts ? inOrder(joined(scope, listed, parts)) : listed)) as (Row &
    Record<`sort_${number}`, string>)[]
  const more = rows.length > limit
  const shown = rows.slice(0, limit)
  if (direction === 'prev') shown.reverse()
  const at = (row: (typeof shown)[number] | undefined, to: Direction) =>
    row &&
    cursorTo(
      scope,
      options,
      to,
      sort.map((_, i) => row[`sort_${i}`] ?? ''),
    )
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

type Listed = Pick<PageOptions<never, never>, 'cursor' | 'sort' | 'filter'>

/** Where the page begins that is asked for; null where it is the first. */
export function placeIn(scope: Scope, { cursor, sort, filter }: Listed): From | null {
  if (cursor === undefined) return null
  const from = openCursor(scope.secrets.keyFor('cursor'), cursor, listHash(scope, { filter, sort }))
  if (from) return from
  throw new Problem('bad-request', {
    detail: 'The cursor is not one of ours, or was handed out for another filter.',
  })
}

/** The cursor to the page behind or before these values. */
export function cursorTo(
  scope: Scope,
  { sort, filter }: Listed,
  direction: Direction,
  values: readonly string[],
): string {
  const key = scope.secrets.keyFor('cursor')
  return sealCursor(key, { direction, values }, listHash(scope, { filter, sort }))
}

/** The list of one tenant is another one than that of the next, whatever both were narrowed by. */
const listHash = ({ principal }: Scope, { filter, sort }: Omit<Listed, 'cursor'>) =>
  filterHash([principal.tenantId, filter, sort])

const opposite = { asc: 'desc', desc: 'asc' } as const

/** The pages of all parts, one behind the other; what is shown is the head of them in order. */
function joined(scope: Scope, pageOfPart: Query, parts: Knex.Raw): Query {
  const tables = 'unnest(?) as part (id) cross join lateral ? as joined'
  return scope
    .db('joined')
    .from(scope.db.raw(tables, [parts, pageOfPart]))
    .select('joined.*')
}

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
