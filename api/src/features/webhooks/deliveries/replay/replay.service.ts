/** Replays: what one would send is said first, and then a job does it. */
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Job } from '@sonaqor/contract/jobs'
import { replayPerSecondMax } from '@sonaqor/contract/webhook-bounds'
import { replayedStates, type ReplayPreview } from '@sonaqor/contract/webhook-deliveries'
import type { webhooks } from '@sonaqor/contract/webhooks'
import type { Scope } from '../../../../core/scope/index.ts'
import { startWork } from '../../../jobs/index.ts'
import { typesOfTenant } from '../../catalogue/readable.ts'
import { findRow, type EndpointRow } from '../../endpoints/endpoints.store.ts'
import { appOf } from '../../endpoints/whose.ts'
import { noEndpoint } from '../../endpoints/no-endpoint.ts'
import { keptRangeOf } from '../../health/range.ts'
import { requireActive } from '../require-active.ts'
import { countReplayed } from './counting.ts'
import { replayKind } from './replay-work.ts'
import { spanOf, type ReplayParams } from './replay-params.ts'
import { shownOf } from './sample.view.ts'

type Asked = InputOf<typeof webhooks.startReplay>['body']

export async function previewReplay(scope: Scope, asked: Asked): Promise<ReplayPreview> {
  const { endpoint, params } = await settled(scope, asked)
  const counted = await countReplayed(scope, endpoint, spanOf(params, null))
  const { deliveries, isAtLeast, byType, byState } = counted
  return {
    endpointId: endpoint.id,
    url: endpoint.url,
    from: params.from,
    to: params.to,
    deliveries,
    isAtLeast,
    byType: [...byType]
      .map(([eventType, count]) => ({ eventType, deliveries: count }))
      .toSorted((a, b) => b.deliveries - a.deliveries || (a.eventType < b.eventType ? -1 : 1)),
    byState: replayedStates.flatMap((state) => {
      const count = byState.get(state)
      return count === undefined ? [] : { state, deliveries: count }
    }),
    perSecond: params.perSecond,
    seconds: Math.ceil(deliveries / params.perSecond),
    sample: await shownOf(scope, endpoint, counted.first),
  }
}

export async function startReplay(scope: Scope, asked: Asked): Promise<Job> {
  const { endpoint, params } = await settled(scope, asked)
  return start(scope, endpoint, params, { of: 'range', action: 'webhooks.replayed' })
}

export async function retryFailed(scope: Scope, endpointId: string, since: string): Promise<Job> {
  const asked = { endpointId, from: since, states: ['failed' as const], eventTypes: [] }
  const { endpoint, params } = await settled(scope, { ...asked, perSecond: null }, '#/since')
  // One is given up three days behind its event and later: by that hardly any would be found.
  return start(
    scope,
    endpoint,
    { ...params, by: 'given-up' },
    { of: 'failed', action: 'webhooks.failed-retried' },
  )
}

interface Kind {
  /** What its title tells it by. */
  readonly of: 'range' | 'failed'
  readonly action: AuditAction
}

async function start(
  scope: Scope,
  endpoint: EndpointRow,
  params: ReplayParams,
  { of, action }: Kind,
): Promise<Job> {
  const { id: endpointId, environment } = endpoint
  const job = await startWork(scope, replayKind, {
    params,
    // What everybody needs to have it go on or begin again, for it sends.
    scope: 'webhooks:write',
    about: { of, endpointId, endpoint: endpoint.label ?? new URL(endpoint.url).host },
    unit: 'deliveries',
    environment,
  })
  scope.audit({
    action,
    target: endpointId,
    environment,
    appId: appOf(endpoint),
    after: { jobId: job.id, ...params },
  })
  return job
}

/** Nothing of what is left out moves any more once it is asked for. */
async function settled(scope: Scope, asked: Asked, pointer = '#/from') {
  const endpoint = (await findRow(scope, asked.endpointId)) ?? noEndpoint()
  const { from, to } = await keptRangeOf(scope, asked, pointer)
  await requireActive(scope, endpoint.id)
  const params: ReplayParams = {
    endpointId: endpoint.id,
    by: 'happened',
    from: from.toISOString(),
    to: to.toISOString(),
    states: [...new Set(asked.states)],
    eventTypes: asked.eventTypes,
    exceptTypes: scope.principal.appIds === 'all' ? [] : [...typesOfTenant],
    perSecond: paceOf(endpoint, asked.perSecond),
  }
  return { endpoint, params }
}

/** What is put in line faster than the endpoint takes it would wait there, and what was said be wrong. */
const paceOf = ({ max_per_second: own }: EndpointRow, asked: number | null): number =>
  Math.min(asked ?? replayPerSecondMax, own ?? replayPerSecondMax)
