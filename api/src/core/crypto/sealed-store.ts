/** What a feature keeps sealed, so that it can be sealed anew when its data key is replaced. */
import type { Scope } from '../scope/index.ts'
import { deleteReplaced, madeAt, newestKey, replaceKey, type Purpose } from './data-keys.ts'
import type { Vault } from './vault.ts'

export interface SealedValue {
  readonly record: string
  readonly field: string
  readonly sealed: Buffer
}

export interface SealedStore {
  readonly purpose: Purpose
  /** Some of the values that are sealed with another version than the newest, at most `bound`. */
  stale(scope: Scope, newest: number, bound: number): Promise<readonly SealedValue[]>
  /** Puts a value in the place of `old`, unless that was written meanwhile. */
  replace(scope: Scope, old: SealedValue, sealed: Buffer): Promise<void>
}

const atOnce = 200
const dayMs = 24 * 3_600_000
/** A data key seals for a year. */
export const keyLifeMs = 365 * dayMs
/** By then whatever had begun with a key that was replaced is long over. */
const graceMs = dayMs

/** The column of a tenant's table that holds sealed values, bound to the record's `id` and its name. */
export function sealedColumn(purpose: Purpose, table: string, column: string): SealedStore {
  interface Row {
    id: string
    value: Buffer
  }
  return {
    purpose,
    stale: async (scope, newest, bound) => {
      const rows = await scope
        .db(table)
        .where({ tenant_id: scope.tenantId })
        .whereRaw('substring(?? from 2 for 4) <> int4send(?)', [column, newest])
        .limit(bound)
        .select<Row[]>('id', { value: column })
      return rows.map(({ id, value }) => ({ record: id, field: column, sealed: value }))
    },
    replace: async (scope, { record, sealed: old }, sealed) => {
      await scope
        .db(table)
        .where({ tenant_id: scope.tenantId, id: record, [column]: old })
        .update({ [column]: sealed })
    },
  }
}

/**
 * One round for one store: replaces a key that is over age, seals some of what is sealed with an older
 * one, and deletes that once nothing is. True where there is more to do; each round is a transaction of
 * its own, so that it goes on where it stopped.
 */
export async function resealSome(
  scope: Scope,
  vault: Vault,
  store: SealedStore,
  { now = false }: { readonly now?: boolean } = {},
): Promise<boolean> {
  const { purpose } = store
  const made = await madeAt(scope, purpose)
  if (!made) return false
  const age = scope.now().getTime() - made.getTime()
  if (now || age >= keyLifeMs) await replaceKey(scope, vault.keyring, purpose)
  const { version } = await newestKey(scope, vault.keyring, purpose)
  const stale = await store.stale(scope, version, atOnce)
  for (const value of stale) {
    const place = { purpose, record: value.record, field: value.field }
    const plain = await vault.unseal(scope, place, value.sealed)
    await store.replace(scope, value, await vault.seal(scope, place, plain))
  }
  if (stale.length === 0) {
    await deleteReplaced(scope, purpose, new Date(scope.now().getTime() - graceMs))
  }
  return stale.length === atOnce
}
