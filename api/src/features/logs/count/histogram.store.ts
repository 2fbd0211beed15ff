/** Lines over time, by groups of statuses. */
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'
import { counted, isCounted, isCountedBy } from './counts.store.ts'
import { amongFewer, takePlaceToLook } from '../patience/patience.store.ts'
import { amongNewest, planForSpan, reachOf, soon, wholly } from '../query/scan.store.ts'
import { inLonger, type LogSpan } from '../query/span.ts'

/** Where nothing was counted, no more lines than this are looked at. */
const linesMax = 50_000

interface BucketRow {
  readonly at: Date
  readonly status_group: number
  readonly requests: number
}

export interface OverTime {
  readonly span: LogSpan
  readonly rows: readonly BucketRow[]
  /** From here on every line is counted. */
  readonly completeFrom: Date
}

export async function countOverTime(
  scope: Scope,
  filter: LogSearch,
  span: LogSpan,
): Promise<OverTime> {
  const all = (rows: readonly BucketRow[], within = span) => ({
    span: within,
    rows,
    completeFrom: within.from,
  })
  const isQuick = isCounted(filter)
  if (isQuick && isCountedBy(scope, span)) return all(await fromCounts(scope, filter, span))
  await takePlaceToLook(scope)
  await planForSpan(scope)
  const rows = await soon(scope, () => fromLines(scope, wholly(scope, filter, span), span))
  if (rows) return all(rows)
  if (isQuick) {
    const longer = inLonger(span, 15 * 60)
    return all(await fromCounts(scope, filter, longer), longer)
  }
  return amongFewer(scope, linesMax, async (bound) => ({
    span,
    rows: await fromLines(scope, amongNewest(scope, filter, span, bound), span),
    completeFrom: await reachOf(scope, filter, span, bound),
  }))
}

async function fromCounts(scope: Scope, filter: LogSearch, span: LogSpan): Promise<BucketRow[]> {
  const { rows } = await scope.db.raw<BucketRow>(
    `select date_bin(make_interval(secs => ?), moment, 'epoch') as at, status_group,
       sum(requests) as requests
     from ? as counted group by 1, 2`,
    [span.seconds, counted(scope, filter, span).select('*')],
  )
  return rows
}

async function fromLines(
  scope: Scope,
  lines: Knex.QueryBuilder,
  { seconds }: LogSpan,
): Promise<BucketRow[]> {
  const { rows } = await scope.db.raw<BucketRow>(
    `select date_bin(make_interval(secs => ?), uuid_extract_timestamp(id), 'epoch') as at,
       status_group, count(*) as requests
     from ? as lines group by 1, 2`,
    [seconds, lines],
  )
  return rows
}
