/** XC-1: who signs out at their provider is signed out here, on every node, and by nobody else's word. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { listenAt } from '../../testing/listener.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { comeBack, foundCompany, goOut, outcome } from './fake-company.ts'
import { startFakeDns, type FakeDns } from './fake-dns.ts'
import { startLyingProvider, type LyingProvider } from './lying-provider.ts'
import { startProvider, type Cookies } from './real-provider.ts'

const description = '/.well-known/openid-configuration'
const event = 'http://schemas.openid.net/event/backchannel-logout'
let world: OwnWorld
let dns: FakeDns
let tenant: WorldTenant
let count = 0

beforeAll(async () => {
  dns = await startFakeDns()
  world = await startWorld({
    processes: 2,
    worker: true,
    env: { PUBLIC_URL: ownOrigin, SONAQOR_LIMIT_FACTOR: '10000', DNS_SERVERS: dns.address },
  })
})
beforeEach(async () => {
  tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: ['owner'] })
})
afterAll(async () => {
  await world.stop()
  dns.stop()
})

test('a real provider signs somebody out, and their sockets close on every node', async () => {
  const path = `/sso/back-channel-logout/${tenant.id}`
  const provider = await startProvider({
    redirectUris: [`${ownOrigin}/sign-in/company/${tenant.id}`],
    logoutUri: world.url + path,
  })
  const domain = await foundCompany(world, dns, await tenant.proved('owner'), provider)
  const email = `ada@${domain}`
  provider.accounts.set('ada', { email, email_verified: true, name: 'Ada' })
  const there: Cookies = new Map()
  const browser = new FakeBrowser(world)
  const back = await provider.visit(await goOut(browser, email), 'ada', there)
  const { session } = await outcome(await comeBack(browser, back))
  const listener = await listenAt(world.servers[1]!.url, session)
  await provider.signOut(there)
  await listener.until(() => listener.hasExpired() && !listener.socket.connected)
  expect(await browser.refresh()).toBeUndefined()
  const { rows } = await world.db.query(
    `select after from audit_entries where tenant_id = $1 and action = 'sessions.ended'`,
    [tenant.id],
  )
  expect(rows.at(-1)).toEqual({ after: { because: 'provider' } })
  await provider.stop()
})

const tell = (token: string, tenantId = tenant.id) =>
  world.ask(`/sso/back-channel-logout/${tenantId}`, {
    body: new URLSearchParams({ logout_token: token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('a word that says that somebody signed out', () => {
  let provider: LyingProvider
  let domain: string
  beforeEach(async () => {
    provider = await startLyingProvider()
    domain = await foundCompany(world, dns, await tenant.proved('owner'), provider)
  })
  afterEach(() => provider.stop())

  async function enter(sub: string, sid?: string): Promise<FakeBrowser> {
    const email = `${sub}@${domain}`
    provider.lies = { sub, email, ...(sid ? { sid } : {}) }
    const browser = new FakeBrowser(world)
    const back = provider.back(await goOut(browser, email))
    await browser.post('/v1/sign-on/finish', { tenantId: tenant.id, ...back })
    return browser
  }

  const right = (sub: string) => {
    const now = Math.floor(Date.now() / 1000)
    const { issuer: iss, clientId: aud } = provider
    return {
      iss,
      aud,
      iat: now,
      exp: now + 120,
      jti: `${Math.random()}`,
      sub,
      events: { [event]: {} },
    }
  }

  test('ends what the subject has open, or the one session that it names, and nothing beside', async () => {
    const ada = await enter('ada', 'first')
    const again = await enter('ada', 'second')
    const bo = await enter('bo', 'third')
    const { sub: _, ...nobody } = right('ada')
    expect((await tell(await provider.sign({ ...nobody, sid: 'first' }))).status).toBe(200)
    expect([await ada.refresh(), await again.refresh()].map(Boolean)).toEqual([false, true])
    expect((await tell(await provider.sign(right('ada'), { typ: 'logout+jwt' }))).status).toBe(200)
    expect(await again.refresh()).toBeUndefined()
    expect(await bo.refresh()).toBeDefined()
  })

  test('is heard once', async () => {
    const token = await provider.sign(right('ada'))
    const answers = await Promise.all(Array.from({ length: 20 }, () => tell(token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is not believed from anybody else, for anybody else, of another kind, or too late', async () => {
    const ada = await enter('ada', 'first')
    const good = right('ada')
    const old = { iat: good.iat - 3600, exp: good.iat - 3000 }
    const { jti: _, ...unnumbered } = good
    for (const wrong of [
      { ...good, iss: 'https://other.example' },
      { ...good, aud: 'another-client' },
      { ...good, nonce: 'as in an ID token' },
      { ...good, events: {} },
      { ...good, ...old },
      unnumbered,
      { ...good, sub: undefined },
    ]) {
      expect((await tell(await provider.sign(wrong))).status).toBe(400)
    }
    expect((await tell(await provider.sign(good, { typ: 'at+jwt' }))).status).toBe(400)
    const { signing } = provider
    provider.signing = null
    expect((await tell(await provider.sign(good))).status).toBe(400)
    provider.signing = signing
    expect((await tell('no token')).status).toBe(400)
    const other = await world.tenant(`Other ${count}`, { roles: ['owner'] })
    expect((await tell(await provider.sign(good), other.id)).status).toBe(400)
    expect((await tell(await provider.sign(good), 'no-tenant')).status).toBe(400)
    const json = await world.ask(`/sso/back-channel-logout/${tenant.id}`, { json: {} })
    expect(json.status).toBe(400)
    expect(await ada.refresh()).toBeDefined()
    expect((await tell(await provider.sign(good))).status).toBe(200)
    await until(async () => (await ada.refresh()) === undefined)
  })

  test('asks a provider that cannot be worked with once, however many words come', async () => {
    const asked = (path: string) => provider.asked.get(path) ?? 0
    const token = await provider.sign(right('ada'))
    provider.description = { jwks_uri: `${provider.issuer}/nowhere` }
    for (let word = 0; word < 5; word += 1) expect((await tell(token)).status).toBe(400)
    expect(asked('/nowhere')).toBe(1)
    const other = await startLyingProvider()
    await foundCompany(world, dns, await tenant.proved('owner'), other)
    other.description = { issuer: 'https://other.example' }
    const before = other.asked.get(description) ?? 0
    const now = { ...right('ada'), iss: other.issuer }
    const words = await Promise.all(Array.from({ length: 5 }, async () => other.sign(now)))
    for (const word of words) expect((await tell(word)).status).toBe(400)
    expect((other.asked.get(description) ?? 0) - before).toBe(1)
    await other.stop()
  })
})

describe('who sends more words than there is room for waits, and is read no further', () => {
  const moment = new Date('2026-11-21T12:00:05Z')
  let narrow: OwnWorld
  beforeAll(async () => {
    narrow = await startWorld({ env: { PUBLIC_URL: ownOrigin, TRUSTED_PROXIES: '1' } })
    await narrow.setClock(moment)
  })
  afterAll(() => narrow?.stop())

  /** As if so many had come in this minute. */
  const come = (policy: string, subject: string, taken: number) =>
    narrow.db.query(
      `insert into quota_windows (policy, subject, window_start, taken, expires_at)
       values ('sso.logout-words.' || $1, $2, $3, $4, $5)`,
      [policy, subject, Math.floor(moment.getTime() / 60_000), taken, '2026-11-21T12:01:00Z'],
    )

  const say = async (tenantId: string, from: string) => {
    const answer = await narrow.ask(`/sso/back-channel-logout/${tenantId}`, {
      body: 'logout_token=none',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
    })
    return [answer.status, answer.headers.has('retry-after')]
  }

  test('from one address, to whichever tenants', async () => {
    await come('from-address', 'ip 10.0.0.1', 298)
    const answers = []
    for (const word of [1, 2, 3]) answers.push(await say(`no-tenant-${word}`, '10.0.0.1'))
    expect(answers).toEqual([
      [400, false],
      [400, false],
      [429, true],
    ])
    expect(await say('no-tenant', '10.0.0.2')).toEqual([400, false])
  })

  test('to one tenant, from whichever addresses', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    await come('to-tenant', `tenant ${one}`, 1198)
    const answers = []
    for (const word of [1, 2, 3]) answers.push(await say(one, `10.0.1.${word}`))
    expect(answers).toEqual([
      [400, false],
      [400, false],
      [429, true],
    ])
    expect(await say(other, '10.0.1.3')).toEqual([400, false])
  })
})
