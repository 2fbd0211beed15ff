/** XC-1: a person sees where they are signed in, and ends what they do not know. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import knex from 'knex'
import { listenAt } from '../../testing/listener.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import { foundTenant, type FoundedTenant } from '../access/index.ts'
import { codeAt } from '../factors/index.ts'

let world: World
let first: FoundedTenant
let second: FoundedTenant
let count = 0
let person: { name: string; email: string; password: string }

beforeAll(async () => {
  world = await joinWorld()
})
afterAll(() => world.stop())

beforeEach(async () => {
  count += 1
  person = {
    name: 'Both',
    email: `both-${count}@world.test`,
    password: 'a password for two tenants',
  }
  const owner = knex({ client: 'pg', connection: world.ownerUrl })
  first = await foundTenant(owner, { name: 'First', members: [{ ...person, role: 'owner' }] })
  second = await foundTenant(owner, { name: 'Second', members: [{ ...person, role: 'viewer' }] })
  await owner.destroy()
})

async function signIn(tenantId: string, browser = new FakeBrowser(world)) {
  const body = { email: person.email, password: person.password, tenantId }
  const session = (await (await browser.post('/v1/auth/sign-in', body)).json()) as Session
  return { browser, session, api: world.as(session) }
}
const isOpen = async ({ token }: Session) =>
  (await world.ask('/v1/me', { as: { token }, server: 1 })).status === 200

test('all of them are listed, in every tenant, with the one that asks marked', async () => {
  const here = await signIn(first.id)
  await signIn(second.id)
  const { data } = await here.api.sessions.list()
  expect(data.map(({ tenant, current }) => [tenant.name, current]).toSorted()).toEqual([
    ['First', true],
    ['Second', false],
  ])
  expect(data[0]).toMatchObject({ ip: '127.0.0.1', userAgent: expect.any(String) })
})

test('one that is over is not listed', async () => {
  const here = await signIn(first.id)
  const there = await signIn(second.id)
  await there.browser.post('/v1/auth/sign-out')
  expect((await here.api.sessions.list()).data).toHaveLength(1)
})

test('another one is ended at once, in another tenant and another process too, with its sockets', async () => {
  const here = await signIn(first.id)
  const there = await signIn(second.id)
  const listener = await listenAt(world.url, there.session)
  const { data } = await here.api.sessions.list()
  const { id } = data.find(({ current }) => !current)!
  await here.api.sessions.end({ params: { id } })
  expect(await isOpen(there.session)).toBe(false)
  expect(await there.browser.refresh()).toBeUndefined()
  await listener.until(() => !listener.socket.connected)
  expect(await isOpen(here.session)).toBe(true)
})

test('all others are ended with one act, and this one goes on', async () => {
  const here = await signIn(first.id)
  const others = [await signIn(first.id), await signIn(second.id), await signIn(second.id)]
  expect(await here.api.sessions.endOthers()).toEqual({ ended: 3 })
  for (const { session } of others) expect(await isOpen(session)).toBe(false)
  expect(await isOpen(here.session)).toBe(true)
})

test('whoever has a second factor shows it before others are ended, and may leave without', async () => {
  const here = await signIn(first.id)
  const other = await signIn(second.id)
  const { secret } = await here.api.account.beginTotp({ body: { password: person.password } })
  await here.api.account.confirmTotp({ body: { code: codeAt(secret, new Date()) } })
  await world.db.query('update sessions set second_factor_at = null where tenant_id = $1', [
    first.id,
  ])
  const { data } = await here.api.sessions.list()
  const idOf = (isCurrent: boolean) => data.find(({ current }) => current === isCurrent)!.id
  const refused = { problem: { status: 403, code: 'step-up-required' } }
  await expect(here.api.sessions.endOthers()).rejects.toMatchObject(refused)
  await expect(here.api.sessions.end({ params: { id: idOf(false) } })).rejects.toMatchObject(
    refused,
  )
  expect(await isOpen(other.session)).toBe(true)
  await here.api.sessions.end({ params: { id: idOf(true) } })
  expect(await isOpen(here.session)).toBe(false)
})

test('nobody ends a session of somebody else', async () => {
  const here = await signIn(first.id)
  const [mine] = (await here.api.sessions.list()).data
  const stranger = await world.tenant(`Stranger ${count}`, { roles: ['owner'] })
  const ending = world.as(await stranger.member()).sessions.end({ params: { id: mine!.id } })
  await expect(ending).rejects.toMatchObject({ problem: { status: 404 } })
  expect(await isOpen(here.session)).toBe(true)
})

test('XC-4 the audit log of its own tenant holds the end of it, and no other', async () => {
  const here = await signIn(first.id)
  await signIn(second.id)
  await here.api.sessions.endOthers()
  const { rows } = await world.db.query<{ tenant_id: string }>(
    `select tenant_id from audit_entries where action = 'sessions.ended' and after ->> 'because' = 'ended'
     and tenant_id = any($1)`,
    [[first.id, second.id]],
  )
  expect(rows).toEqual([{ tenant_id: second.id }])
})
