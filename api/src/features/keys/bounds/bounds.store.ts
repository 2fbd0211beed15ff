import type { Key } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import type { KeyRow } from '../keys.store.ts'

type Bounds = Pick<Key, 'label' | 'scopes' | 'ipAllowlist' | 'requestsPerMinute' | 'expiresAt'>

export async function writeBounds(
  scope: Scope,
  { id, revision }: Key,
  { label, scopes, ipAllowlist, requestsPerMinute, expiresAt }: Bounds,
): Promise<void> {
  const ends = expiresAt === null ? null : new Date(expiresAt)
  await scope
    .db<KeyRow>('api_keys')
    .where({ tenant_id: scope.tenantId, id })
    .update({
      label,
      scopes,
      ip_allowlist: ipAllowlist,
      requests_per_minute: requestsPerMinute,
      expires_at: ends,
      // An old secret outlives no key; where there is none, null stays null.
      old_ends_at: scope.db.raw(
        'case when old_ends_at is not null then least(old_ends_at, ?::timestamptz) end',
        [ends],
      ) as never,
      revision: revision + 1,
    })
}

/** What is due by the end of a key goes along with it. */
export async function moveExpiry(scope: Scope, id: string): Promise<void> {
  await scope.db.raw('select directory.move_expiry(?, ?)', [id, scope.now()])
}
