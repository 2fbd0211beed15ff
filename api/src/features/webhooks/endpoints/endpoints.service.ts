/** What is done with endpoints: made, changed, paused, resumed and deleted. */
import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { endpointsMax } from '@sonaqor/contract/webhook-bounds'
import type {
  CreatedEndpoint,
  DeletedEndpoint,
  Endpoint,
} from '@sonaqor/contract/webhook-endpoints'
import { webhookEvents, type webhooks } from '@sonaqor/contract/webhooks'
import { requireRevision, type Seen } from '../../../core/implement/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { findApp } from '../../apps/index.ts'
import { wakeHolders, wakeLane } from '../lanes/lanes.store.ts'
import { deleteCertificate, identityOf } from '../certificates/certificates.store.ts'
import { requireHttpsStill } from '../certificates/require-https.ts'
import { makeSecret, verifierOf } from '../signing/secrets.ts'
import {
  agreed,
  beginsBy,
  lacksConsent,
  movesBy,
  requireConsent,
  type AskConsent,
} from './consent.ts'
import type { AdmitUrl } from './endpoint-url.ts'
import * as store from './endpoints.store.ts'
import { endpointOf, factsOf, type EndpointFacts } from './endpoints.view.ts'
import { changedHeaders } from './headers.ts'
import { startCancelling } from './cancel.ts'
import { noEndpoint } from './no-endpoint.ts'
import { requireOwnEndpoint } from './not-an-inbox.ts'
import { noApp, ownApp, requireReach, staysWide, tooMany } from './place.ts'
import { requireRunnable } from './runnable.ts'
import { isSameReceiver, requireSameReceiver } from './same-receiver.ts'
import { openHeaders, sealHeaders } from './sealed.store.ts'
import { deleteSecrets, insertSecret } from './secrets.store.ts'
import { requireAllRead, subscriptionTo } from './subscription.ts'
import { tell, tellDisabled } from './tell.ts'
import { turned } from './turned.ts'

export { listEndpoints, showEndpoint } from './endpoints.view.ts'

type NewEndpoint = InputOf<typeof webhooks.createEndpoint>['body']
type Change = InputOf<typeof webhooks.updateEndpoint>['body']

/** What is asked of an address before it is kept. */
export interface Asking {
  readonly admit: AdmitUrl
  readonly askConsent: AskConsent
}

export async function createEndpoint(
  scope: Scope,
  body: NewEndpoint,
  { admit, askConsent }: Asking,
): Promise<CreatedEndpoint> {
  const headers = changedHeaders({}, body.headers)
  requireReach(scope, body.reach)
  const subscription = subscriptionTo(scope, body.eventTypes)
  // Before anything is read: no connection waits for whoever answers for a name, nor for code.
  const { url, consent } = await scope.aside(async () => {
    await requireRunnable(scope.tenantId, body.transformation)
    const admitted = await admit(body.url)
    return { url: admitted, consent: body.needsConsent ? await askConsent(admitted, null) : null }
  })
  const app = (await findApp(scope, body.appId ?? ownApp(scope))) ?? noApp()
  if ((await store.countInApp(scope, app.id)) >= endpointsMax) throw tooMany()
  const id = scope.newId()
  const row = await store.insertRow(scope, id, {
    environment: app.environment,
    app_id: app.id,
    kind: 'http',
    url,
    label: body.label,
    event_types: subscription.eventTypes,
    scopes: subscription.scopes,
    reach: body.reach,
    filter: body.filter,
    header_names: Object.keys(headers),
    headers: await sealHeaders(scope, id, headers),
    max_per_second: body.maxPerSecond,
    is_ordered: body.isOrdered,
    transformation: body.transformation,
    signing: body.signing,
    ...(consent && beginsBy(scope, consent)),
  })
  const secret = makeSecret(body.signing)
  await insertSecret(scope, row, secret)
  await tell(scope, webhookEvents.created, await facts(scope, row))
  return { ...(await endpointOf(scope, row)), secret: verifierOf(secret) }
}

export async function updateEndpoint(
  scope: Scope,
  id: string,
  body: Change,
  seen: Seen,
  { admit, askConsent }: Asking,
): Promise<Endpoint> {
  const { url: named, transformation } = body
  const known = named === undefined ? undefined : await store.findRow(scope, id)
  const isShown = known?.needs_consent && named && isSameReceiver(known.url, named)
  const identity = isShown ? await identityOf(scope, id) : null
  const looked = async () => {
    await requireRunnable(scope.tenantId, transformation)
    const url = named === undefined ? undefined : await admit(named)
    const isAsked = url !== undefined && known?.needs_consent && known.url !== url
    return { url, consent: isAsked ? await askConsent(url, identity) : null }
  }
  const { url, consent } = named || transformation ? await scope.aside(looked) : nothingLooked
  const before = await lockOwn(scope, id, seen)
  if (url !== undefined) {
    await requireHttpsStill(scope, id, url)
    await requireSameReceiver(scope, before, url, body.headers)
  }
  const moves = before.needs_consent && url !== undefined && url !== before.url
  const written = {
    ...(await changeOf(scope, before, body, url)),
    ...(moves && movesBy(scope, before, consent)),
  }
  if (changesNothing(before, written)) return endpointOf(scope, before)
  const was = await facts(scope, before)
  const row = await store.writeRow(scope, before, written)
  await tell(scope, webhookEvents.updated, await facts(scope, row), was)
  await wake(scope, row, row.url !== before.url)
  return endpointOf(scope, row)
}

const changesNothing = (before: store.EndpointRow, written: store.Written) =>
  isDeepStrictEqual({ ...before, ...written }, before)

const nothingLooked = { url: undefined, consent: null }

async function changeOf(
  scope: Scope,
  before: store.EndpointRow,
  body: Change,
  url = before.url,
): Promise<store.Written> {
  const reach = body.reach ?? before.reach
  if (reach === 'app' && before.reach === 'environment') throw staysWide()
  if (reach !== before.reach || url !== before.url) requireReach(scope, reach)
  const subscription = body.eventTypes
    ? subscriptionTo(scope, body.eventTypes, before.event_types)
    : { eventTypes: before.event_types, scopes: before.scopes }
  for (const pointer of turned(before, { ...body, url, reach })) {
    requireAllRead(scope, subscription, pointer)
  }
  return {
    url,
    reach,
    event_types: subscription.eventTypes,
    scopes: subscription.scopes,
    ...(body.label !== undefined && { label: body.label }),
    ...(body.filter && { filter: body.filter }),
    ...(body.maxPerSecond !== undefined && { max_per_second: body.maxPerSecond }),
    ...(body.isOrdered !== undefined && { is_ordered: body.isOrdered }),
    ...(body.transformation !== undefined && { transformation: body.transformation }),
    ...(body.headers && (await headersOf(scope, before, body.headers))),
    // For how long the one before has failed says nothing of it.
    ...(url !== before.url && { failing_since: null }),
  }
}

async function headersOf(
  scope: Scope,
  { id, headers: sealed }: store.EndpointRow,
  change: NonNullable<Change['headers']>,
): Promise<Pick<store.EndpointRow, 'headers' | 'header_names'>> {
  const headers = changedHeaders(await openHeaders(scope, id, sealed), change)
  return { header_names: Object.keys(headers), headers: await sealHeaders(scope, id, headers) }
}

/** What was delivered to it stays to be read; what signs is gone with it. */
export async function deleteEndpoint(
  scope: Scope,
  id: string,
  seen: Seen,
): Promise<DeletedEndpoint> {
  return remove(scope, await lockOwn(scope, id, seen))
}

export async function remove(scope: Scope, before: store.EndpointRow): Promise<DeletedEndpoint> {
  const was = await facts(scope, before)
  const at = scope.now()
  const row = await store.writeRow(scope, before, { deleted_at: at })
  await startCancelling(scope, row.id)
  await deleteSecrets(scope, row.id)
  await deleteCertificate(scope, row.id)
  wakeHolders(scope)
  await tell(scope, webhookEvents.deleted, { ...was, revision: row.revision }, was)
  return { endpointId: row.id, deletedAt: at.toISOString(), revision: row.revision }
}

export async function pauseEndpoint(scope: Scope, id: string, seen: Seen): Promise<Endpoint> {
  const before = await lockOwn(scope, id, seen)
  if (before.state === 'paused') return endpointOf(scope, before)
  return move(scope, before, webhookEvents.paused, { state: 'paused', because: 'paused' })
}

export async function resumeEndpoint(
  scope: Scope,
  id: string,
  seen: Seen,
  askConsent: AskConsent,
): Promise<Endpoint> {
  const known = await store.findRow(scope, id)
  const asks = known && lacksConsent(known)
  const identity = asks ? await identityOf(scope, id) : null
  const consent = asks ? await scope.aside(() => askConsent(known.url, identity)) : null
  const before = await lockOwn(scope, id, seen)
  if (before.state === 'active') {
    // Nothing of it changes, but that it is left alone for a while.
    await wake(scope, before, true)
    return endpointOf(scope, before)
  }
  const change = { state: 'active', because: null, failing_since: null } as const
  if (!lacksConsent(before)) return move(scope, before, webhookEvents.resumed, change)
  // It may lead elsewhere since it was asked.
  const given = known?.url === before.url ? consent : null
  requireConsent(given)
  return move(scope, before, webhookEvents.resumed, { ...change, ...agreed(scope, given) })
}

/**
 * For the engine, which gives one up for what came of an address; whoever runs the receiver is told. Nothing,
 * where it is not active, or leads elsewhere by now.
 */
export async function disableEndpoint(
  scope: Scope,
  { id, url }: Pick<store.EndpointRow, 'id' | 'url'>,
  because: 'failing' | 'gone',
): Promise<void> {
  const before = await store.lockAnyRow(scope, id)
  if (before?.state !== 'active' || before.url !== url) return
  await move(scope, before, webhookEvents.disabled, { state: 'disabled', because })
  // Whoever has their test inbox answer so wants to see it happen.
  if (before.kind === 'http') await tellDisabled(scope, before, because)
}

async function move(
  scope: Scope,
  before: store.EndpointRow,
  type: (typeof webhookEvents)['paused' | 'resumed' | 'disabled'],
  change: store.Written,
): Promise<Endpoint> {
  const was = await facts(scope, before)
  const row = await store.writeRow(scope, before, { ...change, since: scope.now() })
  await tell(scope, type, await facts(scope, row), was)
  await wake(scope, row, true)
  return endpointOf(scope, row)
}

/** Whoever is at its line sees at once what has changed. */
async function wake(scope: Scope, row: store.EndpointRow, isAfresh: boolean): Promise<void> {
  const { id: endpointId, environment } = row
  await wakeLane(scope, { endpointId, environment, dueAt: scope.now(), isAfresh })
  wakeHolders(scope)
}

export async function lock(scope: Scope, id: string, seen: Seen): Promise<store.EndpointRow> {
  const row = (await store.lockRow(scope, id)) ?? noEndpoint()
  requireRevision(seen, row.revision)
  return row
}

async function lockOwn(scope: Scope, id: string, seen: Seen): Promise<store.EndpointRow> {
  const row = await lock(scope, id, seen)
  requireOwnEndpoint(row)
  return row
}

async function facts(scope: Scope, row: store.EndpointRow): Promise<EndpointFacts> {
  const [one] = await factsOf(scope, [row])
  return one ?? noEndpoint()
}
