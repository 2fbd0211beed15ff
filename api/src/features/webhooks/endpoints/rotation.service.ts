/** How an endpoint gets a new secret, and how long the one before it goes on signing beside it. */
import { overlapSeconds, type Overlap } from '@sonaqor/contract/key-rotation'
import type { Endpoint, EndpointSecret, RotatedSecret } from '@sonaqor/contract/webhook-endpoints'
import { webhookEvents } from '@sonaqor/contract/webhooks'
import { requireRevision, type Seen } from '../../../core/implement/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { makeSecret, verifierOf } from '../signing/secrets.ts'
import * as store from './endpoints.store.ts'
import { lock } from './endpoints.service.ts'
import { endpointOf, factsOf } from './endpoints.view.ts'
import { noEndpoint } from './no-endpoint.ts'
import { endSecrets, insertSecret, liveSecrets } from './secrets.store.ts'
import { tell } from './tell.ts'
import { appOf } from './whose.ts'

/** Whoever holds it can sign as we do, or of ed25519 verify alone; either way it is told who saw it. */
export async function showSecret(scope: Scope, id: string): Promise<EndpointSecret> {
  const row = (await store.findRow(scope, id)) ?? noEndpoint()
  const { environment } = row
  scope.audit({ action: 'webhooks.secret-shown', target: id, environment, appId: appOf(row) })
  return secretOf(scope, id)
}

/**
 * Of three secrets nobody could say any more which a receiver has; so there are two, unless somebody ends
 * both at once because one of them has leaked.
 */
export async function rotateSecret(
  scope: Scope,
  id: string,
  overlap: Overlap,
  seen: Seen,
): Promise<RotatedSecret> {
  const row = await lock(scope, id, seen)
  const [before] = await factsOf(scope, [row])
  if (before?.oldSecretEndsAt && overlap !== 'now') throw stillOverlaps(before.oldSecretEndsAt)
  const at = scope.now()
  if (overlap === 'now') await endSecrets(scope, id, at)
  else await endSecrets(scope, id, new Date(at.getTime() + overlapSeconds[overlap] * 1000))
  await insertSecret(scope, row, makeSecret(row.signing))
  const { revision } = await changed(scope, row, 'secretRotated')
  return { ...(await secretOf(scope, id)), revision }
}

/** Where no old secret signs there is nothing to end, whatever revision the caller has seen. */
export async function endOldSecret(scope: Scope, id: string, seen: Seen): Promise<Endpoint> {
  const row = (await store.lockRow(scope, id)) ?? noEndpoint()
  const [before] = await factsOf(scope, [row])
  if (!before?.oldSecretEndsAt) return endpointOf(scope, row)
  requireRevision(seen, row.revision)
  await endSecrets(scope, id, scope.now(), 'old')
  return endpointOf(scope, await changed(scope, row, 'oldSecretEnded'))
}

async function changed(
  scope: Scope,
  before: store.EndpointRow,
  event: 'secretRotated' | 'oldSecretEnded',
): Promise<store.EndpointRow> {
  const row = await store.writeRow(scope, before, {})
  const [after] = await factsOf(scope, [row])
  if (after) await tell(scope, webhookEvents[event], after)
  return row
}

async function secretOf(scope: Scope, id: string): Promise<EndpointSecret> {
  const [newest, old] = (await liveSecrets(scope, [id])).get(id) ?? []
  if (!newest) throw new Error('an endpoint has no secret')
  return {
    endpointId: id,
    secret: verifierOf(newest),
    oldSecret: old ? verifierOf(old) : null,
    oldSecretEndsAt: old?.endsAt?.toISOString() ?? null,
  }
}

const stillOverlaps = (endsAt: string) =>
  new Problem('conflict', {
    detail: `The secret before the last rotation signs until ${endsAt}. End it first, or rotate with the overlap now, which ends both.`,
    errors: [{ detail: 'must be now while an older secret still signs', pointer: '#/overlap' }],
  })
