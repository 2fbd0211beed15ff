import { scopesAmong } from '@sonaqor/contract/access'
import type { Authenticator, KeyPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import { holdsChecksum, looksLikeKey } from './key-format.ts'
import { stateOf, type KeyRow } from './keys.store.ts'

type KnownKey = Pick<
  KeyRow,
  | 'tenant_id'
  | 'environment'
  | 'id'
  | 'app_id'
  | 'label'
  | 'prefix'
  | 'scopes'
  | 'expires_at'
  | 'revoked_at'
>

/**
 * Knows API keys. The checksum refuses what never was a key without a query; the state of the rest
 * is read in the request's own transaction, so a revocation holds from the very next request on.
 */
export const keyAuthenticator: Authenticator = {
  name: 'key',
  matches: looksLikeKey,
  async authenticate(scope, secret) {
    if (!holdsChecksum(secret)) throw refused('This is no API key: its checksum is wrong.')
    const [row] = await scope.through<KnownKey>('directory.open_key', scope.secrets.hmac(secret))
    if (!row) throw refused('This API key is not known.')
    const state = stateOf(row, scope.now())
    const principal = principalOf(row)
    if (state !== 'active') throw refused(`This API key is ${state}.`, principal)
    return principal
  },
}

function principalOf(row: KnownKey): KeyPrincipal {
  return {
    kind: 'key',
    id: row.id,
    tenantId: row.tenant_id,
    name: row.label,
    prefix: row.prefix,
    scopes: new Set(scopesAmong(row.scopes)),
    environments: [row.environment],
    appIds: [row.app_id],
  }
}

function refused(detail: string, claimant?: KeyPrincipal): Problem {
  return new Problem('unauthenticated', { detail, ...(claimant ? { claimant } : {}) })
}
