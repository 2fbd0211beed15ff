/** The data keys of a tenant, or of the house, as rows: wrapped, numbered, and in the end deleted. */
import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'
import type { Scope } from '../scope/index.ts'
import type { Keyring } from './keyring.ts'

/**
 * What a key is for, `sso.client-secret` say. `of: 'house'` is for what belongs to no tenant, such as
 * how a person proves who they are.
 */
export interface Purpose {
  readonly name: string
  readonly of: 'tenant' | 'house'
}

interface DataKeyRow {
  tenant_id?: string
  purpose: string
  version: number
  wrapped: Buffer
  kek_id: string
  created_at: Date
  replaced_at: Date | null
}

export interface DataKey {
  readonly version: number
  readonly bytes: Buffer
}

/** The newest key of the purpose; made with its first use. */
export async function newestKey(
  scope: Scope,
  keyring: Keyring,
  purpose: Purpose,
): Promise<DataKey> {
  const find = () => rowsOf(scope, purpose).orderBy('version', 'desc').first()
  let row = await find()
  if (!row) {
    await insertKey(scope, keyring, purpose, 1)
    row = await find()
  }
  if (!row) throw new Error(`no data key for ${purpose.name} can be made`)
  return opened(scope, keyring, purpose, row)
}

/** The key that something was sealed with. */
export async function keyOfVersion(
  scope: Scope,
  keyring: Keyring,
  purpose: Purpose,
  version: number,
): Promise<DataKey> {
  const row = await rowsOf(scope, purpose).where({ version }).first()
  if (!row) throw new Error(`the data key ${version} of ${purpose.name} is gone`)
  return opened(scope, keyring, purpose, row)
}

/** Puts a new key in the place of the newest one, which from now on unseals alone. */
export async function replaceKey(scope: Scope, keyring: Keyring, purpose: Purpose): Promise<void> {
  const { version } = await newestKey(scope, keyring, purpose)
  await insertKey(scope, keyring, purpose, version + 1)
  await rowsOf(scope, purpose)
    .where({ version })
    .whereNull('replaced_at')
    .update({ replaced_at: scope.now() })
}

/** When the newest key of the purpose was made, if it has one. */
export async function madeAt(scope: Scope, purpose: Purpose): Promise<Date | undefined> {
  const row = await rowsOf(scope, purpose).orderBy('version', 'desc').first()
  return row?.created_at
}

/** Deletes the keys that were replaced so long ago that nothing under way can still seal with them. */
export async function deleteReplaced(scope: Scope, purpose: Purpose, before: Date): Promise<void> {
  await rowsOf(scope, purpose).where('replaced_at', '<', before).delete()
}

/** Wraps anew what another key-encryption key has wrapped; answers how many there were. */
export async function rewrapKeys(
  scope: Scope,
  keyring: Keyring,
  of: Purpose['of'],
): Promise<number> {
  const stale = await tableOf(scope, of).whereNot({ kek_id: keyring.kekId })
  for (const row of stale) {
    const context = contextOf(scope, { name: row.purpose, of }, row.version)
    const wrapped = keyring.wrap(keyring.unwrap(row.wrapped, context), context)
    await tableOf(scope, of)
      .where({ purpose: row.purpose, version: row.version, kek_id: row.kek_id })
      .update({ wrapped, kek_id: keyring.kekId })
  }
  return stale.length
}

async function insertKey(
  scope: Scope,
  keyring: Keyring,
  purpose: Purpose,
  version: number,
): Promise<void> {
  await tableOf(scope, purpose.of)
    .insert({
      ...owned(scope, purpose.of),
      purpose: purpose.name,
      version,
      wrapped: keyring.wrap(randomBytes(32), contextOf(scope, purpose, version)),
      kek_id: keyring.kekId,
      created_at: scope.now(),
    })
    .onConflict()
    .ignore()
}

function opened(scope: Scope, keyring: Keyring, purpose: Purpose, row: DataKeyRow): DataKey {
  const { version } = row
  return { version, bytes: keyring.unwrap(row.wrapped, contextOf(scope, purpose, version)) }
}

/** Bound into the wrapping, so that no row can stand in for another one. */
function contextOf(scope: Scope, { name, of }: Purpose, version: number): string {
  return JSON.stringify(['data key', ownerOf(scope, of), name, version])
}

/** Whose the keys are: the tenant that the scope is in, or the house. */
export function ownerOf(scope: Scope, of: Purpose['of']): string {
  return of === 'house' ? 'house' : scope.tenantId
}

const owned = (scope: Scope, of: Purpose['of']) =>
  of === 'house' ? {} : { tenant_id: scope.tenantId }

function tableOf(scope: Scope, of: Purpose['of']): Knex.QueryBuilder<DataKeyRow, DataKeyRow[]> {
  return scope
    .db<DataKeyRow>(of === 'house' ? 'house_data_keys' : 'data_keys')
    .where(owned(scope, of)) as Knex.QueryBuilder<DataKeyRow, DataKeyRow[]>
}

const rowsOf = (scope: Scope, { name, of }: Purpose) => tableOf(scope, of).where({ purpose: name })
