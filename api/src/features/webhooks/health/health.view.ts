/** How endpoints do over a range, from what the attempts leave behind, and what waits for them now. */
import type { AttemptFault } from '@sonaqor/contract/webhook-bounds'
import type { EndpointHealth } from '@sonaqor/contract/webhook-health'
import type { Scope } from '../../../core/scope/index.ts'
import { free, holdsOf } from './holds.view.ts'
import { latencyOf, summedLatencies } from './latencies.ts'
import type { HealthRange } from './range.ts'
import { countedWithin } from './sums/counted.view.ts'
import { nothing, waitingForEach } from './waiting.view.ts'

interface CountsRow {
  readonly endpoint_id: string
  readonly attempts: number
  readonly succeeded: number
  readonly failed: number
  readonly skipped: number
  readonly latencies: number[]
}

interface LastRow {
  readonly endpoint_id: string
  readonly at: Date
  readonly status: number | null
  readonly fault: AttemptFault | null
}

export async function healthOf(
  scope: Scope,
  endpointIds: readonly string[],
  range: HealthRange,
): Promise<Map<string, EndpointHealth>> {
  if (endpointIds.length === 0) return new Map()
  const ids = [...endpointIds]
  const counts = await countsOf(scope, ids, range)
  const waiting = await waitingForEach(scope, ids)
  const holds = await holdsOf(scope, ids)
  const last = await lastOf(scope, ids)
  const [from, to] = [range.from.toISOString(), range.to.toISOString()]
  return new Map(
    ids.map((id) => {
      const { attempts, succeeded, failed, skipped, latencies } = counts.get(id) ?? none
      const health: EndpointHealth = {
        from,
        to,
        attempts,
        succeeded,
        success: attempts === 0 ? null : succeeded / attempts,
        latencyMs: latencyOf(latencies),
        ...(waiting.get(id) ?? nothing),
        ...(holds.get(id) ?? free),
        failed,
        skipped,
        lastAttemptAt: last.get(id)?.at.toISOString() ?? null,
        lastStatus: last.get(id)?.status ?? null,
        lastFault: last.get(id)?.fault ?? null,
      }
      return [id, health]
    }),
  )
}

const none = { attempts: 0, succeeded: 0, failed: 0, skipped: 0, latencies: [] }

const byEndpoint = <Row extends { readonly endpoint_id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.endpoint_id, row]))

async function countsOf(scope: Scope, ids: string[], range: HealthRange) {
  const { rows } = await scope.db.raw<CountsRow>(
    `select endpoint_id, sum(attempts)::integer as attempts, sum(succeeded)::integer as succeeded,
       sum(failed)::integer as failed, sum(skipped)::integer as skipped, ${summedLatencies}
     from ? where endpoint_id = any(?::uuid[]) group by endpoint_id`,
    [(await countedWithin(scope, range)).table, ids],
  )
  return byEndpoint(rows)
}

async function lastOf(scope: Scope, ids: string[]) {
  const { rows } = await scope.db.raw<LastRow>(
    `select asked.endpoint_id, last.at, last.status, last.fault
     from unnest(?::uuid[]) as asked (endpoint_id)
     cross join lateral (
       select at, status, fault from webhook_attempts
       where tenant_id = ? and endpoint_id = asked.endpoint_id
       order by at desc limit 1
     ) as last`,
    [ids, scope.tenantId],
  )
  return byEndpoint(rows)
}
