/** The vault, on a real database: what it seals opens at its own place alone, through every change of key. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import knex from 'knex'
import { openFoundationOf } from '../../testing/foundation.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'
import { systemPrincipal } from '../access/index.ts'
import { tenantTable } from '../database/index.ts'
import type { OpenFoundation } from '../house/index.ts'
import type { Scope } from '../scope/index.ts'
import { resealSome, sealedColumn, uuidv7, type Place, type Purpose } from './index.ts'

const purpose: Purpose = { name: 'toy.secret', of: 'tenant' }
const store = sealedColumn(purpose, 'toy_secrets', 'value')
const server = fileURLToPath(new URL('../../server.ts', import.meta.url))

let world: ProcessWorld
let foundation: OpenFoundation
let tenantId: string

beforeAll(async () => {
  world = await startProcessWorld()
  const owner = knex({ client: 'pg', connection: world.ownerUrl })
  await tenantTable(owner, 'toy_secrets', {
    environment: 'none',
    columns: 'value bytea not null',
    grants: ['select', 'insert', 'update'],
  })
  await owner.destroy()
  foundation = await openFoundationOf(world)
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})
beforeEach(async () => {
  foundation.clock.set(null)
  tenantId = (await world.tenant(`Tenant ${Math.random()}`)).id
})

const inTenant = <T>(work: (scope: Scope) => Promise<T>, id = tenantId) =>
  foundation.scopes.run(systemPrincipal('test', id), work)
const asHouse = <T>(work: (scope: Scope) => Promise<T>) =>
  foundation.scopes.run(systemPrincipal('test', null), work)
const placeOf = (record: string, field = 'value', of = purpose): Place => ({
  purpose: of,
  record,
  field,
})
const seal = (place: Place, plain: string, id = tenantId) =>
  inTenant((scope) => scope.vault.seal(scope, place, plain), id)
const unseal = async (place: Place, sealed: Uint8Array, id = tenantId) =>
  String(await inTenant((scope) => scope.vault.unseal(scope, place, sealed), id))
interface KeyRow {
  version: number
  kek_id: string
  replaced_at: Date | null
}

const keysOf = async (id = tenantId) =>
  (
    await world.db.query<KeyRow>(
      'select version, kek_id, replaced_at from data_keys where tenant_id = $1 order by version',
      [id],
    )
  ).rows

const rowsOf = async () =>
  (
    await world.db.query<{ id: string; value: Buffer }>(
      'select id, value from toy_secrets where tenant_id = $1',
      [tenantId],
    )
  ).rows

/** Rows of the tenant, each with a secret of its own. */
async function keep(count: number): Promise<string[]> {
  return inTenant(async (scope) => {
    const ids = Array.from({ length: count }, () => uuidv7(new Date()))
    for (const id of ids) {
      const value = await scope.vault.seal(scope, placeOf(id), `secret of ${id}`)
      await scope.db('toy_secrets').insert({ tenant_id: tenantId, id, value })
    }
    return ids
  })
}

async function readAll(): Promise<string[]> {
  const rows = await rowsOf()
  return Promise.all(rows.map(({ id, value }) => unseal(placeOf(id), value)))
}

describe('what the vault has sealed', () => {
  test('opens at its own place and nowhere else', async () => {
    const sealed = await seal(placeOf('one'), 'a secret')
    expect(await unseal(placeOf('one'), sealed)).toBe('a secret')
    const other = await world.tenant('Another')
    await seal(placeOf('one'), 'theirs', other.id)
    await seal(placeOf('one', 'value', { name: 'toy.other', of: 'tenant' }), 'for something else')
    await expect(unseal(placeOf('two'), sealed)).rejects.toThrow()
    await expect(unseal(placeOf('one', 'other'), sealed)).rejects.toThrow()
    await expect(unseal(placeOf('one'), sealed, other.id)).rejects.toThrow()
    await expect(
      unseal(placeOf('one', 'value', { name: 'toy.other', of: 'tenant' }), sealed),
    ).rejects.toThrow()
  })

  test('does not open when a single byte of it differs', async () => {
    const sealed = await seal(placeOf('one'), 'a secret')
    for (const place of [0, 4, 5, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
      await expect(unseal(placeOf('one'), changed)).rejects.toThrow()
    }
    await expect(unseal(placeOf('one'), sealed.subarray(0, 3))).rejects.toThrow(
      'not sealed by the vault',
    )
  })

  test('has a key of its own for each tenant, which many requests at once make once', async () => {
    const sealed = await Promise.all(
      Array.from({ length: 12 }, () => seal(placeOf('one'), 'at once')),
    )
    for (const one of sealed) expect(await unseal(placeOf('one'), one)).toBe('at once')
    expect(await keysOf()).toHaveLength(1)
  })

  test('of the house opens outside of every tenant', async () => {
    const place = placeOf('person', 'totp', { name: 'toy.house', of: 'house' })
    const sealed = await asHouse((scope) => scope.vault.seal(scope, place, 'of a person'))
    expect(await unseal(place, sealed)).toBe('of a person')
    expect(String(await asHouse((scope) => scope.vault.unseal(scope, place, sealed)))).toBe(
      'of a person',
    )
  })
})

/** One round of sealing anew; true where there is more to do. */
const round = (now = false) => inTenant((scope) => resealSome(scope, scope.vault, store, { now }))

describe('a data key', () => {
  test('is replaced while its values are used, some at a time, and then deleted', async () => {
    const ids = await keep(230)
    expect(await round(true)).toBe(true)
    expect((await keysOf()).map(({ replaced_at: at }) => at !== null)).toEqual([true, false])
    expect((await readAll()).toSorted()).toEqual(ids.map((id) => `secret of ${id}`).toSorted())
    expect(await round()).toBe(false)
    foundation.clock.set(new Date(Date.now() + 25 * 3_600_000))
    expect(await round()).toBe(false)
    expect((await keysOf()).map(({ version }) => version)).toEqual([2])
    expect((await readAll()).toSorted()).toEqual(ids.map((id) => `secret of ${id}`).toSorted())
  })

  test('is replaced by itself after a year', async () => {
    await keep(1)
    await round()
    expect(await keysOf()).toHaveLength(1)
    foundation.clock.set(new Date(Date.now() + 366 * 24 * 3_600_000))
    await round()
    expect((await keysOf()).map(({ version }) => version)).toEqual([1, 2])
  })

  test('is not replaced under a value that was written meanwhile', async () => {
    const [id = ''] = await keep(1)
    const old = (await inTenant((scope) => store.stale(scope, 99, 10)))[0]!
    const newer = await seal(placeOf(id), 'written meanwhile')
    await world.db.query('update toy_secrets set value = $1 where id = $2', [newer, id])
    await inTenant(async (scope) =>
      store.replace(scope, old, await scope.vault.seal(scope, placeOf(id), 'sealed anew')),
    )
    expect(await readAll()).toEqual(['written meanwhile'])
  })
})

test('another key-encryption key takes the place of the first without anything being closed', async () => {
  await keep(3)
  const first = world.env['SONAQOR_KEK'] ?? ''
  const second = randomBytes(32).toString('base64')
  const [before] = await keysOf()

  await expect(world.grow({ env: { SONAQOR_KEK: second } })).rejects.toThrow('did not start')
  const both = { SONAQOR_KEK: second, SONAQOR_KEK_ALSO: first }
  await world.grow({ env: both })
  const { stdout } = await promisify(execFile)(process.execPath, [server, 'rewrap-keys'], {
    env: { ...world.env, ...both },
  })
  expect(stdout).toMatch(/^rewrapped {2}\d+ data keys/)

  const [after] = await keysOf()
  expect(after?.kek_id).not.toBe(before?.kek_id)
  await world.grow({ env: { SONAQOR_KEK: second } })
  const alone = await openFoundationOf({ ...world, env: { ...world.env, SONAQOR_KEK: second } })
  const [row] = await rowsOf()
  const opened = await alone.scopes.run(systemPrincipal('test', tenantId), (scope) =>
    scope.vault.unseal(scope, placeOf(row!.id), row!.value),
  )
  expect(String(opened)).toBe(`secret of ${row!.id}`)
  await alone.close()
})
