import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { uuidv7, canonicalJson } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startToyWorld({ processes: 2 })
})
afterAll(() => world.stop())

async function write(tenantId: string, text = 'x', server = 0, environment = 'sandbox') {
  const json = { appId: uuidv7(), environment, text }
  return world.ask('/v1/notes', { as: bearer(tenantId), json, server })
}

async function verify(tenantId: string, told = {}) {
  const response = await world.ask('/v1/doors/verify', { as: bearer(tenantId, told) })
  return (await response.json()) as { intact: boolean; entries: number; brokenAt: number | null }
}

async function chainOf(length: number): Promise<string> {
  const tenantId = uuidv7()
  for (let i = 0; i < length; i += 1) await write(tenantId)
  expect(await verify(tenantId)).toMatchObject({ intact: true, entries: length, brokenAt: null })
  return tenantId
}

describe('the chain of a tenant', () => {
  test('holds when two processes write to it at once, whatever the texts are', async () => {
    const tenantId = uuidv7()
    const texts = ['O\'Hara \\ "x"', '𝄞 e\u0301 é', '{"previousHash":"', '$1 :name ?', '%s']
    await Promise.all(Array.from({ length: 60 }, (_, i) => write(tenantId, texts[i % 5], i % 2)))
    expect(await verify(tenantId)).toMatchObject({ intact: true, entries: 60 })
  })

  test('runs through both environments, and is verified whole by who sees one of them', async () => {
    const tenantId = uuidv7()
    await write(tenantId, 'x', 0, 'sandbox')
    await write(tenantId, 'x', 0, 'production')
    const key = { kind: 'key', environments: ['sandbox'] }
    expect(await verify(tenantId, key)).toMatchObject({ intact: true, entries: 2 })
  })

  test('is empty, and intact, where nothing has happened', async () => {
    expect(await verify(uuidv7())).toMatchObject({ intact: true, entries: 0 })
  })

  test.each([
    [
      'changes an entry',
      "update audit_entries set after = '{}' where tenant_id = $1 and sequence = 2",
      2,
    ],
    [
      'changes who did it',
      'update audit_entries set actor = actor || \'{"name":"Nobody"}\' where tenant_id = $1 and sequence = 3',
      3,
    ],
    [
      'takes an entry out of the middle',
      'delete from audit_entries where tenant_id = $1 and sequence = 2',
      2,
    ],
    [
      'takes the last entry away',
      'delete from audit_entries where tenant_id = $1 and sequence = 4',
      4,
    ],
    [
      'swaps two entries',
      'update audit_entries set sequence = 5 - sequence where tenant_id = $1 and sequence in (2, 3)',
      2,
    ],
  ])('breaks when somebody %s', async (_, tampering, brokenAt) => {
    const tenantId = await chainOf(4)
    await world.db.query(
      'alter table audit_entries drop constraint audit_entries_tenant_id_sequence_key',
    )
    await world.db.query(tampering, [tenantId])
    expect(await verify(tenantId)).toMatchObject({ intact: false, brokenAt })
    await world.db.query('delete from audit_entries where tenant_id = $1', [tenantId])
    await world.db.query(
      'alter table audit_entries add constraint audit_entries_tenant_id_sequence_key unique (tenant_id, sequence)',
    )
  })
})

test('an act that cannot be audited does not happen', async () => {
  await world.db.query('revoke insert on audit_entries from world_owner')
  const tenantId = uuidv7()
  const response = await write(tenantId)
  await world.db.query('grant insert on audit_entries to world_owner')
  expect(response.status).toBeGreaterThanOrEqual(400)
  const { rowCount } = await world.db.query('select 1 from toy_notes where tenant_id = $1', [
    tenantId,
  ])
  expect(rowCount).toBe(0)
})

test('an entry says who did what to what, from where and in which request', async () => {
  const tenantId = uuidv7()
  const response = await write(tenantId)
  const { rows } = await world.db.query('select * from audit_entries where tenant_id = $1', [
    tenantId,
  ])
  expect(rows).toMatchObject([
    {
      sequence: '1',
      environment: 'sandbox',
      actor: { kind: 'member', name: 'Toy' },
      action: 'projects.noted',
      user_agent: 'node',
      request_id: response.headers.get('x-request-id'),
      before: null,
      after: { text: 'x' },
      previous_hash: '0'.repeat(64),
    },
  ])
})

test('one value has one canonical text', () => {
  const value = { b: [1, 1e21, -0, 'é'], a: { d: undefined, c: null }, '\u20ac': true, '1': 0 }
  expect(canonicalJson(value)).toBe('{"1":0,"a":{"c":null},"b":[1,1e+21,0,"é"],"€":true}')
  expect(canonicalJson('a\0b\ud800')).toBe('"a\ufffdb\ufffd"')
})
