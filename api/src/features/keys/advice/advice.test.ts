import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { KeyScope } from '@sonaqor/contract/access'
import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import type { Key } from '@sonaqor/contract/keys'
import type { WorldTenant } from '../../../testing/builders.ts'
import { createPartner, portal, refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { until } from '../../../testing/until.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

const dayMs = 86_400_000
const scopes = ['apps:read', 'keys:read', 'logs:read', 'customers:ingest'] satisfies KeyScope[]

const ofKey = (key: Pick<Key, 'id'>) => ({ params: { id: key.id } })
const advise = async (key: Pick<Key, 'id'>) => world.as(await acme.member()).keys.advice(ofKey(key))

/** The same key, as if it had been issued and watched so many days ago. */
async function watchedFor(key: Pick<Key, 'id'>, days: number): Promise<void> {
  await world.db.query('update api_keys set scopes_watched_since = $2 where id = $1', [
    key.id,
    new Date(Date.now() - days * dayMs),
  ])
}

const usesOf = ({ scopes: all }: KeyAdvice) =>
  Object.fromEntries(all.map(({ scope, requests }) => [scope, requests]))

test('KY-8 a viewer, another tenant and a key of another app hear nothing of it', async () => {
  const key = await acme.key()
  const viewer = world.as(await acme.member('viewer')).keys
  expect(await refusalOf(viewer.advice(ofKey(key)))).toMatchObject({ scope: 'keys:read' })
  const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
  for (const holder of [other, await acme.key()]) {
    expect(await refusalOf(world.as(holder).keys.advice(ofKey(key)))).toMatchObject({ status: 404 })
  }
})

test('KY-8 scopes that nothing took for 30 days are told, and how to narrow the key to the rest', async () => {
  const key = await acme.key({ scopes })
  const api = world.as(key)
  await api.apps.list()
  await api.apps.list()
  await api.customers.ingest({ body: { externalId: 'advised', name: 'Ada Example' } })
  // What is refused for want of a scope is no use of one.
  await refusalOf(api.jobs.list())
  await until(async () => usesOf(await advise(key))['customers:ingest'] === 1)
  const early = await advise(key)
  expect(usesOf(early)).toEqual({
    'apps:read': 2,
    'keys:read': 0,
    'logs:read': 0,
    'customers:ingest': 1,
  })
  expect(early).toMatchObject({ because: 'watching', keep: null, watchedSince: key.issuedAt })
  expect(Date.parse(early.certainFrom) - Date.parse(key.issuedAt)).toBe(30 * dayMs)

  await watchedFor(key, 31)
  const advice = await advise(key)
  expect(advice).toMatchObject({
    because: 'some-unused',
    keep: ['apps:read', 'customers:ingest'],
    scopes: [
      { scope: 'apps:read', unused: false, lastUsedAt: expect.any(String) },
      { scope: 'keys:read', unused: true, lastUsedAt: null },
      { scope: 'logs:read', unused: true },
      { scope: 'customers:ingest', unused: false },
    ],
  })
  await world
    .as(await acme.member())
    .keys.update({ ...ofKey(key), body: { scopes: advice.keep as KeyScope[] } })
  expect(await advise(key)).toMatchObject({ because: 'all-used', keep: null })
})

test('KY-8 a request that was not let in uses no scope', async () => {
  const key = await acme.key({ scopes: ['apps:read', 'keys:read'] })
  const owner = world.as(await acme.member()).keys
  await owner.update({ ...ofKey(key), body: { requestsPerMinute: 1 } })
  await world.as(key).apps.list()
  expect(await refusalOf(world.as(key).keys.list({ query: {} }))).toMatchObject({ status: 429 })
  await until(async () => usesOf(await advise(key))['apps:read'] === 1)
  expect(usesOf(await advise(key))['keys:read']).toBe(0)
})

test('KY-8 what was used before those 30 days is unused by now, and a key that nobody uses is told as that', async () => {
  const key = await acme.key({ scopes: ['apps:read', 'keys:read'] })
  await world.as(key).apps.list()
  await until(async () => usesOf(await advise(key))['apps:read'] === 1)
  await watchedFor(key, 90)
  expect(await advise(key)).toMatchObject({ because: 'some-unused', keep: ['apps:read'] })
  await world.db.query(
    `update key_scope_uses set last_at = last_at - interval '31 days', day = day - 31
     where key_id = $1`,
    [key.id],
  )
  expect(await advise(key)).toMatchObject({ because: 'none-used', keep: null })
})

test('KY-8 the list of keys hears at once which of them hold scopes to no use, and how many', async () => {
  const tenant = await world.tenant('Advised', { roles: ['owner', 'viewer'] })
  const app = await tenant.app()
  const [used, needless, young, over] = await Promise.all(
    ['Used', 'Needless', 'Young', 'Over'].map((label) =>
      tenant.key({ app, label, scopes: ['apps:read', 'keys:read'] }),
    ),
  )
  const { keys } = world.as(await tenant.member())
  for (const key of [used!, needless!, over!]) await watchedFor(key, 31)
  await keys.revoke({ params: { id: over!.id } })
  for (const key of [used!, young!]) await world.as(key).apps.list()
  await world.as(used!).keys.list({ query: {} })
  await until(async () => {
    const { scopes: all } = await keys.advice(ofKey(used!))
    return all.every(({ unused }) => !unused)
  })
  const told = [{ keyId: needless!.id, unused: 2, of: 2 }]
  expect(await keys.advised({ query: {} })).toMatchObject({ keys: told })
  expect(await keys.advised({ query: { appId: app.id } })).toMatchObject({ keys: told })
  expect(await keys.advised({ query: { environment: 'production' } })).toMatchObject({ keys: [] })

  const viewer = world.as(await tenant.member('viewer')).keys
  expect(await refusalOf(viewer.advised({ query: {} }))).toMatchObject({ scope: 'keys:read' })
  for (const holder of [await acme.member(), await tenant.key()]) {
    const { keys: theirs } = await world.as(holder).keys.advised({ query: {} })
    expect(theirs.map(({ keyId }) => keyId)).not.toContain(needless!.id)
  }
})

test('EM-2 KY-8 what its sessions use, a key needs', async () => {
  const { key, tenant, enter } = await createPartner(world)
  const { token } = await enter()
  const owner = world.as(await tenant.member('owner'))
  await world.ask('/v1/logs', { as: { token }, headers: { origin: portal } })
  // Once where it is lent to the session, and once where that uses it.
  await until(async () => usesOf(await owner.keys.advice(ofKey(key)))['logs:read'] === 2)
  expect(usesOf(await owner.keys.advice(ofKey(key)))).toMatchObject({ 'embeds:create': 1 })
})

test('EM-2 KY-8 what it lends and what its work asks for, a key needs', async () => {
  const { app, key: opener, tenant, open } = await createPartner(world, 'Lending')
  const owner = world.as(await tenant.member('owner'))
  const used = async (key: Pick<Key, 'id'>) =>
    (await owner.keys.advice(ofKey(key))).scopes.flatMap(({ scope, unused }) =>
      unused ? [] : [scope],
    )
  await open()
  await until(async () => (await used(opener)).length > 0)
  expect(await used(opener)).toEqual(['keys:read', 'keys:write', 'logs:read', 'embeds:create'])

  const key = await tenant.key({ app })
  await world.as(key).keys.issue({ body: { appId: app.id, label: 'Lent', scopes: ['apps:read'] } })
  await world.as(key).exports.start({ body: { of: 'audit', format: 'jsonl' } })
  await until(async () => (await used(key)).includes('jobs:run'))
  expect(await used(key)).toEqual(['apps:read', 'keys:write', 'audit:read', 'jobs:run'])

  const turner = await tenant.key({ app, scopes: ['keys:write', 'embeds:create'] })
  const turned = await tenant.key({ app, scopes: ['embeds:create'] })
  await world.as(turner).keys.rotate({ ...ofKey(turned), body: { overlap: '1h' } })
  await until(async () => (await used(turner)).length > 0)
  expect(await used(turner)).toEqual(['keys:write', 'embeds:create'])
})
