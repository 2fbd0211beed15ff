import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../../testing/builders.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { TRUSTED_PROXIES: '1' } })
  acme = await world.tenant('Acme', { roles: ['owner'] })
})
afterAll(() => world.stop())

const ask = async (key: Holder, from: string, server = 0, path = '/v1/apps') =>
  (await world.ask(path, { as: key, headers: { 'x-forwarded-for': from }, server })).status

const networksOf = async (keyId: string): Promise<string[]> => {
  const { rows } = await world.db.query<{ network: string }>(
    'select network from key_networks where key_id = $1 order by network',
    [keyId],
  )
  return rows.map(({ network }) => network)
}

/** The addresses that were told of as new. */
async function toldOf(keyId: string): Promise<string[]> {
  const { audit } = world.as(await acme.member())
  const query = { target: keyId, action: 'keys.used-from-new-ip' as const, limit: 200 }
  const { data } = await audit.search({ query })
  return data.map(({ after }) => (after as { ip: string }).ip).toReversed()
}

test('KY-5 the audit log tells of an address that a key was never used from, once over all nodes', async () => {
  const key = await acme.key()
  await ask(key, '203.0.113.7')
  await until(async () => (await networksOf(key.id)).length === 1)
  for (const server of [0, 1]) await ask(key, '203.0.113.7', server)
  for (const server of [0, 1]) await ask(key, '198.51.100.7', server)
  await until(async () => (await toldOf(key.id)).length > 0)
  // In one network of IPv6 a server has as many addresses as it likes.
  for (const from of ['2001:db8:1:2::9', '2001:db8:1:2::a', '2001:db8:1:3::9'])
    await ask(key, from, 1)
  await until(async () => (await networksOf(key.id)).length === 4)
  expect((await toldOf(key.id)).toSorted()).toEqual([
    '198.51.100.7',
    // Of one network the last address that was gathered by then.
    expect.stringMatching(/^2001:db8:1:2::[9a]$/),
    '2001:db8:1:3::9',
  ])
  const { data } = await world.as(await acme.member()).audit.search({ query: { target: key.id } })
  expect(data[0]).toMatchObject({
    action: 'keys.used-from-new-ip',
    environment: 'sandbox',
    actor: { kind: 'system' },
  })
})

test('KY-5 where a key is refused it was not used', async () => {
  const key = await acme.key()
  await ask(key, '203.0.113.7')
  const { keys } = world.as(await acme.member())
  await keys.update({ params: { id: key.id }, body: { ipAllowlist: ['203.0.113.0/24'] } })
  expect(await ask(key, '198.51.100.9')).toBe(403)
  await keys.revoke({ params: { id: key.id } })
  expect(await ask(key, '203.0.113.9')).toBe(401)
  const later = await acme.key()
  await ask(later, '203.0.113.9')
  await until(async () => (await networksOf(later.id)).length === 1)
  expect(await networksOf(key.id)).toEqual(['203.0.113.7'])
})

test('KY-4 a key says from which address it was used last', async () => {
  const key = await acme.key()
  const { keys } = world.as(await acme.member())
  const lastIp = async () => (await keys.show({ params: { id: key.id } })).lastUsedIp
  expect(await lastIp()).toBeNull()
  for (const from of ['203.0.113.7', '2001:db8::1', '203.0.113.7']) {
    await ask(key, from)
    await until(async () => (await lastIp()) === from)
  }
})

describe('within one minute', () => {
  beforeAll(() => world.setClock(new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000)))
  afterAll(() => world.setClock(null))

  test('KY-4 a request is a use of a key where it was accepted, and not where it was refused for its scope, its address or its pace', async () => {
    const key = await acme.key({ scopes: ['apps:read'] })
    const { keys } = world.as(await acme.member())
    const useOf = async ({ id }: { id: string }) => {
      const { lastUsedAt, lastUsedIp } = await keys.show({ params: { id } })
      return { lastUsedAt, lastUsedIp }
    }
    const body = { ipAllowlist: ['203.0.113.0/24'], requestsPerMinute: 1 }
    await keys.update({ params: { id: key.id }, body })
    expect(await ask(key, '203.0.113.8')).toBe(200)
    await until(async () => (await useOf(key)).lastUsedAt !== null)
    await until(async () => (await useOf(key)).lastUsedIp === '203.0.113.8')
    const before = await useOf(key)
    const narrow = await acme.key({ scopes: ['apps:read'] })
    expect(await ask(narrow, '203.0.113.5', 0, '/v1/logs')).toBe(403)
    expect(await ask(key, '203.0.113.9')).toBe(429)
    expect(await ask(key, '198.51.100.9')).toBe(403)
    const marker = await acme.key()
    await ask(marker, '203.0.113.7')
    await until(async () => (await useOf(marker)).lastUsedAt !== null)
    await until(async () => (await useOf(marker)).lastUsedIp !== null)
    expect(await useOf(key)).toEqual(before)
    await until(async () => (await networksOf(narrow.id)).length === 1)
    expect(await useOf(narrow)).toEqual({ lastUsedAt: null, lastUsedIp: null })
  })
})

test('KY-5 of a key that comes from everywhere no more is told in a day, or kept, than anybody reads', async () => {
  const key = await acme.key()
  await world.db.query(
    `insert into key_networks (tenant_id, environment, app_id, key_id, network, ip, first_at, last_at)
     select $1, 'sandbox', $2, $3, '192.0.2.' || n, '192.0.2.' || n, now() - interval '2 days', now()
       - n * interval '1 second'
     from generate_series(1, 500) n`,
    [acme.id, key.appId, key.id],
  )
  await Promise.all(Array.from({ length: 30 }, (_, n) => ask(key, `198.51.100.${n}`)))
  await until(async () => (await networksOf(key.id)).includes('198.51.100.29'))
  await until(async () => (await toldOf(key.id)).length >= 20)
  const networks = await networksOf(key.id)
  expect(networks).toHaveLength(500)
  expect(networks.filter((network) => network.startsWith('198.51.100.'))).toHaveLength(30)
  expect(await toldOf(key.id)).toHaveLength(20)
})
