/**
 * What is told of a search that would take too long: what was found among the newest lines, how far back
 * was looked for it, and the place from where it goes on.
 */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { LogEntry, logs } from '@sonaqor/contract/logs'
import { cursorTo, placeIn, type PageReply, type SortColumn } from '../../../core/paging/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { linesLookedAt } from '../export/log-file.store.ts'
import { firstIdOf, instantOf } from '../write/log-line.ts'
import { soon } from './scan.store.ts'

type LogsQuery = InputOf<typeof logs.search>['query']

export interface LogsPage extends PageReply<LogEntry> {
  readonly lookedTo?: string | null
}

const sort: readonly SortColumn[] = [{ column: 'id', order: 'desc' }]

/** What a cursor of the list is good for. */
export function listOf(query: LogsQuery) {
  const { limit: _, cursor, ...filter } = query
  return { cursor, sort, filter: ['logs', filter] }
}

interface Bounds {
  /** So many lines are looked at first, and then twice as many each time. */
  readonly first: number
  readonly withinMs: number
}

const bounds: Bounds = { first: 50_000, withinMs: 1000 }
/** Nothing can be told before it has ended. */
const firstLookMs = 1000
const end = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Null where not even the first ones could be looked at in time. */
export async function lookedAt(
  scope: Scope,
  query: LogsQuery,
  { first, withinMs }: Bounds = bounds,
): Promise<LogsPage | null> {
  const { limit, cursor: _, ...asked } = query
  const list = listOf(query)
  const place = placeIn(scope, list)
  // Backwards one goes over what was found already.
  if (place?.direction === 'prev') return null
  const until = asked.to === undefined ? end : firstIdOf(new Date(asked.to))
  const endsAt = performance.now() + withinMs
  const data: LogEntry[] = []
  let after = place?.values.at(-1) ?? null
  for (let most = first, isFirst = true; ; most *= 2, isFirst = false) {
    const leftMs = Math.max(isFirst ? firstLookMs : 1, Math.round(endsAt - performance.now()))
    const from = { after, until, bound: limit - data.length }
    const lot = await soon(scope, () => linesLookedAt(scope, asked, from, most), leftMs)
    if (!lot && isFirst) return null
    if (!lot) break
    data.push(...lot.rows)
    after = lot.next
    if (after === null || data.length === limit || performance.now() > endsAt) break
  }
  const before = place && data[0]
  return {
    data,
    page: {
      next: after && cursorTo(scope, list, 'next', [after]),
      prev: before ? cursorTo(scope, list, 'prev', [before.id]) : null,
    },
    lookedTo: after && data.length < limit ? instantOf(after).toISOString() : null,
  }
}
