/** Why a signature does not verify. What is sent in is looked at, and neither kept nor logged. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import type { webhooks } from '@sonaqor/contract/webhooks'
import type { Scope } from '../../../../core/scope/index.ts'
import { mayRead } from '../../catalogue/readable.ts'
import { findDeliveryOf, type DeliveryRow } from '../../deliveries/deliveries.store.ts'
import { payloadSent } from '../../deliveries/deliveries.view.ts'
import { findRow, siblingsOf } from '../../endpoints/endpoints.store.ts'
import { noEndpoint } from '../../endpoints/no-endpoint.ts'
import { endedSecrets, liveSecrets } from '../../endpoints/secrets.store.ts'
import { seesValues } from '../../inbox/messages.view.ts'
import { isOpenTest } from './open-test.ts'
import { verdictOf } from './verdict.ts'

type Body = InputOf<typeof webhooks.debugSignature>['body']

export async function debugSignature(scope: Scope, body: Body): Promise<SignatureVerdict> {
  const endpoint = (await findRow(scope, body.endpointId)) ?? noEndpoint()
  const others = await siblingsOf(scope, endpoint)
  const secrets = await liveSecrets(scope, [endpoint.id, ...others])
  const delivery = await deliveryOf(scope, endpoint.id, body.headers)
  const { principal } = scope
  const values =
    (seesValues(principal) && (!delivery || mayRead(principal, delivery.event_type))) ||
    (delivery !== undefined && (await isOpenTest(scope, delivery)))
  const known = {
    secrets: secrets.get(endpoint.id) ?? [],
    ended: await endedSecrets(scope, endpoint.id),
    others: others.flatMap((id) => secrets.get(id) ?? []),
    sent: delivery && values ? (await payloadSent(scope, delivery)) || null : null,
  }
  const at = body.at === undefined ? scope.now() : new Date(body.at)
  return verdictOf({ headers: body.headers, body: body.body, at }, known, {
    values,
    // A page of a partner never gets the secret, nor what could be made with it.
    signing: principal.kind !== 'embed',
  })
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What was brought to this endpoint under that id: of others nothing is told. */
async function deliveryOf(
  scope: Scope,
  endpointId: string,
  headers: Body['headers'],
): Promise<DeliveryRow | undefined> {
  const [, id = ''] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'webhook-id') ?? []
  const eventId = id.trim()
  return uuid.test(eventId) ? findDeliveryOf(scope, endpointId, eventId) : undefined
}
