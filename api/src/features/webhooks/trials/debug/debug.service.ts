/** Why a signature does not verify. What is sent in is looked at, and neither kept nor logged. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import type { webhooks } from '@sonaqor/contract/webhooks'
import { can, lockOf } from '../../../../core/access/index.ts'
import type { Scope } from '../../../../core/scope/index.ts'
import { payloadSent } from '../../deliveries/deliveries.view.ts'
import { findDeliveryOf } from '../../deliveries/deliveries.store.ts'
import { findRow, siblingsOf } from '../../endpoints/endpoints.store.ts'
import { noEndpoint } from '../../endpoints/no-endpoint.ts'
import { endedSecrets, liveSecrets } from '../../endpoints/secrets.store.ts'
import { verdictOf } from './verdict.ts'

type Body = InputOf<typeof webhooks.debugSignature>['body']

export async function debugSignature(scope: Scope, body: Body): Promise<SignatureVerdict> {
  const endpoint = (await findRow(scope, body.endpointId)) ?? noEndpoint()
  const others = await siblingsOf(scope, endpoint)
  const secrets = await liveSecrets(scope, [endpoint.id, ...others])
  const known = {
    secrets: secrets.get(endpoint.id) ?? [],
    ended: await endedSecrets(scope, endpoint.id),
    others: others.flatMap((id) => secrets.get(id) ?? []),
    sent: await sentTo(scope, endpoint.id, body.headers),
  }
  const at = body.at === undefined ? scope.now() : new Date(body.at)
  const { principal } = scope
  return verdictOf({ headers: body.headers, body: body.body, at }, known, {
    values: can(principal, 'customers:read') && !lockOf(principal),
    // A page of a partner never gets the secret, nor what could be made with it.
    signing: principal.kind !== 'embed',
  })
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What was brought to this endpoint under that id: of others nothing is told. */
async function sentTo(
  scope: Scope,
  endpointId: string,
  headers: Body['headers'],
): Promise<string | null> {
  const [, id = ''] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'webhook-id') ?? []
  const eventId = id.trim()
  if (!uuid.test(eventId)) return null
  const delivery = await findDeliveryOf(scope, endpointId, eventId)
  return delivery ? (await payloadSent(scope, delivery)) || null : null
}
