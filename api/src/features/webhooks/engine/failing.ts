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
import { beginFailing, endFailing, failsStill, type AtAddress } from './failing.store.ts'
import { dayMs } from '../days.ts'
import type { Lane } from './lane.ts'

const toldAfterMs = dayMs
const disabledAfterMs = 5 * dayMs

type Chore = (scope: Scope, lane: Lane, at: AtAddress) => Promise<void>

/** What has to be done about an endpoint after this attempt; most often nothing. */
export function choreOf(
  { failing: { since: failingSince } }: Lane,
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
export function doChore(
  { scopes, log }: Foundation,
  lane: Lane,
  at: AtAddress,
  chore: Chore,
): void {
  const { failing } = lane
  if (failing.isWritten) return
  failing.isWritten = true
  const { tenantId, endpointId } = lane.facts
  scopes
    .run(systemPrincipal('webhooks', tenantId), (scope) => chore(scope, lane, at))
    .catch((error: unknown) => {
      log.warn({ err: error, endpointId }, 'the state of an endpoint could not be written')
    })
    .finally(() => (failing.isWritten = false))
}

const begins: Chore = async (scope, lane, at) => {
  lane.failing.since = await beginFailing(scope, at)
}
const over: Chore = async (scope, lane, at) => {
  await endFailing(scope, at)
  lane.failing.since = null
}
const gone: Chore = (scope, _, at) => disableEndpoint(scope, at, 'gone')
const givenUp: Chore = async (scope, lane, at) => {
  const { since: failingSince } = lane.failing
  if (!failingSince) return
  if (!(await failsStill(scope, at.id, failingSince))) return told(scope, lane, at)
  await disableEndpoint(scope, at, 'failing')
  lane.end()
}

/** So often it is looked whether they were told today. */
const tellEveryMs = 3_600_000

const told: Chore = async (scope, lane) => {
  const now = scope.now().getTime()
  const { failing } = lane
  if (now - failing.toldAt < tellEveryMs || !failing.since) return
  const endpoint = await findRow(scope, lane.facts.endpointId)
  if (endpoint?.kind === 'http') await tellFailing(scope, endpoint, failing.since)
  failing.toldAt = now
}
