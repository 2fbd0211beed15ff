/** Lines over time, by groups of statuses. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { counted, edgesOf, isCounted, isCountedBy } from './counts.store.ts'
import { countBackwards, furtherLots, lots } from './backwards.store.ts'
import { heldByFew } from './held-by-few.store.ts'
import { amongFewer, takePlaceToLook } from '../patience/patience.store.ts'
import { amongNewest, planForSpan, soon, wholly } from '../query/scan.store.ts'
import { inLonger, type LogSpan } from '../query/span.ts'

/** Where not even a bucket is soon counted, no more lines than this are looked at. */
const linesMax = 50_000

interface BucketRow {
  readonly at: Date
  readonly status_group: number
  readonly requests: number
}

export interface OverTime {
  readonly buckets: LogSpan
  readonly rows: readonly BucketRow[]
  /** From here on every line is counted. */
  readonly completeFrom: Date
}

/** The first bucket and the last one may begin before the span and end behind it: only what is in it counts. */
export async function countOverTime(
  scope: Scope,
  filter: LogSearch,
  buckets: LogSpan,
  within: LogSpan,
  isFurther = false,
): Promise<OverTime> {
  const all = (rows: readonly BucketRow[], of = buckets) => ({
    buckets: of,
    rows,
    completeFrom: within.from,
  })
  const isQuick = isCounted(filter)
  if (isQuick && isCountedBy(scope, buckets))
    return all(await fromCounts(scope, filter, buckets, within))
  await takePlaceToLook(scope)
  await planForSpan(scope)
  const rows = await soon(scope, () => fromLines(scope, wholly(scope, filter, within), buckets))
  if (rows) return all(rows)
  if (isQuick) {
    const longer = inLonger(buckets, 15 * 60)
    return all(await fromCounts(scope, filter, longer, within), longer)
  }
  const held = await heldByFew(scope, filter, within, (lines) => fromLines(scope, lines, buckets))
  if (held) return all(held)
  const some = await countBackwards(scope, filter, within, isFurther ? furtherLots : lots, (part) =>
    fromLines(scope, wholly(scope, filter, part), buckets),
  )
  if (some) return { buckets, ...some }
  // It may end within a bucket; the next look counts what is before that, and adds the rest of it.
  return amongFewer(scope, linesMax, async (bound) => {
    const { lines, from: completeFrom } = await amongNewest(scope, filter, within, bound)
    return { buckets, rows: await fromLines(scope, lines, buckets), completeFrom }
  })
}

async function fromCounts(
  scope: Scope,
  filter: LogSearch,
  { seconds }: LogSpan,
  within: LogSpan,
): Promise<BucketRow[]> {
  const { inner, edges } = edgesOf(scope, within)
  if (edges.length > 0) await planForSpan(scope)
  const { rows } = await scope.db.raw<BucketRow>(
    `select date_bin(make_interval(secs => ?), moment, 'epoch') as at, status_group,
       sum(requests) as requests
     from ? as counted group by 1, 2`,
    [
      seconds,
      counted(scope, filter, inner)
        .select(['moment', 'status_group', 'requests'])
        .unionAll(edges.map((edge) => linesAt(scope, filter, edge))),
    ],
  )
  return rows
}

/** What is cut off from what was counted together is few lines, which are counted one by one. */
const linesAt = (scope: Scope, filter: LogSearch, edge: LogSpan) =>
  wholly(scope, filter, edge)
    .clearSelect()
    .select([
      scope.db.raw('uuid_extract_timestamp(id) as moment'),
      'status_group',
      scope.db.raw('1 as requests'),
    ])

async function fromLines(
  scope: Scope,
  lines: Knex.QueryBuilder,
  { seconds }: LogSpan,
): Promise<BucketRow[]> {
  const { rows } = await scope.db.raw<BucketRow>(
    `select date_bin(make_interval(secs => ?), uuid_extract_timestamp(id), 'epoch') as at,
       status / 100 as status_group, count(*) as requests
     from ? as lines group by 1, 2`,
    [seconds, lines],
  )
  return rows
}
