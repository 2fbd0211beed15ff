import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../../testing/builders.ts'
import { listenAt } from '../../../testing/listener.ts'
import { until } from '../../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ worker: true })
  acme = await world.tenant('Acme', { roles: ['owner'] })
})
afterAll(() => world.stop())

/** What the clock starts every minute. */
async function lookForExpired(name = 'keys.find-expired'): Promise<void> {
  await world.db.query(
    `insert into job_outbox (id, name, payload) values (gen_random_uuid(), $1, '{}')`,
    [name],
  )
}

async function toldOf(keyId: string, type = 'keys.expired'): Promise<{ state: string }[]> {
  const { rows } = await world.db.query(
    `select data from events where type = $2 and ref ->> 'keyId' = $1`,
    [keyId, type],
  )
  return rows.map(({ data }) => data)
}

test('KY-5 nobody listens with a key that has expired', async () => {
  const api = world.as(await acme.member())
  const expiresAt = new Date(Date.now() + 60_000).toISOString()
  const body = { appId: (await acme.app()).id, label: 'Ending', scopes: ['keys:read' as const] }
  const { secret: token } = await api.keys.issue({ body: { ...body, expiresAt } })
  const listener = await listenAt(world.url, { token })
  await world.setClock(new Date(Date.now() + 61_000))
  await listener.until(() => listener.hasExpired())
  expect(listener.hasExpired()).toBe(true)
  await world.setClock(null)
})

test('KY-5 that a key expired is told once, and not of a key that was revoked before', async () => {
  const api = world.as(await acme.member())
  const app = await acme.app()
  const issue = (label: string) => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    return api.keys.issue({ body: { appId: app.id, label, scopes: ['apps:read'], expiresAt } })
  }
  const [first, revoked, second] = [
    await issue('First'),
    await issue('Ended'),
    await issue('Second'),
  ]
  await api.keys.revoke({ params: { id: revoked.id } })
  await world.setClock(new Date(Date.now() + 120_000))

  await lookForExpired()
  await until(async () => (await toldOf(second.id)).length > 0)
  await lookForExpired()
  await until(async () => (await toldOf(first.id)).length > 0)
  const { rows } = await world.db.query(
    'select 1 from directory.api_keys where expiry_due_at < $1',
    [new Date(Date.now() + 120_000)],
  )
  expect(rows).toEqual([])

  for (const { id } of [first, second]) {
    expect(await toldOf(id)).toMatchObject([{ id, state: 'expired' }])
  }
  expect(await toldOf(revoked.id)).toEqual([])
  // What its pages listen by ends as well, and is told of to no screen.
  const { rows: ends } = await world.db.query(
    `select ref ->> 'id' as id from events where type = 'internal.principal-ended'`,
  )
  expect(ends.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]))
  const { rows: entries } = await world.db.query(
    `select action, actor from audit_entries where target = $1 order by sequence`,
    [first.id],
  )
  expect(entries.map(({ action }) => action)).toEqual(['keys.issued', 'keys.expired'])
})

test('KY-3 KY-5 that an old secret ended by the clock is told once, and not where somebody ended it before', async () => {
  await world.setClock(null)
  const { keys } = world.as(await acme.member())
  const app = await acme.app()
  const issue = (label: string) => acme.key({ app, label })
  const [first, cut, second] = [await issue('First'), await issue('Cut'), await issue('Second')]
  const body = { overlap: '1h' as const }
  for (const { id } of [first, cut, second]) await keys.rotate({ params: { id }, body })
  await keys.endOverlap({ params: { id: cut.id } })
  const [ended, find] = ['keys.overlap-ended', 'keys.find-ended-overlaps']
  await world.setClock(new Date(Date.now() + 3_601_000))

  await lookForExpired(find)
  await until(async () => (await toldOf(second.id, ended)).length > 0)
  await lookForExpired(find)
  await until(async () => (await toldOf(first.id, ended)).length > 0)
  const { rows } = await world.db.query(
    'select 1 from directory.api_keys where overlap_due_at is not null',
  )
  expect(rows).toEqual([])
  for (const { id } of [first, cut, second]) {
    expect(await toldOf(id, ended)).toMatchObject([{ id, state: 'active', oldSecret: null }])
  }
})

test('KY-3 KY-5 what comes late to tell of one overlap leaves the end of the next to be told', async () => {
  await world.setClock(null)
  const { keys } = world.as(await acme.member())
  const [turned, due] = [await acme.key(), await acme.key()]
  const body = { overlap: '1h' as const }
  for (const { id } of [turned, due]) await keys.rotate({ params: { id }, body })
  await world.db.query(
    `update directory.api_keys set overlap_due_at = now() where key_id = $1 and overlap_due_at is not null`,
    [due.id],
  )
  const tell = async (keyId: string) =>
    world.db.query(
      `insert into job_outbox (id, name, tenant_id, environment, payload)
       values (gen_random_uuid(), 'keys.tell-end-of-overlap', $1, 'sandbox', $2)`,
      [acme.id, JSON.stringify({ keyId })],
    )
  const ended = 'keys.overlap-ended'
  await tell(turned.id)
  await tell(due.id)
  await until(async () => (await toldOf(due.id, ended)).length > 0)
  expect(await toldOf(turned.id, ended)).toEqual([])
  await world.setClock(new Date(Date.now() + 3_601_000))
  await lookForExpired('keys.find-ended-overlaps')
  await until(async () => (await toldOf(turned.id, ended)).length > 0)
  expect(await toldOf(turned.id, ended)).toMatchObject([{ oldSecret: null }])
})

test('KY-3 nobody listens with an old secret that has ended', async () => {
  await world.setClock(null)
  const key = await acme.key()
  const { keys } = world.as(await acme.member())
  const { secret } = await keys.rotate({ params: { id: key.id }, body: { overlap: '1h' } })
  const old = await listenAt(world.url, key)
  const fresh = await listenAt(world.url, { token: secret })
  await world.setClock(new Date(Date.now() + 3_601_000))
  await old.until(() => old.hasExpired())
  expect(fresh.hasExpired()).toBe(false)
  await world.setClock(null)
})
