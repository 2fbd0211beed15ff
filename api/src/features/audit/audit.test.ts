import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../testing/builders.ts'
import { startWorld, type World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ processes: 2 })
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

const search = async (query: object = {}) =>
  (await world.as(await acme.member()).audit.search({ query })).data

test('a developer may neither search nor verify it', async () => {
  const api = world.as(await acme.member('developer'))
  // One after the other: a refusal that nobody waits for yet counts as not caught.
  for (const call of [() => api.audit.search(), () => api.audit.verify()]) {
    await expect(call()).rejects.toMatchObject({ problem: { status: 403, scope: 'audit:read' } })
  }
})

test('no other tenant sees an entry of it', async () => {
  const other = await world.tenant('Other', { roles: ['owner'] })
  const app = await acme.app()
  const { data } = await world.as(await other.member()).audit.search({ query: { target: app.id } })
  expect(data).toEqual([])
})

test('a key of the sandbox sees nothing of production, and is not told how long the chain is', async () => {
  const inProduction = await acme.app('production')
  const key = await acme.key({ environment: 'sandbox' })
  const { data } = await world.as(key).audit.search({ query: { limit: 200 } })
  expect(data.map(({ environment }) => environment)).not.toContain('production')
  expect(data.map(({ target }) => target)).not.toContain(inProduction.id)
  await expect(world.as(key).audit.verify()).rejects.toMatchObject({ problem: { status: 403 } })
})

test('an act that is refused leaves no entry', async () => {
  const before = await search({ limit: 200 })
  const response = await world.ask('/v1/projects', { as: await acme.member(), json: { name: 7 } })
  expect(response.status).toBe(422)
  expect(await search({ limit: 200 })).toEqual(before)
})

test('XC-4 it is searched by action, target and time, newest first', async () => {
  const app = await acme.app()
  expect(await search({ target: app.id, action: 'apps.created' })).toHaveLength(1)
  expect(await search({ target: app.id, action: 'projects.created' })).toHaveLength(0)
  const [newest] = await search({ limit: 1 })
  const sequences = (await search({ limit: 200 })).map(({ sequence }) => sequence)
  expect(sequences).toEqual(sequences.toSorted((one, other) => other - one))
  expect(await search({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
  expect((await search({ to: newest!.at, limit: 200 })).length).toBeLessThan(sequences.length)
})

test('acts at two processes at once stand in one chain without a gap', async () => {
  const owner = await acme.member()
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      world.as(owner, i % 2).projects.create({ body: { name: `At once ${i}` } }),
    ),
  )
  const verified = await world.as(owner, 1).audit.verify()
  expect(verified).toMatchObject({ intact: true, brokenAt: null })
  const entries = await search({ limit: 200 })
  expect(verified).toMatchObject({ entries: entries.length, head: entries[0]?.hash })
  for (const [place, entry] of entries.slice(0, -1).entries()) {
    expect(entry.previousHash).toBe(entries[place + 1]?.hash)
  }
})

test('an entry that somebody changed past us is found, and so is one that is gone', async () => {
  const tenant = await world.tenant('Tampered', { roles: ['owner'] })
  await tenant.app()
  const api = world.as(await tenant.member())
  expect(await api.audit.verify()).toMatchObject({ intact: true, entries: 3 })
  const change = (set: string) =>
    world.db.query(`update audit_entries set ${set} where tenant_id = $1 and sequence = 2`, [
      tenant.id,
    ])
  await change(`action = 'projects.removed'`)
  expect(await api.audit.verify()).toMatchObject({ intact: false, brokenAt: 2 })
  await change(`action = 'projects.created'`)
  expect(await api.audit.verify()).toMatchObject({ intact: true })
  await world.db.query('delete from audit_entries where tenant_id = $1 and sequence = 3', [
    tenant.id,
  ])
  expect(await api.audit.verify()).toMatchObject({ intact: false, brokenAt: 3 })
})
