/** Endpoints as the engine needs them, with what is sealed opened. */
import type { Environment } from '@sonaqor/contract/access'
import type { EndpointKind, EndpointReach } from '@sonaqor/contract/webhook-bounds'
import { identitiesOf, type Identity } from '../certificates/certificates.store.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { SigningSecret } from '../signing/sign.ts'
import { findRows } from './endpoints.store.ts'
import { openHeaders, type Headers } from './sealed.store.ts'
import { liveSecrets } from './secrets.store.ts'

export interface Sendable {
  readonly id: string
  readonly appId: string
  readonly environment: Environment
  readonly kind: EndpointKind
  readonly url: string
  /** Those of its maker, names as they were given. */
  readonly headers: Headers
  readonly reach: EndpointReach
  readonly transformation: string | null
  readonly maxPerSecond: number | null
  readonly isOrdered: boolean
  readonly revision: number
  readonly failingSince: Date | null
  /** Of one that was asked first: as whom. */
  readonly consentOrigin: string | null
  /** What is shown to a receiver that asks who calls. */
  readonly identity: Identity | null
  /** What signs now, the newest first. */
  readonly secrets: readonly SigningSecret[]
}

/** Those that were deleted are not among them. */
export async function sendableOf(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, Sendable>> {
  const rows = await findRows(scope, endpointIds)
  const ids = rows.map(({ id }) => id)
  const secrets = await liveSecrets(scope, ids)
  const identities = await identitiesOf(scope, ids)
  const found = new Map<string, Sendable>()
  for (const row of rows) {
    found.set(row.id, {
      id: row.id,
      appId: row.app_id,
      environment: row.environment,
      kind: row.kind,
      url: row.url,
      headers: await openHeaders(scope, row.id, row.headers),
      reach: row.reach,
      transformation: row.transformation,
      maxPerSecond: row.max_per_second,
      isOrdered: row.is_ordered,
      revision: row.revision,
      failingSince: row.failing_since,
      consentOrigin: row.consent_origin,
      identity: identities.get(row.id) ?? null,
      secrets: secrets.get(row.id) ?? [],
    })
  }
  return found
}
