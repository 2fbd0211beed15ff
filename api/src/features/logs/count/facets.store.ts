/** What lines have in common, and how many there are of each. */
import type { LogMatch } from '@sonaqor/contract/log-query'
import type { LogFacetName, LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import { lockOf } from '../../../core/access/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { counted, edgesOf, isCounted } from './counts.store.ts'
import { heldByFew } from './held-by-few.store.ts'
import { amongFewer, takePlaceToLook } from '../patience/patience.store.ts'
import { amongNewest, planForSpan, soon, wholly } from '../query/scan.store.ts'
import { termsIn } from '../query/logs.query.ts'
import type { LogSpan } from '../query/span.ts'
import { shownPath } from '../lock/within-lock.store.ts'

/** Paths and addresses are read off the lines themselves: of so many of the newest. */
const linesMax = 20_000
/** Nobody can go on with facets where they ended, as with a chart: they are given longer to be whole. */
const wholeMs = 1500
/** Of each, the commonest. */
const valuesMax = 20

export interface FacetCount {
  readonly value: string
  readonly name?: string
  readonly count: number
}

export interface FacetOf {
  readonly values: readonly FacetCount[]
  /** From here on every line is counted. */
  readonly completeFrom: Date
  /** Where that is not from the beginning: so many of the newest were looked at. */
  readonly newest?: number | undefined
}
export type FacetCounts = Readonly<Record<LogFacetName, FacetOf>>

interface FacetRow {
  readonly status: number | null
  readonly method: string | null
  readonly app_id: string | null
  readonly key_id: string | null
  readonly key_prefix: string | null
  readonly area: string | null
  readonly ip: string | null
  readonly requests: number
}

const ofCounts = ['status', 'method', 'app_id', 'key_id']
/** A key that was rotated begins in more ways than one. */
const keyPrefix = 'case when grouping(key_id) = 0 then max(key_prefix) end as key_prefix'

export async function countFacets(
  scope: Scope,
  filter: LogSearch,
  span: LogSpan,
): Promise<FacetCounts> {
  const isQuick = isCounted(filter)
  await takePlaceToLook(scope)
  await planForSpan(scope)
  const count = (lines: Knex.QueryBuilder) => ofLines(scope, lines, depthOf(filter))
  const all = () => count(wholly(scope, filter, span))
  const whole = isQuick
    ? null
    : ((await soon(scope, all)) ??
      (await heldByFew(scope, filter, span, count)) ??
      (await soon(scope, all, wholeMs)))
  if (whole) return facetsOf(whole, span.from)
  const newest = await amongFewer(scope, linesMax, async (bound) => {
    const { lines, from } = await amongNewest(scope, filter, span, bound)
    return facetsOf(await count(lines), from, bound)
  })
  if (!isQuick) return newest
  const { path, ip } = newest
  return { ...facetsOf(await fromCounts(scope, filter, span), span.from), path, ip }
}

async function fromCounts(scope: Scope, filter: LogSearch, span: LogSpan): Promise<FacetRow[]> {
  const { inner, edges } = edgesOf(scope, span)
  const columns = ['status', 'method', 'app_id', 'key_id', 'key_prefix']
  const atEdges = edges.map((edge) =>
    wholly(scope, filter, edge)
      .clearSelect()
      .select([...columns, scope.db.raw('1 as requests')]),
  )
  const both = counted(scope, filter, inner)
    .select([...columns, 'requests'])
    .unionAll(atEdges)
  const { rows } = await scope.db.raw<FacetRow>(
    `select status, method, app_id, key_id, ${keyPrefix}, null as area, null as ip,
       sum(requests) as requests
     from (
       select status, method, app_id, key_id, max(key_prefix) as key_prefix, sum(requests) as requests
       from ? as counted group by 1, 2, 3, 4
     ) as kinds
     group by grouping sets (${setsOf(ofCounts)})`,
    [both],
  )
  return rows
}

/** An area holds its bare folder, `/v1/keys/`, as the term does that it is asked for by. */
async function ofLines(scope: Scope, lines: Knex.QueryBuilder, depth: number): Promise<FacetRow[]> {
  const path = lockOf(scope.principal) ? shownPath : { sql: 'path', values: [] }
  const { rows } = await scope.db.raw<FacetRow>(
    `select status, method, app_id, key_id, ${keyPrefix}, area, ip, count(*) as requests
     from (
       select lines.*, case when cardinality(parts) > ? and parts[1] = ''
         then array_to_string(parts[1:?], '/') || '/*' else shown end as area
       from ? as lines, lateral (select ${path.sql} as shown) as read,
         lateral (select string_to_array(shown, '/') as parts) as cut
     ) as lines
     group by grouping sets (${setsOf([...ofCounts, 'area', 'ip'])})`,
    // What stands before the first slash is a part as well.
    [depth + 1, depth + 1, lines, ...path.values],
  )
  return rows
}

/** Of a folder that is asked for already it is told what is in it; otherwise two parts of a path are an area. */
function depthOf({ q }: LogSearch): number {
  const asked = termsIn(q).filter(({ field, isNot }) => field === 'path' && !isNot)
  const depths = asked.map(({ anyOf }) => Math.min(...anyOf.map(depthIn)) + 1)
  return Math.max(2, ...depths)
}

/** How many parts a folder has, and none for what is no folder. */
const depthIn = (match: LogMatch): number =>
  match.kind === 'begins' && match.text.endsWith('/') ? match.text.split('/').length - 2 : 0

const setsOf = (sets: readonly string[]) => sets.map((set) => `(${set})`).join(', ')

function facetsOf(rows: readonly FacetRow[], completeFrom: Date, newest?: number): FacetCounts {
  const facet = (valueOf: (row: FacetRow) => string | number | null): FacetOf => ({
    values: rows
      .flatMap((row) => countOf(row, valueOf(row)))
      .toSorted(commonest)
      .slice(0, valuesMax),
    completeFrom,
    newest,
  })
  return {
    status: facet(({ status }) => status),
    method: facet(({ method }) => method),
    app: facet(({ app_id }) => app_id),
    key: facet(({ key_id }) => key_id),
    path: facet(({ area }) => area),
    ip: facet(({ ip }) => ip),
  }
}

function countOf({ key_prefix, requests }: FacetRow, found: string | number | null): FacetCount[] {
  if (found === null) return []
  const one = { value: String(found), count: Number(requests) }
  return [key_prefix === null ? one : Object.assign(one, { name: key_prefix })]
}

const commonest = (one: FacetCount, other: FacetCount) =>
  other.count - one.count || (one.value < other.value ? -1 : 1)
