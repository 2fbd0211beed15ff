import { scopesAmong, type Environment } from '@sonaqor/contract/access'
import type { Authenticator, KeyPrincipal } from '../../core/access/index.ts'
import { canonicalAddress } from '../../core/addresses/index.ts'
import { auditReading } from '../../core/audit/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { holdsChecksum, looksLikeKey } from './key-format.ts'
import { openKey, openKeyItself, stateOf, type KnownKey } from './keys.store.ts'

/**
 * Knows API keys. The checksum refuses what never was a key without a query; the state of the rest
 * is read in the request's own transaction, so a revocation holds from the very next request on.
 */
export const keyAuthenticator: Authenticator = {
  name: 'key',
  matches: looksLikeKey,
  async authenticate(scope, secret) {
    if (!holdsChecksum(secret)) throw refused('This is no API key: its checksum is wrong.')
    const row = await openKey(scope, secret, canonicalAddress(scope.request.ip))
    if (!row) throw refused('This API key is not known.')
    return admit(scope, row, { isLent: false })
  },
}

/** Whom a request is made as that names a key, and does not hold it. */
interface Lent extends Pick<KeyPrincipal, 'tenantId' | 'scopes'> {
  readonly keyId: string
  readonly environment: Environment
}

/** The key as somebody may use it who does not hold its secret: with no scope that they lack. */
export async function lentKey(scope: Scope, lent: Lent): Promise<KeyPrincipal> {
  const row = await openKeyItself(scope, lent, canonicalAddress(scope.request.ip))
  if (!row) throw refused('This API key is not known.')
  const principal = await admit(scope, row, { isLent: true })
  const scopes = [...principal.scopes].filter((name) => lent.scopes.has(name))
  return { ...principal, scopes: new Set(scopes) }
}

async function admit(
  scope: Scope,
  row: KnownKey,
  how: Pick<KeyPrincipal, 'isLent'>,
): Promise<KeyPrincipal> {
  const state = stateOf(row, scope.now())
  const principal = { ...principalOf(row, scope.now()), ...how }
  if (state !== 'active') throw refused(`This API key is ${state}.`, principal)
  if (hasEnded(row, scope.now())) {
    throw refused('This secret has ended: the API key was rotated and has a newer one.', principal)
  }
  if (row.app_deleted) throw refused('The app of this API key was deleted.', principal)
  const rule = ruleAgainst(row)
  if (rule) throw await shutOut(scope, principal, rule)
  return principal
}

function principalOf(row: KnownKey, now: Date): Omit<KeyPrincipal, 'isLent'> {
  return {
    kind: 'key',
    id: row.id,
    tenantId: row.tenant_id,
    name: row.label,
    prefix: row.prefix,
    secretNumber: row.secret_number,
    rotation: rotationOf(row, now),
    requestsPerMinute: row.requests_per_minute,
    appRequestsPerMinute: row.app_requests_per_minute,
    apiVersion: row.api_version,
    endsAt: endOf(row),
    scopes: new Set(scopesAmong(row.scopes)),
    environments: [row.environment],
    appIds: [row.app_id],
  }
}

/** A secret is ended by the rotation after the next at the latest, and by the next one once it says so. */
export function hasEnded(
  { newer_secrets, old_ends_at }: Pick<KnownKey, 'newer_secrets' | 'old_ends_at'>,
  now: Date,
): boolean {
  if (newer_secrets === 0) return false
  return newer_secrets > 1 || old_ends_at === null || old_ends_at <= now
}

function rotationOf({ newer_secrets, old_ends_at }: KnownKey, now: Date): KeyPrincipal['rotation'] {
  if (old_ends_at === null || old_ends_at <= now) return null
  return newer_secrets === 0 ? 'new' : 'old'
}

/** An old secret never outlives the key: a rotation has seen to that. */
const endOf = ({ newer_secrets, old_ends_at, expires_at }: KnownKey) =>
  newer_secrets > 0 ? old_ends_at : expires_at

function refused(detail: string, claimant?: KeyPrincipal): Problem {
  const known = claimant ? { claimant: withoutRight(claimant) } : {}
  return new Problem('unauthenticated', { detail, ...known })
}

/** A request that was refused stands in the log of its key, and is no use of it. */
const withoutRight = (key: KeyPrincipal): KeyPrincipal => ({
  ...key,
  scopes: new Set(),
  rotation: null,
})

/** What shuts a key out, as the problem and the audit log name it. */
const rules = {
  'ip-allowlist': "The IP allowlist of this key's app does not hold",
  'key-ip-allowlist': 'The IP allowlist of this key does not hold',
}
type Rule = keyof typeof rules

function ruleAgainst({ admitted, admitted_itself }: KnownKey): Rule | null {
  if (!admitted) return 'ip-allowlist'
  return admitted_itself ? null : 'key-ip-allowlist'
}

/** Audited once for a key and a while: whoever knocks on and on fills the request log, and no chain. */
async function shutOut(scope: Scope, key: KeyPrincipal, rule: Rule): Promise<Problem> {
  const claimant = withoutRight(key)
  await scope.enter(claimant)
  await auditReading(scope, 'keys.shut-out', { keyId: claimant.id, rule }, claimant.id)
  const from = scope.request.ip || 'an unknown address'
  return new Problem('forbidden', {
    detail: `${rules[rule]} ${from}.`,
    violatedPolicies: [rule],
    claimant,
  })
}
