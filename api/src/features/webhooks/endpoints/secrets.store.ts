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

/** What everybody may know of a secret. */
export interface SecretFacts {
  readonly by: SigningSecret['by']
  readonly publicKey: Buffer | null
  readonly since: Date
  readonly endsAt: Date | null
}

export type LiveSecret = SigningSecret & SecretFacts

const secrets = (scope: Scope) =>
  scope.db<SecretRow>('webhook_secrets').where({ tenant_id: scope.tenantId })

/** Those that sign now, the newest first. */
const live = (scope: Scope, endpointIds: readonly string[]) =>
  secrets(scope)
    .whereIn('endpoint_id', endpointIds)
    .where((at) => at.whereNull('ends_at').orWhere('ends_at', '>', scope.now()))
    .orderByRaw('endpoint_id, ends_at is not null, since desc')

export async function secretFacts(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, SecretFacts[]>> {
  const rows = await live(scope, endpointIds)
  return byEndpoint(rows.map((row) => [row, factsOf(row)]))
}

export async function liveSecrets(
  scope: Scope,
  endpointIds: readonly string[],
): Promise<Map<string, LiveSecret[]>> {
  return byEndpoint(await opened(scope, await live(scope, endpointIds)))
}

/** Those that have ended lately, for whoever wonders why something signed by them verifies no more. */
export async function endedSecrets(scope: Scope, endpointId: string): Promise<LiveSecret[]> {
  const rows = await secrets(scope)
    .where({ endpoint_id: endpointId })
    .where('ends_at', '<=', scope.now())
    .orderBy('ends_at', 'desc')
    .limit(20)
  return (await opened(scope, rows)).map(([, secret]) => secret)
}

async function opened(scope: Scope, rows: readonly SecretRow[]) {
  const all: [SecretRow, LiveSecret][] = []
  for (const row of rows) {
    const key = await openSecret(scope, row.id, row.secret)
    all.push([row, { ...factsOf(row), kind: row.kind, key }])
  }
  return all
}

const factsOf = (row: SecretRow): SecretFacts => ({
  by: row.ends_at === null ? 'secret' : 'old-secret',
  publicKey: row.public_key,
  since: row.since,
  endsAt: row.ends_at,
})

function byEndpoint<Secret>(all: readonly (readonly [SecretRow, Secret])[]) {
  const groups = Map.groupBy(all, ([row]) => row.endpoint_id)
  return new Map([...groups].map(([id, some]) => [id, some.map(([, secret]) => secret)]))
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

/** Ends all that sign for an endpoint, or those alone that came before the newest. */
export async function endSecrets(
  scope: Scope,
  endpointId: string,
  at: Date,
  which: 'all' | 'old' = 'all',
): Promise<void> {
  const ending = secrets(scope)
    .where({ endpoint_id: endpointId })
    .where((open) => {
      void open.where('ends_at', '>', at)
      if (which === 'all') void open.orWhereNull('ends_at')
    })
  await ending.update({ ends_at: at })
}

export async function deleteSecrets(scope: Scope, endpointId: string): Promise<void> {
  await secrets(scope).where({ endpoint_id: endpointId }).delete()
}

export async function forgetEnded(scope: Scope, before: Date): Promise<void> {
  await secrets(scope).where('ends_at', '<', before).delete()
}
