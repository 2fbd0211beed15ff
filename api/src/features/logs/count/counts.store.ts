/** Lines as they were counted when they were written: by minutes, and by quarters what is days old. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import { lockOf } from '../../../core/access/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { termsIn } from '../query/logs.query.ts'
import { chosen } from '../query/matching.store.ts'
import type { LogSpan } from '../query/span.ts'
import { narrowByTerms } from '../query/terms.store.ts'

const quarterSeconds = 15 * 60
/** For so long the minutes are kept apart. */
const minutesKeptMs = 2 * 24 * 3_600_000
/** All that was counted of a path is whether it leads to where embed sessions are opened. */
const doors = { elsewhere: 0, oddlySpelt: 1, ofSessions: 2 } as const

/** Whether a filter asks for nothing but what lines were counted by. */
export function isCounted({ path, requestId, q }: LogSearch): boolean {
  if (path !== undefined || requestId !== undefined) return false
  return termsIn(q).every(({ field }) => ['status', 'method', 'app', 'key'].includes(field))
}

/** Whether the buckets of a span are no shorter than what was counted together. */
export function isCountedBy(scope: Scope, { from, seconds }: LogSpan): boolean {
  const isYoung = from.getTime() > scope.now().getTime() - minutesKeptMs
  return seconds % (isYoung ? 60 : quarterSeconds) === 0
}

/** The counts of what a filter lets through, as lines are themselves. */
export function counted(scope: Scope, filter: LogSearch, { from, to }: LogSpan): Knex.QueryBuilder {
  const { method, q, without } = filter
  const query = chosen(scope, scope.db('log_counts') as Knex.QueryBuilder, filter)
  query.where({ tenant_id: scope.tenantId }).where('moment', '>=', from).where('moment', '<', to)
  if (method) query.where({ method })
  if (without) {
    const { ofSessions } = doors
    query.whereRaw("not (door = ? and method = 'POST' and status_group = 2)", [ofSessions])
  }
  const isLocked = lockOf(scope.principal) !== null
  if (isLocked) query.where({ door: doors.elsewhere })
  narrowByTerms(query, termsIn(q), isLocked)
  return query
}

/**
 * The part of a span that is wholly counted, and what of it is left at its edges: never more than the lines
 * of two moments that were counted together.
 */
export function edgesOf(scope: Scope, span: LogSpan): { inner: LogSpan; edges: LogSpan[] } {
  const seconds = isCountedBy(scope, { ...span, seconds: 60 }) ? 60 : quarterSeconds
  const ms = seconds * 1000
  const from = new Date(Math.ceil(span.from.getTime() / ms) * ms)
  const to = new Date(Math.floor(span.to.getTime() / ms) * ms)
  if (from >= to) return { inner: { from, to: from, seconds }, edges: [span] }
  const edges = [
    { from: span.from, to: from, seconds },
    { from: to, to: span.to, seconds },
  ]
  return { inner: { from, to, seconds }, edges: edges.filter((edge) => edge.from < edge.to) }
}

/** Days of one tenant at once: each is a transaction of its own, and none is long. */
const drawnAtOnce = 20_000

/**
 * Draws the minutes of old together to quarters. Rows go from one moment to another in one statement, so
 * that whoever counts meanwhile counts each once. Answers whether there are more.
 */
export async function drawTogether(scope: Scope): Promise<boolean> {
  const before = new Date(scope.now().getTime() - minutesKeptMs)
  const { rows } = await scope.db.raw<{ drawn: number }>(
    `with old as (
       select moment, app_id, key_id, key_prefix, method, status, door from log_counts
       where tenant_id = ? and moment < date_bin('15 minutes', ?::timestamptz, 'epoch')
         and moment <> date_bin('15 minutes', moment, 'epoch')
       limit ?
     ), gone as (
       delete from log_counts known using old
       where known.tenant_id = ? and (known.moment, known.app_id, known.key_id, known.key_prefix,
           known.method, known.status, known.door)
         = (old.moment, old.app_id, old.key_id, old.key_prefix, old.method, old.status, old.door)
       returning known.*
     ), drawn as (
       insert into log_counts as known (tenant_id, environment, moment, app_id, key_id, key_prefix,
         method, status, door, requests)
       select tenant_id, environment, date_bin('15 minutes', moment, 'epoch') as quarter, app_id,
         key_id, key_prefix, method, status, door, sum(requests)
       from gone
       group by tenant_id, environment, quarter, app_id, key_id, key_prefix, method, status, door
       order by quarter, app_id, key_id, key_prefix, method, status, door
       on conflict (tenant_id, moment, app_id, key_id, key_prefix, method, status, door) do update
       set requests = known.requests + excluded.requests
     )
     select count(*) as drawn from gone`,
    [scope.tenantId, before, drawnAtOnce, scope.tenantId],
  )
  return Number(rows[0]?.drawn ?? 0) === drawnAtOnce
}
