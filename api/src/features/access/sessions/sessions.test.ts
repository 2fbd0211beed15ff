import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { io } from 'socket.io-client'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../../testing/fake-browser.ts'

let world: OwnWorld
let acme: WorldTenant
let viewer: WorldMember
let day = 0

beforeAll(async () => {
  world = await startWorld({
    processes: 2,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '100' },
  })
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
  viewer = await acme.member('viewer')
})
afterAll(() => world.stop())

const start = Date.now()
const at = (seconds: number) => world.setClock(new Date(start + day * 86_400_000 + seconds * 1000))
beforeEach(async () => {
  day += 1
  await at(0)
})

async function signIn(browser = new FakeBrowser(world)) {
  const response = await browser.signIn(viewer.email, viewer.password)
  expect(response.status).toBe(200)
  return { browser, session: (await response.json()) as Session }
}

const statusOf = async (token: string, server = 0) =>
  (await world.ask('/v1/me', { as: { token }, server })).status

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

const endings = async () => {
  const { rows } = await world.db.query<{ target: string; because: string }>(
    `select target, after ->> 'because' as because from audit_entries
     where action = 'sessions.ended' order by sequence`,
  )
  return rows
}

test('XC-1 a token that was tampered with is refused', async () => {
  const { session } = await signIn()
  const [header = '', payload = '', signature = ''] = session.token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  const forged = [
    `${header}.${encode({ ...claims, tid: acme.id, ver: 2 })}.${signature}`,
    `${encode({ alg: 'none' })}.${payload}.`,
    `${encode({ alg: 'none' })}.${payload}.${signature}`,
    `${encode({ alg: 'HS256' })}.${payload}.${signature}`,
    `${header}.${encode({ ...claims, aud: 'sonaqor:embed' })}.${signature}`,
    `${header}.${payload}`,
  ]
  expect(await statusOf(session.token)).toBe(200)
  for (const token of forged) expect(await statusOf(token)).toBe(401)
})

test('an access token lives for five minutes', async () => {
  const { session } = await signIn()
  expect(session.expiresIn).toBe(300)
  await at(295)
  expect(await statusOf(session.token)).toBe(200)
  await at(302)
  expect(await statusOf(session.token)).toBe(401)
})

test('XC-1 V7.3.1 a session says when it ends by itself, and each renewal moves that on', async () => {
  const { browser, session } = await signIn()
  const idleFrom = ({ idleEndsAt }: Session) =>
    Date.parse(idleEndsAt) - Date.parse(session.sessionEndsAt)
  const hours = 3_600_000
  expect(idleFrom(session)).toBeCloseTo(-11.5 * hours, -4)
  await at(20 * 60)
  expect(idleFrom((await browser.refresh())!) - idleFrom(session)).toBeGreaterThan(19 * 60_000)
  for (let minutes = 40; minutes < 12 * 60; minutes += 20) {
    await at(minutes * 60)
    const { idleEndsAt, sessionEndsAt } = (await browser.refresh())!
    expect(Date.parse(idleEndsAt)).toBeLessThanOrEqual(Date.parse(sessionEndsAt))
  }
})

test('a foreign page cannot use the cookie, even where it could send it', async () => {
  const { browser } = await signIn()
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  for (const path of ['/v1/auth/refresh', '/v1/auth/resume', '/v1/auth/sign-out']) {
    const headers = { cookie, origin: 'https://evil.example' }
    expect((await world.ask(path, { method: 'POST', headers })).status).toBe(403)
  }
  expect(await browser.refresh()).toBeDefined()
})

test('signing out holds from the next request on, at every process', async () => {
  const { browser, session } = await signIn()
  const tab = browser.tab()
  expect((await browser.post('/v1/auth/sign-out')).status).toBe(204)
  expect(browser.cookies.has('__Host-sonaqor-refresh')).toBe(false)
  expect(await statusOf(session.token, 1)).toBe(401)
  expect(await tab.refresh(1)).toBeUndefined()
  expect((await endings()).at(-1)?.because).toBe('signed-out')
  expect((await new FakeBrowser(world).post('/v1/auth/sign-out')).status).toBe(204)
})

test('signing out at one process closes the sockets of the session at the other', async () => {
  const { browser, session } = await signIn()
  const { url } = world.servers[1]!
  const { token } = session
  const socket = io(url, { path: '/live', transports: ['websocket'], auth: { token } })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  const closed = new Promise<string>((resolve) => socket.on('disconnect', resolve))
  await browser.post('/v1/auth/sign-out')
  expect(await closed).toBe('io server disconnect')
  socket.disconnect()
})

test('TM-2 a suspended member is refused at once, and a changed role holds at once', async () => {
  const { browser, session } = await signIn()
  await world.db.query("update members set state = 'suspended' where id = $1", [viewer.id])
  expect(await statusOf(session.token, 1)).toBe(401)
  expect(await browser.tab().refresh()).toBeUndefined()
  expect((await new FakeBrowser(world).signIn(viewer.email, viewer.password)).status).toBe(403)
  await world.db.query(
    `update members set state = 'active', role = 'analyst',
       authorisation_version = authorisation_version + 1 where id = $1`,
    [viewer.id],
  )
  expect(await statusOf(session.token)).toBe(401)
  expect((await browser.refresh())?.me.role).toBe('analyst')
})

test('each use of a refresh token spends it, and the next one goes on from there', async () => {
  const { browser } = await signIn()
  const seen = new Set<string | undefined>()
  for (let i = 0; i < 4; i += 1) {
    seen.add(browser.cookies.get('__Host-sonaqor-refresh'))
    const session = await browser.refresh(i % 2)
    expect(await statusOf(session!.token)).toBe(200)
  }
  expect(seen.size).toBe(4)
})

test('a page that asks who is there is told of nobody without a failure', async () => {
  const stranger = await new FakeBrowser(world).post('/v1/auth/resume')
  expect([stranger.status, await stranger.json()]).toEqual([200, { session: null }])
  const { browser } = await signIn()
  expect((await browser.resume())?.me.person.email).toBe(viewer.email)
  await at(31 * 60)
  expect(await browser.resume()).toBeNull()
})

test('XC-1 a refusal leaves the cookie alone, which another tab may just have been given', async () => {
  const { browser } = await signIn()
  const late = browser.tab()
  const away = browser.tab()
  const { tenants } = (await browser.refresh())!.me
  const tenantId = tenants[0]!.id
  expect((await browser.post('/v1/auth/switch-tenant', { tenantId })).status).toBe(200)
  for (const [tab, path, status] of [
    [late, '/v1/auth/refresh', 401],
    [late, '/v1/auth/resume', 200],
    [away, '/v1/auth/switch-tenant', 401],
  ] as const) {
    const answer = await tab.post(path, path.endsWith('tenant') ? { tenantId } : undefined)
    expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, status, []])
  }
  expect(await browser.refresh()).toBeDefined()
})

test('asking who is there spends the token as well, and a spent one ends the family', async () => {
  const { browser } = await signIn()
  const thief = browser.tab()
  const resumed = await browser.resume()
  await at(60)
  expect(await thief.resume()).toBeNull()
  expect(await statusOf(resumed!.token)).toBe(401)
  expect((await endings()).at(-1)?.because).toBe('reused')
})

test('a stolen refresh token that is used again ends the whole family, for good', async () => {
  const { browser, session } = await signIn()
  const thief = browser.tab()
  const renewed = await browser.refresh()
  await at(60)
  expect(await thief.refresh(1)).toBeUndefined()
  expect(await statusOf(session.token)).toBe(401)
  expect(await statusOf(renewed!.token, 1)).toBe(401)
  expect(await browser.refresh()).toBeUndefined()
  expect((await endings()).at(-1)?.because).toBe('reused')
})

test('two tabs that wake up together both stay signed in', async () => {
  const { browser } = await signIn()
  const tabs = Array.from({ length: 6 }, () => browser.tab())
  const sessions = await Promise.all(tabs.map((tab, i) => tab.refresh(i % 2)))
  expect(sessions.every((session) => session !== undefined)).toBe(true)
  expect(new Set(tabs.map((tab) => tab.cookies.get('__Host-sonaqor-refresh'))).size).toBe(1)
  await at(60)
  expect(await tabs[0]!.refresh()).toBeDefined()
})

test('the grace of two tabs is not for another device', async () => {
  const { browser } = await signIn()
  const thief = browser.tab()
  thief.cookies.delete('__Host-sonaqor-device')
  await browser.refresh()
  expect(await thief.refresh()).toBeUndefined()
  expect((await endings()).at(-1)?.because).toBe('reused')
})

test('V8.2.4 a refresh token that nobody has used yet is good in its own browser, and ends the session in another', async () => {
  const { browser, session } = await signIn()
  const thief = browser.tab()
  thief.cookies.set('__Host-sonaqor-device', 'x'.repeat(43))
  expect(await thief.refresh(1)).toBeUndefined()
  expect(await statusOf(session.token)).toBe(401)
  expect(await browser.refresh()).toBeUndefined()
  expect((await endings()).at(-1)?.because).toBe('other-device')
})

test('a tab that comes late is given the newest token, whose next use signs nobody out', async () => {
  const { browser } = await signIn()
  const late = browser.tab()
  for (let i = 0; i < 3; i += 1) expect(await browser.refresh(i % 2)).toBeDefined()
  expect(await late.refresh()).toBeDefined()
  expect(late.cookies).toEqual(browser.cookies)
  await at(60)
  expect(await late.refresh()).toBeDefined()
})

test('a session that is not used for 30 minutes is over', async () => {
  const { browser } = await signIn()
  await at(29 * 60)
  expect(await browser.refresh()).toBeDefined()
  await at((29 + 31) * 60)
  expect(await browser.refresh()).toBeUndefined()
})

test('a session is over after 12 hours, however much it is used', async () => {
  const { browser, session } = await signIn()
  for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
    await at(minutes * 60)
    expect((await browser.refresh())?.sessionEndsAt).toBe(session.sessionEndsAt)
  }
  await at(12 * 3600 - 30)
  const last = await browser.refresh()
  await at(12 * 3600 + 1)
  expect(await statusOf(last!.token)).toBe(401)
  expect(await browser.refresh()).toBeUndefined()
})

test('signing in again in the same browser ends the session that it had', async () => {
  const { browser, session } = await signIn()
  const { session: second } = await signIn(browser)
  expect(await statusOf(session.token)).toBe(401)
  expect(await statusOf(second.token)).toBe(200)
  expect((await endings()).at(-1)?.because).toBe('replaced')
})
