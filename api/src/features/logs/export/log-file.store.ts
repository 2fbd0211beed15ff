/** Log lines to be written into a file, newest first: what comes in meanwhile is left out. */
import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { counted, edgesOf, isCounted } from '../count/counts.store.ts'
import type { LogExportFilter } from './log-file.ts'
import { firstIdOf } from '../write/log-line.ts'
import { readAsText } from './lines-as-text.store.ts'
import { chosen, matching, narrowed, toEntry, type ReadRow } from '../query/matching.store.ts'
import { soon, wholly } from '../query/scan.store.ts'
import type { LogSpan } from '../query/span.ts'

/** The first id that is not in it: lines that are being written now may have younger ones than the last. */
export function newestOf(scope: Scope, { to }: LogExportFilter): string {
  const now = scope.now().getTime()
  return firstIdOf(new Date(to === undefined ? now : Math.min(now, Date.parse(to))))
}

/** How many there will be, where that is known without looking at each. */
export async function countOf(
  scope: Scope,
  { from, to, ...filter }: LogExportFilter,
): Promise<number | null> {
  if (!isCounted(filter)) return null
  const span = {
    from: from === undefined ? new Date(0) : new Date(from),
    to: to === undefined ? scope.now() : new Date(Math.min(scope.now().getTime(), Date.parse(to))),
    seconds: 60,
  }
  if (from === undefined && to === undefined) return sumOf(scope, filter, span)
  const { inner, edges } = edgesOf(scope, span)
  let lines = await sumOf(scope, filter, inner)
  for (const edge of edges) {
    const [row] = await scope
      .db('edge')
      .from(wholly(scope, filter, edge).clearSelect().select('id').as('edge'))
      .count<{ count: number | string }[]>()
    lines += Number(row?.count ?? 0)
  }
  return lines
}

async function sumOf(scope: Scope, filter: LogSearch, span: LogSpan): Promise<number> {
  const [row] = await counted(scope, filter, span).sum<{ lines: number | null }[]>({
    lines: 'requests',
  })
  return Number(row?.lines ?? 0)
}

/** How many lines a filter lets through, up to a bound; null where that is not soon known. */
export async function countUpTo(
  scope: Scope,
  filter: LogExportFilter,
  bound: number,
): Promise<number | null> {
  const known = await countOf(scope, filter)
  if (known !== null) return known
  return soon(
    scope,
    async () => {
      const place = { after: null, until: newestOf(scope, filter) }
      const lines = behind(matching(scope, filter), filter, place).clearSelect().select('id')
      const all = scope.db('counted').from(lines.limit(bound).as('counted'))
      const [row] = await all.count<{ count: number | string }[]>()
      return Number(row?.count ?? 0)
    },
    patienceMs,
  )
}

interface Place {
  readonly after: string | null
  readonly until: string
  readonly bound: number
}

interface Lot {
  readonly rows: LogEntry[]
  /** The id behind which it goes on; null where these were the last. */
  readonly next: string | null
}

const patienceMs = 2000
/** So many are soon looked at, whatever they are looked at for. */
const lookedAtOnce = 100_000

/** The lines behind a place, or those among the next ones there, where few of many are looked for. */
export async function linesAfter(scope: Scope, asked: LogExportFilter, place: Place): Promise<Lot> {
  const found = await soon(scope, () => linesFound(scope, asked, place), patienceMs)
  return found ?? linesLookedAt(scope, asked, place, lookedAtOnce)
}

async function linesFound(scope: Scope, asked: LogExportFilter, place: Place): Promise<Lot> {
  const lines = () => inOrder(behind(matching(scope, asked), asked, place), place)
  const rows = (await readAsText(scope, lines())) ?? (await rowsOf(lines()))
  return { rows: rows.map((row) => toEntry(scope, row)), next: nextOf(rows, place) }
}

/** Those that are asked for among so many lines behind a place. */
export async function linesLookedAt(
  scope: Scope,
  asked: LogExportFilter,
  place: Place,
  most: number,
): Promise<Lot> {
  const all = scope.db('log_entries') as Knex.QueryBuilder
  const lines = behind(chosen(scope, all, asked), asked, place).orderBy('id', 'desc')
  const looked = scope.db('looked').from(lines.clone().select('*').limit(most).as('looked'))
  const found = narrowed(scope, looked as Knex.QueryBuilder, asked).select('*')
  const rows = await rowsOf(inOrder(found, place))
  const end: { id: string } | undefined = await lines
    .select('id')
    .offset(most - 1)
    .first()
  return {
    rows: rows.map((row) => toEntry(scope, row)),
    next: nextOf(rows, place) ?? end?.id ?? null,
  }
}

function behind<Query extends Knex.QueryBuilder>(
  query: Query,
  { from }: LogExportFilter,
  { after, until }: Pick<Place, 'after' | 'until'>,
): Query {
  query.where('id', '<', after ?? until)
  if (from !== undefined) query.where('id', '>=', firstIdOf(new Date(from)))
  return query
}

const inOrder = (query: Knex.QueryBuilder, { bound }: Place): Knex.QueryBuilder =>
  query.orderBy('id', 'desc').limit(bound)

const rowsOf = (query: Knex.QueryBuilder) => query as unknown as Promise<ReadRow[]>

const nextOf = (rows: readonly ReadRow[], { bound }: Place) =>
  rows.length < bound ? null : (rows.at(-1)?.id ?? null)
