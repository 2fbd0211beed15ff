/**
 * Where the lines of a page are, by what was counted: a filter that lets few of many lines through is not
 * walked along all of them, nor one that lets none through.
 */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { counted } from './counts.store.ts'
import { firstIdOf, instantOf } from '../write/log-line.ts'
import { matching } from '../query/matching.store.ts'

const quarterMs = 15 * 60_000
const [beginning, end] = [new Date(0), new Date(Date.UTC(9999, 0))]

interface Walk {
  readonly from: Date
  readonly to: Date
  /** The line behind which the page begins. */
  readonly behind: string | null
  readonly isNewestFirst: boolean
  readonly bound: number
}

/** A quarter of an hour, and a key that made requests in it. */
interface Place {
  readonly quarter: Date
  readonly key_id: string
}

export interface PageOfCounted {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cursor: {
    readonly direction: 'next' | 'prev'
    readonly values: readonly string[]
  } | null
  readonly bound: number
}

/** The quarters and keys that hold a page; page by page their lines are cut to it. */
export async function placesCounted(
  scope: Scope,
  filter: LogSearch,
  asked: PageOfCounted,
): Promise<readonly Place[]> {
  const { rows } = await scope.db.raw<Place>(
    `select distinct date_bin('15 minutes', moment, 'epoch') as quarter, key_id from ? as known`,
    [momentsOf(scope, filter, walkOf(asked))],
  )
  return rows
}

/**
 * Their lines. The places are known by then: so the search is planned for the days that they lie in, and
 * not for all days that there are.
 */
export function linesCounted(
  scope: Scope,
  filter: LogSearch,
  asked: PageOfCounted,
  places: readonly Place[],
): Knex.QueryBuilder {
  const { from, to, behind, isNewestFirst, bound } = walkOf(asked)
  const quarters = places.map(({ quarter }) => quarter.getTime())
  // Where there are none they end before they begin, and no line is looked for.
  const [first, last] = [Math.min(...quarters, end.getTime()), Math.max(...quarters, 0) + quarterMs]
  const lines = matching(scope, filter)
    .where('id', '>=', firstIdOf(new Date(Math.max(from.getTime(), first))))
    .where('id', '<', firstIdOf(new Date(Math.min(to.getTime(), last))))
    .whereRaw('key_id = place.key_id')
    .whereRaw('id >= app.first_id_at(place.quarter)')
    .whereRaw(`id < app.first_id_at(place.quarter + interval '15 minutes')`)
    .orderBy('id', isNewestFirst ? 'desc' : 'asc')
    .limit(bound)
  if (behind !== null) lines.where('id', isNewestFirst ? '<' : '>', behind)
  const known = [
    places.map(({ quarter }) => quarter.toISOString()),
    places.map((place) => place.key_id),
  ]
  return scope
    .db('lines')
    .from(
      scope.db.raw(
        `unnest(?::timestamptz[], ?::uuid[]) as place (quarter, key_id) cross join lateral ? as lines`,
        [...known, lines],
      ),
    )
    .select('lines.*') as Knex.QueryBuilder
}

const walkOf = ({ from, to, cursor, bound }: PageOfCounted): Walk => ({
  from: from === undefined ? beginning : new Date(from),
  to: to === undefined ? end : new Date(to),
  behind: cursor?.values.at(-1) ?? null,
  isNewestFirst: cursor?.direction !== 'prev',
  bound,
})

/**
 * As many counts as the page has lines, for each counts one at least: all of the quarter in which the page
 * begins, of which it may show a part alone, and the next ones behind it. Those of one moment go together.
 */
function momentsOf(scope: Scope, filter: LogSearch, walk: Walk): Knex.Raw {
  const { from, to, behind, isNewestFirst, bound } = walk
  const start = behind === null ? (isNewestFirst ? to : from) : instantOf(behind)
  const quarter = new Date(Math.floor(start.getTime() / quarterMs) * quarterMs)
  const next = new Date(quarter.getTime() + quarterMs)
  // What was drawn together stands at the beginning of its quarter, before what it counts.
  const first = new Date(Math.floor(from.getTime() / quarterMs) * quarterMs)
  const within = (span: { from: Date; to: Date }) =>
    counted(scope, filter, { ...span, seconds: 60 }).select('moment', 'key_id')
  const rest = isNewestFirst
    ? within({ from: first, to: quarter }).orderBy('moment', 'desc')
    : within({ from: next, to }).orderBy('moment')
  return scope.db.raw('((select * from ? as here) union all (select * from ? as rest))', [
    within({ from: quarter, to: next }),
    scope.db.raw('(? fetch first ? rows with ties)', [rest, bound]),
  ])
}
