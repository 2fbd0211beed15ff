/** One attempt, at once, of an event that did not happen. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { SentTest } from '@sonaqor/contract/webhook-trials'
import { webhookEvents, type webhooks } from '@sonaqor/contract/webhooks'
import type { Courier } from '../../../core/outbound/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { shownAttempt } from '../deliveries/exposure.ts'
import { lacksConsent, requireConsent } from '../endpoints/consent.ts'
import { findRow } from '../endpoints/endpoints.store.ts'
import { noEndpoint } from '../endpoints/no-endpoint.ts'
import { sendableOf, type Sendable } from '../endpoints/sendable.ts'
import { appOf } from '../endpoints/whose.ts'
import { makeAttempt, type AttemptOutcome } from '../attempt/attempt.ts'
import { requestOf, rowOf } from '../engine/send.ts'
import { receiveInInbox, type Arrival } from '../inbox/receive.ts'
import type { TellReceived } from '../inbox/tell-received.ts'
import { signaturesOf, signedOf } from '../signing/sign.ts'
import { isByLentKey } from './lent.ts'
import { insertTest } from './tests.store.ts'
import { transform } from '../shaping/transform.ts'
import { trying } from '../shaping/trying.ts'
import { payloadTried } from './tried.ts'

/** How a test gets to its endpoint. */
export interface Ways {
  readonly courier: Courier
  readonly tellReceived: TellReceived
}

type Body = InputOf<typeof webhooks.sendTest>['body']

/**
 * Whatever state the endpoint is in: whoever has repaired one tries it before it is let go on. The filter
 * holds no test back; the transformation is what is tried, too.
 */
export async function sendTest(
  scope: Scope,
  id: string,
  body: Body,
  ways: Ways,
): Promise<SentTest> {
  const tried = payloadTried(scope, body)
  const row = (await findRow(scope, id)) ?? noEndpoint()
  // That one agrees is asked by resuming it.
  if (lacksConsent(row)) requireConsent(null)
  const sendable = (await sendableOf(scope, [id])).get(id) ?? noEndpoint()
  const eventId = scope.newId()
  const at = scope.now()
  const deliveryId = scope.newId()
  const { eventType } = body
  const { payload, outcome } = await brought(scope, sendable, tried, ways, {
    at,
    arrival: { deliveryId, attempt: 1, eventId, eventType, isTest: true },
  })
  const { environment, appId } = sendable
  const delivery = {
    id: deliveryId,
    environment,
    endpoint_id: id,
    app_id: appId,
    event_id: eventId,
    event_type: body.eventType,
    payload,
    state: outcome.fault === null ? ('delivered' as const) : ('failed' as const),
  }
  const attempt = await insertTest(scope, delivery, rowOf(outcome, sendable, { cause: 'test' }, at))
  const { status, fault } = outcome
  // By the actor alone it would be the holder's own.
  const lent = isByLentKey(scope.principal) ? { byLentKey: true } : {}
  const after = { eventType: body.eventType, deliveryId, status, fault, ...lent }
  const heardBy = appOf({ reach: sendable.reach, app_id: appId })
  scope.audit({ action: 'webhooks.tested', target: id, environment, appId: heardBy, after })
  await scope.emit(webhookEvents.attempted, {
    environment,
    ...(heardBy && { appId: heardBy }),
    ref: { endpointId: id, appId },
    data: {},
  })
  return {
    deliveryId,
    payload,
    attempt: shownAttempt(attempt, true),
    signature: stepsOf(sendable, eventId, at, payload),
  }
}

/** Nothing is held open for a receiver that takes its time; a test inbox takes it in this transaction. */
async function brought(
  scope: Scope,
  sendable: Sendable,
  tried: object,
  { courier, tellReceived }: Ways,
  { at, arrival }: { readonly at: Date; readonly arrival: Arrival },
): Promise<{ readonly payload: string; readonly outcome: AttemptOutcome }> {
  if (sendable.kind === 'inbox') {
    const payload = JSON.stringify(tried)
    const request = requestOf(sendable, arrival, payload, at)
    return {
      payload,
      outcome: await receiveInInbox(scope, sendable, arrival, request, tellReceived),
    }
  }
  return scope.aside(async () => {
    const payload = await transformed(scope.tenantId, sendable, tried)
    return {
      payload,
      outcome: await makeAttempt(courier, requestOf(sendable, arrival, payload, at)),
    }
  })
}

async function transformed(
  tenantId: string,
  { transformation }: Sendable,
  tried: object,
): Promise<string> {
  if (transformation === null) return JSON.stringify(tried)
  const result = await trying(tenantId, () => transform(tenantId, transformation, tried))
  if ('fault' in result) {
    const { message, line } = result.fault
    const where = line === null ? '' : ` in line ${line}`
    throw unsent(`The transformation of this endpoint failed${where}: ${message}`)
  }
  if (result.after === null)
    throw unsent('The transformation of this endpoint leaves nothing of it.')
  return JSON.stringify(result.after)
}

const unsent = (detail: string) =>
  new Problem('conflict', { detail: `${detail} Nothing was sent.` })

function stepsOf({ secrets }: Sendable, id: string, at: Date, payload: string) {
  const seconds = Math.floor(at.getTime() / 1000)
  return {
    id,
    timestamp: String(seconds),
    signed: signedOf(id, seconds, payload),
    signatures: signaturesOf(secrets, id, seconds, payload),
  }
}
