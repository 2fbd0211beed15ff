/**
 * The log store: all that is asked of it, in words that another engine could answer as well. Reads
 * happen in a scope, whose tenant and environments row-level security enforces.
 */
import { embeds } from '@sonaqor/contract/embeds'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { LogTerm } from '@sonaqor/contract/log-query'
import type { LogEntry, logs, LogSearch } from '@sonaqor/contract/logs'
import { lockOf } from '../../core/access/index.ts'
import type { Database } from '../../core/database/index.ts'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { appsInProject } from '../apps/index.ts'
import { float4Array, int2Array, textArray, uuidArray } from './binary-array.ts'
import { firstIdOf, instantOf, type Exposure, type LogLine } from './log-line.ts'
import { termsIn } from './logs.query.ts'
import { narrowByTerms } from './terms.store.ts'
import { heldPath, indexedPart, narrowToLock } from './within-lock.ts'

export type LogsQuery = InputOf<typeof logs.search>['query']

export interface LogStore {
  /** Resolves when the lines are safe. All are of one tenant and environment. */
  append(lines: readonly LogLine[]): Promise<void>
  /** Makes room for the days of these instants, where there is none yet. */
  makeRoom(instants: readonly Date[]): Promise<void>
  page(scope: Scope, query: LogsQuery): Promise<PageReply<LogEntry>>
  show(scope: Scope, id: string): Promise<(LogEntry & Exposure) | undefined>
  /** The newest entries of this instant and after, newest first. */
  newest(scope: Scope, filter: LogSearch, since: Date, limit: number): Promise<LogEntry[]>
  /** How many entries match between these two, both left out. */
  count(scope: Scope, filter: LogSearch, ids: { after: string; before: string }): Promise<number>
}

interface LogRow {
  readonly environment: LogEntry['environment']
  readonly id: string
  readonly app_id: string
  readonly key_id: string
  readonly key_prefix: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly status_group: number
  readonly latency_ms: number
  readonly ip: string
  readonly request_id: string
}

export function createLogStore(database: Database): LogStore {
  return {
    append: (lines) => append(database, lines),
    makeRoom: async (instants) => {
      const days = new Set(instants.map((instant) => instant.toISOString().slice(0, 10)))
      await database.query('select app.make_log_partitions($1)', [[...days].toSorted()])
    },
    page: readPage,
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

function readPage(
  scope: Scope,
  { limit, cursor, ...filter }: LogsQuery,
): Promise<PageReply<LogEntry>> {
  const { projectId, ...ofEach } = filter
  const { from, to } = filter
  const query = matching(scope, ofEach)
  if (projectId) query.whereRaw('app_id = part.id')
  if (from) query.where('id', '>=', firstIdOf(new Date(from)))
  if (to) query.where('id', '<', firstIdOf(new Date(to)))
  return page<LogRow, LogEntry>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['logs', filter],
    parts: projectId === undefined ? undefined : appsInProject(scope, projectId),
    item: (row) => toEntry(scope, row),
  })
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

const entryColumns: (keyof LogRow)[] = [
  'environment',
  'id',
  'app_id',
  'key_id',
  'key_prefix',
  'method',
  'path',
  'status',
  'latency_ms',
  'ip',
  'request_id',
]

const opensSession = [`/v1${embeds.createSession.path}`, embeds.createSession.method]

/** The entries of the principal's apps that a filter lets through, each part by an index of its own. */
function matching(scope: Scope, filter: LogSearch) {
  const { appId, environment, keyId, method, path, projectId, q, status, without } = filter
  const query = scope.inApps(scope.db<LogRow>('log_entries').select(entryColumns))
  if (environment) query.where({ environment })
  if (appId) query.where({ app_id: appId })
  if (projectId) query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
  if (keyId) query.where({ key_id: keyId })
  if (method) query.where({ method })
  if (status) query.where({ status_group: Number(status.charAt(0)) })
  if (without) query.whereRaw('not (path = ? and method = ? and status_group = 2)', opensSession)
  const isLocked = lockOf(scope.principal) !== null
  narrowByTerms(query, [...requested(filter), ...termsIn(q)], isLocked)
  if (isLocked) narrowToLock(query, path)
  if (path) {
    const start = isLocked ? indexedPart(path) : path
    query.whereRaw('path ~>=~ ? and path ~<~ ?', [start, `${start}\u{10FFFF}`])
  }
  return query
}

function requested({ requestId }: LogSearch): LogTerm[] {
  if (!requestId) return []
  return [{ field: 'request', isNot: false, anyOf: [{ kind: 'is', text: requestId }] }]
}

function toEntry({ principal }: Scope, row: LogRow): LogEntry {
  return {
    id: row.id,
    at: instantOf(row.id).toISOString(),
    environment: row.environment,
    appId: row.app_id,
    keyId: row.key_id,
    keyPrefix: row.key_prefix,
    method: row.method,
    path: lockOf(principal) ? heldPath(row.path) : row.path,
    status: row.status,
    latencyMs: row.latency_ms,
    ip: row.ip,
    requestId: row.request_id,
  }
}
