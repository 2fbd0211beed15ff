/**
 * How long nothing has come off at an endpoint, and what follows from it: whoever runs it is told after a
 * day, and after five, if one delivery after another fails, nothing more is sent to it.
 */
import { systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { disableEndpoint } from '../endpoints/endpoints.service.ts'
import { findRow } from '../endpoints/endpoints.store.ts'
import { tellFailing } from '../endpoints/tell.ts'
import { beginFailing, endFailing, failsStill } from './failing.store.ts'
import { dayMs } from '../deliveries/range.ts'
import type { Lane } from './lane.ts'

const toldAfterMs = dayMs
const disabledAfterMs = 5 * dayMs

type Chore = (scope: Scope, lane: Lane) => Promise<void>

/** What has to be done about an endpoint after this attempt; most often nothing. */
export function choreOf(
  { failingSince }: Lane,
  came: { readonly isDelivered: boolean; readonly status: number | null },
  now: Date,
): Chore | null {
  if (came.isDelivered) return failingSince ? over : null
  if (came.status === 410) return gone
  if (!failingSince) return begins
  const forMs = now.getTime() - failingSince.getTime()
  if (forMs >= disabledAfterMs) return givenUp
  return forMs >= toldAfterMs ? told : null
}

/** One at a time for each endpoint; what goes wrong in it is done after a later attempt. */
export function doChore({ scopes, log }: Foundation, lane: Lane, chore: Chore): void {
  if (lane.isBusy) return
  lane.isBusy = true
  const { tenantId, endpointId } = lane.facts
  scopes
    .run(systemPrincipal('webhooks', tenantId), (scope) => chore(scope, lane))
    .catch((error: unknown) => {
      log.warn({ err: error, endpointId }, 'the state of an endpoint could not be written')
    })
    .finally(() => (lane.isBusy = false))
}

const begins: Chore = async (scope, lane) => {
  lane.failingSince = await beginFailing(scope, lane.facts.endpointId)
}
const over: Chore = async (scope, lane) => {
  await endFailing(scope, lane.facts.endpointId)
  lane.failingSince = null
}
const gone: Chore = (scope, { facts }) => disableEndpoint(scope, facts.endpointId, 'gone')
const givenUp: Chore = async (scope, lane) => {
  const { failingSince, facts } = lane
  if (!failingSince) return
  if (!(await failsStill(scope, facts.endpointId, failingSince))) return told(scope, lane)
  await disableEndpoint(scope, facts.endpointId, 'failing')
  lane.end()
}

/** So often it is looked whether they were told today. */
const tellEveryMs = 3_600_000

const told: Chore = async (scope, lane) => {
  const now = scope.now().getTime()
  if (now - lane.warnedAt < tellEveryMs || !lane.failingSince) return
  const endpoint = await findRow(scope, lane.facts.endpointId)
  if (endpoint?.kind === 'http') await tellFailing(scope, endpoint, lane.failingSince)
  lane.warnedAt = now
}
