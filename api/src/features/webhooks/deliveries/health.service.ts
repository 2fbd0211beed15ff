/** The endpoints of whoever asks taken together, or one of them: what a widget draws. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'
import type { webhooks } from '@sonaqor/contract/webhooks'
import type { Scope } from '../../../core/scope/index.ts'
import { latencyOf } from '../health/latencies.ts'
import { countedRangeOf, pointsOf } from '../health/range.ts'
import { endpointsIn, seriesOf, totalOf, waitingIn } from './series.view.ts'

type Asked = InputOf<typeof webhooks.health>['query']

export async function showHealth(scope: Scope, asked: Asked): Promise<HealthSeries> {
  const range = countedRangeOf(scope, asked)
  const { seconds, begin } = pointsOf(scope, range)
  const counts = await seriesOf(scope, asked, range, seconds)
  const { attempts, succeeded, latencies } = await totalOf(scope, asked, range)
  const waiting = await waitingIn(scope, asked)
  const byPoint = new Map(counts.map((row) => [row.point.getTime(), row]))
  return {
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    attempts,
    succeeded,
    success: attempts === 0 ? null : succeeded / attempts,
    latencyMs: latencyOf(latencies),
    ...waiting,
    endpoints: await endpointsIn(scope, asked),
    intervalSeconds: seconds,
    points: begin.map((at) => {
      const row = byPoint.get(at.getTime())
      return {
        at: at.toISOString(),
        attempts: row?.attempts ?? 0,
        succeeded: row?.succeeded ?? 0,
      }
    }),
  }
}
