/**
 * Lines counted lot by lot, newest first, as far back as is soon done. A lot ends where a bucket begins, so
 * that no bucket is told of by a part, and whoever goes on from there counts no line twice.
 */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Scope } from '../../../core/scope/index.ts'
import { reachOf, soon } from '../query/scan.store.ts'
import type { LogSpan } from '../query/span.ts'

export interface Lots {
  /** So many lines are looked at first, and then twice as many each time. */
  readonly first: number
  readonly most: number
  readonly withinMs: number
}

export const lots: Lots = { first: 50_000, most: 200_000, withinMs: 200 }
/** Who goes on knows something already, and waits for the rest. */
export const furtherLots: Lots = { first: 100_000, most: 200_000, withinMs: 1000 }

/** Nothing can be told before it has ended. */
const firstLotMs = 500

/** Null where not even the first lot was counted in time. */
export async function countBackwards<Row>(
  scope: Scope,
  filter: LogSearch,
  within: LogSpan,
  { first, most, withinMs }: Lots,
  count: (part: LogSpan) => Promise<readonly Row[]>,
): Promise<{ readonly rows: readonly Row[]; readonly completeFrom: Date } | null> {
  const endsAt = performance.now() + withinMs
  const rows: Row[] = []
  let to = within.to
  for (let size = first; to > within.from; size = Math.min(size * 2, most)) {
    const isFirst = to === within.to
    const leftMs = Math.round(endsAt - performance.now())
    if (!isFirst && leftMs <= 0) break
    const lot = await soon(
      scope,
      async () => {
        const from = await beginOf(scope, filter, { ...within, to }, size)
        return { from, rows: await count({ ...within, from, to }) }
      },
      isFirst ? Math.max(leftMs, firstLotMs) : leftMs,
    )
    if (!lot && isFirst) return null
    if (!lot) break
    rows.push(...lot.rows)
    to = lot.from
  }
  return { rows, completeFrom: to }
}

/** Where the bucket begins up to which there are about so many lines; one that has more is counted whole. */
async function beginOf(
  scope: Scope,
  filter: LogSearch,
  within: LogSpan,
  size: number,
): Promise<Date> {
  const reach = await reachOf(scope, filter, within, size)
  if (reach <= within.from) return within.from
  const ms = within.seconds * 1000
  const later = Math.ceil(reach.getTime() / ms) * ms
  const begin = later < within.to.getTime() ? later : Math.floor(reach.getTime() / ms) * ms
  return new Date(Math.max(begin, within.from.getTime()))
}
