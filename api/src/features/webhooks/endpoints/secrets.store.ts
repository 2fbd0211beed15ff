/** The secrets of endpoints, as rows: the newest one has no end, and the one before it signs until its own. */
import type { Environment } from '@sonaqor/contract/access'
import type { Signing } from '@sonaqor/contract/webhook-bounds'
import type { Scope } from '../../../core/scope/index.ts'
import type { NewSecret } from '../signing/secrets.ts'
import type { SigningSecret } from '../signing/sign.ts'
import { openSecret, sealSecret } from './sealed.store.ts'

interface SecretRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly endpoint_id: string
  readonly kind: Signing
  readonly secret: Buffer
  readonly public_key: Buffer | null
  readonly since: Date
  readonly ends_at: Date | null
}

export interface LiveSecret extends SigningSecret {
  readonly endpointId: string
  readonly publicKey: Buffer | null
  readonly since: Date
  readonly endsAt: Date | null
}

const secretsOf = (scope: Scope) =>
  scope.db<SecretRow>('webhook_secrets').where({ tenant_id: scope.tenantId })

/** What signs now, opened, the newest first. */
export async function liveSecrets(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, LiveSecret[]>> {
  const rows = await secretsOf(scope)
    .whereIn('endpoint_id', endpointIds)
    .where((live) => live.whereNull('ends_at').orWhere('ends_at', '>', scope.now()))
    .orderByRaw('endpoint_id, ends_at is not null, since desc')
  const found = new Map<string, LiveSecret[]>()
  for (const row of rows) {
    const one: LiveSecret = {
      endpointId: row.endpoint_id,
      by: row.ends_at === null ? 'secret' : 'old-secret',
      kind: row.kind,
      key: await openSecret(scope, row.id, row.secret),
      publicKey: row.public_key,
      since: row.since,
      endsAt: row.ends_at,
    }
    found.set(row.endpoint_id, [...(found.get(row.endpoint_id) ?? []), one])
  }
  return found
}

export async function insertSecret(
  scope: Scope,
  endpoint: { readonly id: string; readonly environment: Environment },
  secret: NewSecret,
): Promise<void> {
  const id = scope.newId()
  await scope.db<SecretRow>('webhook_secrets').insert({
    tenant_id: scope.tenantId,
    environment: endpoint.environment,
    id,
    endpoint_id: endpoint.id,
    kind: secret.kind,
    secret: await sealSecret(scope, id, secret.key),
    public_key: secret.publicKey,
    since: scope.now(),
    ends_at: null,
  })
}
