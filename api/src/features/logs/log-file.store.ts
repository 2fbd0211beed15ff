/** Log lines to be written into a file, newest first: what comes in meanwhile is left out. */
import type { LogEntry } from '@sonaqor/contract/logs'
import type { Scope } from '../../core/scope/index.ts'
import { counted, isCounted } from './counts.store.ts'
import type { LogExportFilter } from './log-file.ts'
import { firstIdOf } from './log-line.ts'
import { matching, toEntry, type LogRow } from './matching.store.ts'

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
  if (from !== undefined || to !== undefined || !isCounted(filter)) return null
  const all = { from: new Date(0), to: scope.now(), seconds: 60 }
  const [row] = await counted(scope, filter, all).sum<{ lines: number | null }[]>({
    lines: 'requests',
  })
  return Number(row?.lines ?? 0)
}

interface Lot {
  readonly after: string | null
  readonly until: string
  readonly bound: number
}

/** Fewer than asked for are the last. */
export async function linesAfter(
  scope: Scope,
  asked: LogExportFilter,
  { after, until, bound }: Lot,
): Promise<LogEntry[]> {
  const { from } = asked
  const query = matching(scope, asked).where('id', '<', after ?? until)
  if (from !== undefined) query.where('id', '>=', firstIdOf(new Date(from)))
  const rows: LogRow[] = await query.orderBy('id', 'desc').limit(bound)
  return rows.map((row) => toEntry(scope, row))
}
