/** How an endpoint gets the certificate that its receiver is shown, and how it is without one again. */
import type { NewClientCertificate } from '@sonaqor/contract/webhook-certificates'
import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { webhookEvents } from '@sonaqor/contract/webhooks'
import { requireRevision, type Seen } from '../../../core/implement/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { lock } from './endpoints.service.ts'
import * as store from './endpoints.store.ts'
import { endpointOf, factsOf } from './endpoints.view.ts'
import { noEndpoint } from './no-endpoint.ts'
import { requireOwnEndpoint } from './not-an-inbox.ts'
import { requireAllRead } from './subscription.ts'
import { tell } from './tell.ts'
import { wakeLane } from '../lanes/lanes.store.ts'
import {
  deleteCertificate,
  hasCertificate,
  replaceCertificate,
} from '../certificates/certificates.store.ts'
import { readCertificate } from '../certificates/read-certificate.ts'
import { requireHttps } from '../certificates/require-https.ts'

/** As with headers, whoever says as whom we come could have what it gets brought to themselves. */
export async function setCertificate(
  scope: Scope,
  id: string,
  body: NewClientCertificate,
  seen: Seen,
): Promise<Endpoint> {
  const read = readCertificate(body, scope.now())
  const before = await lock(scope, id, seen)
  requireOwnEndpoint(before)
  requireHttps(before.url, '#/certificate')
  const { event_types: eventTypes, scopes } = before
  requireAllRead(scope, { eventTypes, scopes }, '#')
  return changing(scope, before, 'certificateSet', () => replaceCertificate(scope, before, read))
}

/** Where there is none nothing is done, whatever revision the caller has seen. */
export async function removeCertificate(scope: Scope, id: string, seen: Seen): Promise<Endpoint> {
  const before = (await store.lockRow(scope, id)) ?? noEndpoint()
  if (!(await hasCertificate(scope, id))) return endpointOf(scope, before)
  requireRevision(seen, before.revision)
  return changing(scope, before, 'certificateRemoved', () => deleteCertificate(scope, id))
}

/**
 * With its revision whoever is at its line reads it again, before the next attempt begins; and as without
 * the right one no handshake comes off, the pause that this may have led to is over.
 */
async function changing(
  scope: Scope,
  before: store.EndpointRow,
  event: 'certificateSet' | 'certificateRemoved',
  change: () => Promise<void>,
): Promise<Endpoint> {
  const [was] = await factsOf(scope, [before])
  await change()
  const row = await store.writeRow(scope, before, {})
  const [after] = await factsOf(scope, [row])
  await tell(scope, webhookEvents[event], after ?? noEndpoint(), was)
  const { id: endpointId, environment } = row
  await wakeLane(scope, { endpointId, environment, dueAt: scope.now(), isAfresh: true })
  return endpointOf(scope, row)
}
