/**
 * The log store: all that is asked of it, in words that another engine could answer as well. Reads
 * happen in a scope, whose tenant and environments row-level security enforces.
 */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { LogEntry, logs, LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import {
  float4Array,
  int2Array,
  textArray,
  uuidArray,
  type Database,
} from '../../core/database/index.ts'
import { page, placeIn } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { appsInProject } from '../apps/index.ts'
import { firstIdOf, type Exposure, type LogLine } from './write/log-line.ts'
import { isCounted } from './count/counts.store.ts'
import { listOf, lookedAt, type LogsPage } from './query/looked-at.store.ts'
import { countFacets, type FacetCounts } from './count/facets.store.ts'
import { countOverTime, type OverTime } from './count/histogram.store.ts'
import { matching, toEntry, type LogRow } from './query/matching.store.ts'
import { patiently } from './patience/patience.store.ts'
import { linesCounted, placesCounted, type PageOfCounted } from './count/places.store.ts'
import { dropDays } from './retention/retention.store.ts'
import { soon } from './query/scan.store.ts'
import type { LogSpan } from './query/span.ts'
import { linesHolding, whereFewHoldIt, searchedText } from './query/words.store.ts'

export type LogsQuery = InputOf<typeof logs.search>['query']

export interface LogStore {
  /** Resolves when the lines are safe. All are of one tenant and environment. */
  append(lines: readonly LogLine[]): Promise<void>
  /** Makes room for the days of these instants, where there is none yet. */
  makeRoom(instants: readonly Date[]): Promise<void>
  /** Gives back the room of days of which nothing is kept any more. */
  dropDays(now: Date): Promise<void>
  page(scope: Scope, query: LogsQuery): Promise<LogsPage>
  show(scope: Scope, id: string): Promise<(LogEntry & Exposure) | undefined>
  /**
   * How many lines there are within a span of each group of statuses, in buckets that hold all of it; further
   * is asked by who knows the newer ones already.
   */
  histogram(
    scope: Scope,
    filter: LogSearch,
    buckets: LogSpan,
    within: LogSpan,
    isFurther: boolean,
  ): Promise<OverTime>
  /** How many lines there are of each value that they can be told apart by. */
  facets(scope: Scope, filter: LogSearch, span: LogSpan): Promise<FacetCounts>
  /** The newest entries of this instant and after, newest first. */
  newest(scope: Scope, filter: LogSearch, since: Date, limit: number): Promise<LogEntry[]>
  /** How many entries match between these two, both left out. */
  count(scope: Scope, filter: LogSearch, ids: { after: string; before: string }): Promise<number>
}

export function createLogStore(database: Database): LogStore {
  return {
    append: (lines) => append(database, lines),
    makeRoom: async (instants) => {
      const days = new Set(instants.map((instant) => instant.toISOString().slice(0, 10)))
      await database.query('select app.make_log_partitions($1)', [[...days].toSorted()])
    },
    dropDays: (now) => dropDays(database, now),
    page: readPage,
    histogram: countOverTime,
    facets: countFacets,
    show,
    newest: async (scope, filter, since, limit) => {
      const rows = await matching(scope, filter)
        .where('id', '>=', firstIdOf(since))
        .orderBy('id', 'desc')
        .limit(limit)
      return rows.map((row) => toEntry(scope, row))
    },
    count: async (scope, filter, { after, before }) => {
      const between = matching(scope, filter).where('id', '>', after).where('id', '<', before)
      const [row] = await between.clearSelect().count<{ count: number }[]>('* as count')
      return row?.count ?? 0
    },
  }
}

async function append(database: Database, lines: readonly LogLine[]): Promise<void> {
  const [first] = lines
  if (!first) return
  const texts = (name: 'keyPrefix' | 'method' | 'path' | 'ip' | 'requestId' | 'detail') =>
    textArray(lines.map((line) => line[name]))
  const uuids = (name: 'id' | 'appId' | 'keyId') => uuidArray(lines.map((line) => line[name]))
  await database.query(
    'select app.append_log_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    [
      first.tenantId,
      first.environment,
      uuids('id'),
      uuids('appId'),
      uuids('keyId'),
      texts('keyPrefix'),
      texts('method'),
      texts('path'),
      int2Array(lines.map(({ status }) => status)),
      float4Array(lines.map(({ latencyMs }) => latencyMs)),
      texts('ip'),
      texts('requestId'),
      texts('detail'),
    ],
  )
}

async function readPage(scope: Scope, query: LogsQuery): Promise<LogsPage> {
  const { limit, cursor: _, ...filter } = query
  const { from, to, ...asked } = filter
  const { projectId } = asked
  // A project alone is read app by app: a line knows its app, and what others send is passed over.
  const isByCounts = isCounted(asked) && Object.values(asked).some((value) => value !== undefined)
  const isByApps = !isByCounts && projectId !== undefined
  const read = (
    lines: Knex.QueryBuilder | ((place: PageOfCounted['cursor']) => Knex.QueryBuilder),
    parts?: Knex.Raw,
  ) =>
    page<LogRow, LogEntry>(scope, lines, {
      ...listOf(query),
      limit,
      parts,
      item: (row) => toEntry(scope, row),
    })
  if (isByCounts) {
    const at = { from, to, cursor: placeIn(scope, listOf(query)), bound: limit + 1 }
    return read(linesCounted(scope, asked, at, await placesCounted(scope, asked, at)))
  }
  const words = searchedText(scope, asked)
  const walk = () =>
    read(linesOf(scope, filter), isByApps ? appsInProject(scope, projectId) : undefined)
  const further = () => lookedAt(scope, query)
  if (words === null) return isCounted(asked) ? walk() : patiently(scope, walk, further)
  const holding = (place: PageOfCounted['cursor']) =>
    linesHolding(scope, asked, words, { from, to, cursor: place, bound: limit + 1 })
  return patiently(
    scope,
    async () =>
      (await soon(scope, walk, walkMs)) ??
      (await whereFewHoldIt(scope, () => read(holding))) ??
      walk(),
    further,
  )
}

/** What is found along so many lines is found sooner than by the trigrams of each day. */
const walkMs = 10

function linesOf(scope: Scope, { projectId, from, to, ...asked }: Omit<LogsQuery, 'limit'>) {
  const query = matching(scope, asked)
  if (projectId) query.whereRaw('app_id = part.id')
  if (from) query.where('id', '>=', firstIdOf(new Date(from)))
  if (to) query.where('id', '<', firstIdOf(new Date(to)))
  return query
}

async function show(scope: Scope, id: string): Promise<(LogEntry & Exposure) | undefined> {
  const row = await matching(scope, {}).select('detail').where({ id }).first()
  return (
    row && {
      ...toEntry(scope, row),
      ...(JSON.parse((row as { detail: string } & LogRow).detail) as Exposure),
    }
  )
}
