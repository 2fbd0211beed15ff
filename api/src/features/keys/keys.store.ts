import { scopesAmong, type Environment } from '@sonaqor/contract/access'
import type { Key } from '@sonaqor/contract/keys'
import type { Scope } from '../../core/scope/index.ts'
import { deletedApps } from '../apps/index.ts'

export interface KeyRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly app_id: string
  readonly label: string
  readonly prefix: string
  readonly last_four: string
  readonly scopes: string[]
  readonly issued_at: Date
  readonly issued_by: string
  readonly ip_allowlist: string[]
  readonly requests_per_minute: number | null
  readonly expires_at: Date | null
  readonly revoked_at: Date | null
  readonly last_used_at: Date | null
  /** Where it was used from then; it stands beside the networks that the key is known to be in. */
  readonly last_used_ip?: string | null
  readonly revision: number
  /** Counts the secrets that the key has had. */
  readonly secret_number: number
  readonly rotated_at: Date | null
  readonly old_prefix: string | null
  readonly old_last_four: string | null
  readonly old_ends_at: Date | null
  readonly scopes_watched_since: Date
}

/** Named one by one, so that a column that a migration adds changes no statement. */
const keyColumns = [
  'id',
  'app_id',
  'environment',
  'label',
  'prefix',
  'last_four',
  'scopes',
  'issued_at',
  'issued_by',
  'expires_at',
  'revoked_at',
  'last_used_at',
  'revision',
  'rotated_at',
  'old_prefix',
  'old_last_four',
  'old_ends_at',
  'ip_allowlist',
  'requests_per_minute',
] as const

export async function findKey(scope: Scope, id: string, among = visible): Promise<Key | undefined> {
  const row = await among(scope).where({ id }).first()
  return row && toKey(row, scope.now())
}

export type KnownKey = Pick<
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
  | 'old_ends_at'
  | 'requests_per_minute'
> & {
  readonly app_deleted: boolean
  /** Whether the allowlist of its app holds the address that it is used from. */
  readonly admitted: boolean
  /** And its own. */
  readonly admitted_itself: boolean
  /** Which secret of the key it was opened by, and how many came after it. */
  readonly secret_number: number
  readonly newer_secrets: number
  /** Of its app. */
  readonly app_requests_per_minute: number | null
  readonly api_version: string
}

/** Whose key has this secret, whatever became of it; from here on the transaction sees what it may. */
export async function openKey(
  scope: Scope,
  secret: string,
  address: string | null,
): Promise<KnownKey | undefined> {
  return openByHash(scope, scope.secrets.hmac(secret), address)
}

async function openByHash(scope: Scope, hash: Buffer, address: string | null) {
  const [row] = await scope.through<KnownKey>('directory.open_key', hash, address)
  return row
}

/** The same of a key that is named by its id: it is opened by its newest secret. */
export async function openKeyItself(
  scope: Scope,
  named: { readonly tenantId: string; readonly environment: Environment; readonly keyId: string },
  address: string | null,
): Promise<KnownKey | undefined> {
  const { tenantId, environment, keyId } = named
  const door = 'directory.newest_secret_of'
  const [newest] = await scope.through<{ hash: Buffer }>(door, tenantId, environment, keyId)
  return newest && openByHash(scope, newest.hash, address)
}

export type OwnSecret = Pick<KnownKey, 'newer_secrets' | 'old_ends_at'> & {
  readonly key_id: string
}

/** The key of the caller's tenant and environments that has or had this secret. */
export async function findSecret(scope: Scope, secret: string): Promise<OwnSecret | undefined> {
  const hash = scope.secrets.hmac(secret)
  const [row] = await scope.through<OwnSecret>('directory.find_key', hash)
  return row
}

/** Keeps others from changing the key until this transaction ends. */
export async function lockKey(scope: Scope, id: string, among = visible): Promise<Key | undefined> {
  const row = await among(scope).where({ id }).forUpdate().first()
  return row && toKey(row, scope.now())
}

type NewKeyRow = Pick<
  KeyRow,
  | 'environment'
  | 'app_id'
  | 'label'
  | 'prefix'
  | 'last_four'
  | 'scopes'
  | 'issued_by'
  | 'expires_at'
  | 'ip_allowlist'
  | 'requests_per_minute'
>

/** The key, and in the directory the hash that its secret is known by. */
export async function insertKey(scope: Scope, key: NewKeyRow, hash: Buffer): Promise<Key> {
  const at = scope.now()
  const row: KeyRow = {
    ...key,
    tenant_id: scope.tenantId,
    id: scope.newId(),
    issued_at: at,
    revoked_at: null,
    last_used_at: null,
    revision: 1,
    secret_number: 1,
    rotated_at: null,
    old_prefix: null,
    old_last_four: null,
    old_ends_at: null,
    scopes_watched_since: at,
  }
  await scope.db<KeyRow>('api_keys').insert(row)
  await scope.db.raw('select directory.register_key(?, ?)', [hash, row.id])
  return toKey(row, row.issued_at)
}

export async function markRevoked(scope: Scope, { id, revision }: Key): Promise<void> {
  await scope
    .db<KeyRow>('api_keys')
    .where({ tenant_id: scope.tenantId, id })
    .update({ revoked_at: scope.now(), revision: revision + 1 })
}

interface DueExpiry {
  readonly tenant_id: string
  readonly environment: Environment
  readonly key_id: string
}

/** Keys of any tenant whose expiry has come and was not told yet, those due longest first. */
export function dueExpiries(scope: Scope, max: number): Promise<DueExpiry[]> {
  return scope.through<DueExpiry>('directory.due_expiries', scope.now(), max)
}

/** Whether this transaction is the one that may tell of the expiry. */
export async function settleExpiry(scope: Scope, keyId: string): Promise<boolean> {
  const { rows } = await scope.db.raw<{ settled: boolean }>(
    'select directory.settle_expiry(?) as settled',
    [keyId],
  )
  return rows[0]?.settled ?? false
}

/** Only ever moves forward, whichever process writes first. Returns those that were never used before. */
export async function markUsed(
  scope: Scope,
  lastUses: ReadonlyMap<string, Date>,
): Promise<readonly string[]> {
  const { rows } = await scope.db.raw<{ id: string; is_first: boolean }>(
    `update api_keys k set last_used_at = used.at
     from unnest(?::uuid[], ?::timestamptz[]) as used (id, at)
     where k.tenant_id = ? and k.id = used.id
       and (k.last_used_at is null or k.last_used_at < used.at)
     returning k.id, old.last_used_at is null as is_first`,
    [[...lastUses.keys()], [...lastUses.values()], scope.tenantId],
  )
  return rows.filter(({ is_first: isFirst }) => isFirst).map(({ id }) => id)
}

/**
 * The keys of the principal's apps, as long as those are there; row-level security leaves out the
 * environments that it lacks.
 */
export const visible = (scope: Scope) =>
  ofAnyApp(scope).whereRaw('app_id <> all (?)', [deletedApps(scope)])

/** Those of deleted apps as well, which come back with them. */
export const ofAnyApp = (scope: Scope) =>
  scope.inApps(
    scope
      .db<KeyRow>('api_keys')
      .where({ tenant_id: scope.tenantId })
      .select(...keyColumns)
      .select(scope.db.raw(lastIp)),
  )

const lastIp = `(select n.accepted_ip from key_networks n where n.tenant_id = api_keys.tenant_id
  and n.app_id = api_keys.app_id and n.key_id = api_keys.id and n.accepted_at is not null
  order by n.accepted_at desc limit 1) as last_used_ip`

export function toKey(
  row: Pick<KeyRow, (typeof keyColumns)[number] | 'last_used_ip'>,
  now: Date,
): Key {
  return {
    id: row.id,
    appId: row.app_id,
    environment: row.environment,
    label: row.label,
    prefix: row.prefix,
    lastFour: row.last_four,
    scopes: scopesAmong(row.scopes),
    state: stateOf(row, now),
    issuedAt: row.issued_at.toISOString(),
    issuedBy: row.issued_by,
    ipAllowlist: row.ip_allowlist,
    requestsPerMinute: row.requests_per_minute,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    lastUsedIp: row.last_used_ip ?? null,
    rotatedAt: row.rotated_at?.toISOString() ?? null,
    oldSecret: oldSecretOf(row, now),
    revision: row.revision,
  }
}

type OldSecretRow = Pick<
  KeyRow,
  'old_prefix' | 'old_last_four' | 'old_ends_at' | 'revoked_at' | 'expires_at'
>

/** The secret before the newest, as long as it opens something. */
function oldSecretOf(row: OldSecretRow, now: Date): Key['oldSecret'] {
  const { old_prefix, old_last_four, old_ends_at } = row
  if (!old_prefix || !old_last_four || !old_ends_at || old_ends_at <= now) return null
  if (stateOf(row, now) !== 'active') return null
  return { prefix: old_prefix, lastFour: old_last_four, endsAt: old_ends_at.toISOString() }
}

/** Nothing has to happen for a key to expire: its state follows from the hour at which it is read. */
export function stateOf(
  { revoked_at, expires_at }: Pick<KeyRow, 'revoked_at' | 'expires_at'>,
  now: Date,
): Key['state'] {
  if (revoked_at) return 'revoked'
  return expires_at && expires_at <= now ? 'expired' : 'active'
}
