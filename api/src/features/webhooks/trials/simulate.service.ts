/** What a filter and a transformation would do with an event; nothing is sent and nothing kept. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Simulation } from '@sonaqor/contract/webhook-trials'
import type { webhooks } from '@sonaqor/contract/webhooks'
import type { Scope } from '../../../core/scope/index.ts'
import { conditionsOf } from '../shaping/filter.ts'
import { transformTimed, type Transformed } from '../shaping/transform.ts'
import { trying } from '../shaping/trying.ts'
import { payloadTried } from './tried.ts'

type Body = InputOf<typeof webhooks.simulate>['body']

/** As an event goes its way: what the filter holds back is not transformed. */
export async function simulate(scope: Scope, body: Body): Promise<Simulation> {
  const before = payloadTried(scope, body)
  const conditions = conditionsOf(body.filter, before)
  const passes = conditions.every(({ holds }) => holds)
  const code = passes ? body.transformation : null
  const { transformed, ranMs } = await transformedBy(scope, code, before)
  return {
    before,
    passes,
    conditions,
    after: passes && 'after' in transformed ? transformed.after : null,
    fault: 'fault' in transformed ? transformed.fault : null,
    tookMs: ranMs,
  }
}

/** Nobody's connection waits while somebody's code runs. */
async function transformedBy(
  scope: Scope,
  code: string | null,
  before: Record<string, unknown>,
): Promise<{ transformed: Transformed; ranMs: number }> {
  if (code === null) return { transformed: { after: before }, ranMs: 0 }
  const { tenantId } = scope
  return scope.aside(() => trying(tenantId, () => transformTimed(tenantId, code, before)))
}
