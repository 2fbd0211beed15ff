import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import knex from 'knex'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { FakeBrowser, ownOrigin } from '../../../testing/fake-browser.ts'
import { foundTenant, type FoundedTenant } from '../index.ts'

const person = { name: 'Both', email: 'both@world.test', password: 'a password for two tenants' }

let world: OwnWorld
let first: FoundedTenant
let second: FoundedTenant
let foreign: FoundedTenant
let browser: FakeBrowser
let session: Session

beforeAll(async () => {
  world = await startWorld({
    processes: 2,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '100' },
  })
  const owner = knex({ client: 'pg', connection: world.ownerUrl })
  first = await foundTenant(owner, { name: 'First', members: [{ ...person, role: 'owner' }] })
  second = await foundTenant(owner, { name: 'Second', members: [{ ...person, role: 'viewer' }] })
  foreign = await foundTenant(owner, {
    name: 'Foreign',
    members: [{ ...person, email: 'other@world.test', role: 'owner' }],
  })
  await owner.destroy()
})
afterAll(() => world.stop())

beforeEach(async () => {
  await world.setClock(new Date())
  browser = new FakeBrowser(world)
  const body = { email: person.email, password: person.password, tenantId: first.id }
  session = (await (await browser.post('/v1/auth/sign-in', body)).json()) as Session
})

const go = (tenantId: string, from = browser) =>
  from.post('/v1/auth/switch-tenant', { tenantId }, 1)
const statusOf = async ({ token }: Session) => (await world.ask('/v1/me', { as: { token } })).status

test('TM a stranger, and a page of another site, switch nothing', async () => {
  expect((await go(second.id, new FakeBrowser(world))).status).toBe(401)
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const foreignPage = await world.ask('/v1/auth/switch-tenant', {
    json: { tenantId: second.id },
    headers: { cookie, origin: 'https://evil.example' },
  })
  expect(foreignPage.status).toBe(403)
  expect(await statusOf(session)).toBe(200)
})

test('XC-3 a tenant that one is no member of is not there, and the session stays', async () => {
  for (const id of [foreign.id, '00000000-0000-7000-8000-000000000000']) {
    expect((await go(id)).status).toBe(404)
  }
  expect(await statusOf(session)).toBe(200)
  expect(await browser.refresh()).toBeDefined()
})

test('a member who was suspended over there stays here', async () => {
  const suspend = (state: string) =>
    world.db.query('update members set state = $1 where tenant_id = $2', [state, second.id])
  await suspend('suspended')
  expect((await go(second.id)).status).toBe(404)
  await suspend('active')
  expect((await go(second.id)).status).toBe(200)
})

test('XC-1 a tenant that Sonaqor has suspended is not entered, and the session here stays', async () => {
  const suspend = (because: string | null) =>
    world.db.query(
      `update tenants set suspended_because = $1, suspended_at = case when $1::text is null then null else now() end
       where id = $2`,
      [because, second.id],
    )
  await suspend('Unpaid')
  const answer = await go(second.id)
  await suspend(null)
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'tenant-suspended' }])
  expect(await statusOf(session)).toBe(200)
  expect(await browser.refresh()).toBeDefined()
})

test('a spent refresh token opens no other tenant, and ends the family', async () => {
  const thief = browser.tab()
  await browser.refresh()
  await world.setClock(new Date(Date.now() + 6000))
  expect((await go(second.id, thief)).status).toBe(401)
  expect(await statusOf(session)).toBe(401)
})

test('the session is exchanged without a password, with the role of the other tenant', async () => {
  const answer = await go(second.id)
  expect(answer.status).toBe(200)
  const switched = (await answer.json()) as Session
  expect(switched.me).toMatchObject({ tenant: { name: 'Second' }, role: 'viewer' })
  expect(await statusOf(switched)).toBe(200)
  expect(await statusOf(session)).toBe(401)
  expect((await browser.refresh())?.me.tenant.name).toBe('Second')
  expect(((await (await go(first.id)).json()) as Session).me.role).toBe('owner')
})

test('it lives no longer than the session that it comes from', async () => {
  await world.setClock(new Date(Date.now() + 20 * 60_000))
  const switched = (await (await go(second.id)).json()) as Session
  expect(switched.sessionEndsAt).toBe(session.sessionEndsAt)
})

test('XC-4 each audit log holds its end of it, and nothing of the other tenant', async () => {
  await go(second.id)
  const { rows } = await world.db.query<{ tenant_id: string; action: string; text: string }>(
    `select tenant_id, action, a::text as text from audit_entries a
     where action like 'sessions.%' order by at desc, sequence desc limit 2`,
  )
  const here = rows.find(({ tenant_id: id }) => id === first.id)
  const there = rows.find(({ tenant_id: id }) => id === second.id)
  expect([here?.action, there?.action]).toEqual(['sessions.ended', 'sessions.started'])
  expect(here?.text).not.toContain(second.id)
  expect(there?.text).not.toContain(first.id)
})
