/** Which lines a filter lets through, each part of it by an index of its own where there is one. */
import { embeds } from '@sonaqor/contract/embeds'
import type { LogTerm } from '@sonaqor/contract/log-query'
import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import { lockOf } from '../../../core/access/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { appsInProject } from '../../apps/index.ts'
import { importedPrefix, instantOf } from '../write/log-line.ts'
import { termsIn } from './logs.query.ts'
import { narrowByTerms } from './terms.store.ts'
import { heldPath, indexedPart, narrowToLock } from '../lock/within-lock.store.ts'

export interface LogRow {
  readonly environment: LogEntry['environment']
  readonly id: string
  readonly app_id: string
  readonly key_id: string
  readonly key_prefix: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly status_group: number
  /** Null where an imported line does not tell it. */
  readonly latency_ms: number | null
  readonly ip: string
  readonly request_id: string
}

/** What is read of one to tell it. */
export type ReadRow = Omit<LogRow, 'status_group'>

const entryColumns: (keyof ReadRow)[] = [
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

/** The entries of the principal's apps that a filter lets through. */
export const matching = (scope: Scope, filter: LogSearch) =>
  narrowed(scope, chosen(scope, scope.db<LogRow>('log_entries'), filter), filter).select(
    entryColumns,
  )

/** By what lines and what is counted of them are chosen alike, and indexes walk in the order of time. */
export function chosen<Query extends Knex.QueryBuilder>(
  scope: Scope,
  query: Query,
  { appId, environment, keyId, projectId, status }: LogSearch,
): Query {
  scope.inApps(query)
  if (environment) query.where({ environment })
  if (appId) query.where({ app_id: appId })
  if (projectId) query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
  if (keyId) query.where({ key_id: keyId })
  if (status) query.where({ status_group: Number(status.charAt(0)) })
  return query
}

/** By what lines are told apart when they are looked at. */
export function narrowed<Query extends Knex.QueryBuilder>(
  scope: Scope,
  query: Query,
  filter: LogSearch,
): Query {
  const { method, path, q, without } = filter
  if (method) query.where({ method })
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

export function toEntry({ principal }: Scope, row: ReadRow): LogEntry {
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
    latencyMs: row.latency_ms ?? 0,
    ip: row.ip,
    requestId: row.request_id,
    ...(row.key_prefix === importedPrefix && {
      imported: { hasLatency: row.latency_ms !== null },
    }),
  }
}
