import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { codeAt } from '../src/features/factors/index.ts'
import { nightlyLabel } from './broad-key.ts'
import { refusalOf } from '../src/testing/partner.ts'
import { startWorld, type OwnWorld } from '../src/testing/world.ts'
import type { DemoFile } from './demo-file.ts'

const seed = fileURLToPath(new URL('demo.ts', import.meta.url))
const kek = randomBytes(32).toString('base64')
let world: OwnWorld
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-demo-'))
  world = await startWorld({ env: { SONAQOR_KEK: kek, SONAQOR_DEMO: 'true', STAFF_URL: '' } })
  await sow()
}, 180_000)
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

const path = () => join(folder, 'demo.json')
const read = async () => JSON.parse(await readFile(path(), 'utf8')) as DemoFile

async function sow(port = 4000): Promise<void> {
  await promisify(execFile)(process.execPath, [seed], {
    env: {
      ...world.env,
      DATABASE_URL: world.ownerUrl,
      SONAQOR_DATA_DIR: folder,
      PORT: String(port),
    },
  })
}

async function secondStep(answer: Promise<Session>, totpSecret: string): Promise<Session> {
  const { ticket } = (await refusalOf(answer)) as ProblemDocument
  const code = codeAt(totpSecret, new Date())
  return world.as(null).auth.verifyMfa({ body: { ticket: ticket!, code } })
}

const count = async (table: string) => {
  const { rows } = await world.db.query<{ rows: number }>(
    `select count(*)::int as rows from ${table}`,
  )
  return rows[0]!.rows
}

test('the file says how to get in, and to its owner alone', async () => {
  const demo = await read()
  expect((await stat(path())).mode & 0o777).toBe(0o600)
  expect(demo).toMatchObject({
    url: 'http://localhost:4000',
    partnerPortalUrl: 'http://127.0.0.1:4100',
  })
  expect(demo.tenants).toHaveLength(4)
  for (const { members, apps } of demo.tenants) {
    expect(members.map(({ role }) => role)).toEqual([
      'owner',
      'admin',
      'developer',
      'analyst',
      'viewer',
    ])
    expect(new Set(apps.map(({ environment }) => environment))).toEqual(
      new Set(['sandbox', 'production']),
    )
  }
})

test('everybody in it gets in, the admins by an authenticator app, and so does every key', async () => {
  const { tenants } = await read()
  for (const { id, members, apps } of tenants) {
    for (const { email, password, role, totpSecret } of members) {
      const answer = world.as(null).auth.signIn({ body: { email, password } })
      expect(totpSecret !== null).toBe(role === 'admin')
      const { me } = await (totpSecret ? secondStep(answer, totpSecret) : answer)
      expect(me).toMatchObject({ role, tenant: { id } })
    }
    for (const { id: appId, apiKey } of apps) {
      const { data } = await world.as({ token: apiKey }).apps.list()
      expect(data.map((app) => app.id)).toEqual([appId])
    }
  }
})

test('somebody is a member of two tenants, enters their own first, and can switch', async () => {
  const [first, second] = (await read()).tenants
  const { email, password } = first!.members.find(({ role }) => role === 'analyst')!
  const { me } = await world.as(null).auth.signIn({ body: { email, password } })
  expect(me.tenants.map(({ id }) => id)).toEqual([first!.id, second!.id])
  const tenantId = second!.id
  const there = await world.as(null).auth.signIn({ body: { email, password, tenantId } })
  expect(there.me).toMatchObject({ role: 'viewer', tenant: { id: tenantId } })
  await world.as(null).auth.signIn({ body: { email, password, tenantId: first!.id } })
})

test('the portal’s key may open a session for the portal’s own page', async () => {
  const { portal, partnerPortalUrl } = await read()
  const wish = world.as({ token: portal.apiKey }).embeds.createSession({
    body: {
      views: ['keys.list'],
      scopes: ['keys:read', 'keys:write', 'logs:read', 'apps:read', 'customers:read'],
      origins: [partnerPortalUrl],
      user: { ref: 'merchant-1', name: 'Ada Marsh' },
    },
  })
  // No module is published in this world; nothing else stands in the way.
  await expect(wish).rejects.toMatchObject({
    problem: { code: 'invalid', errors: [{ pointer: '#/views/0' }] },
  })
})

test('XC-9 each app has a week behind it, in which some requests went wrong', async () => {
  const { rows } = await world.db.query<{ status: number; requests: number; days: number }>(`
    select status, count(*)::int as requests,
      count(distinct date_trunc('day', uuid_extract_timestamp(id)))::int as days
    from log_entries group by status`)
  const requestsBy = new Map(rows.map(({ status, requests }) => [status, requests]))
  for (const status of [200, 401, 403, 404, 422]) expect(requestsBy.get(status)).toBeGreaterThan(0)
  expect([...requestsBy.keys()].every((status) => status < 500)).toBe(true)
  expect(Math.max(...rows.map(({ days }) => days))).toBeGreaterThan(5)
  const apps = (await read()).tenants.flatMap((tenant) => tenant.apps)
  const [used] = (
    await world.db.query<{ apps: number }>(
      'select count(distinct app_id)::int as apps from log_entries',
    )
  ).rows
  expect(used?.apps).toBe(apps.length)
})

const minutesBetween = (one: Date, other: string) =>
  Math.floor(Math.abs(one.getTime() - Date.parse(other)) / 60_000)

test('KY-8 XC-9 the adviser has one key to narrow from the first start on, and all that is told of it happened', async () => {
  const [{ email, password } = { email: '', password: '' }] = (await read()).tenants[0]!.members
  const { token } = await world.as(null).auth.signIn({ body: { email, password } })
  const { keys } = world.as({ token })
  const advised = (await keys.advised({ query: {} })).keys
  expect(advised).toMatchObject([{ unused: 2, of: 3 }])
  const params = { id: advised[0]!.keyId }
  const [key, advice] = [await keys.show({ params }), await keys.advice({ params })]
  expect(key.label).toBe(nightlyLabel)
  expect(advice).toMatchObject({ because: 'some-unused', keep: ['apps:read'] })
  const { rows } = await world.db.query<{ at: Date }>(
    'select uuid_extract_timestamp(id) as at from log_entries where key_id = $1 order by id',
    [key.id],
  )
  const monthAgo = Date.now() - 30 * 86_400_000
  const { requests } = advice.scopes.find(({ scope }) => scope === 'apps:read')!
  expect(rows.filter(({ at }) => at.getTime() >= monthAgo)).toHaveLength(requests)
  expect(requests).toBeGreaterThan(28)
  const usage = (await keys.usage({ query: { keyIds: key.id } })).keys[0]!
  const firstDay = Date.parse(usage.days[0]!.day)
  expect(rows.filter(({ at }) => at.getTime() >= firstDay)).toHaveLength(usage.requests)
  expect(usage).toMatchObject({ errors: 0, lastUsedAt: key.lastUsedAt })
  expect(minutesBetween(rows.at(-1)!.at, key.lastUsedAt!)).toBe(0)
  const issued = (await keys.history({ params })).events.at(-1)!
  expect(issued.what).toBe('issued')
  expect(minutesBetween(new Date(issued.at), key.issuedAt)).toBe(0)
  expect(Date.parse(key.issuedAt)).toBeLessThan(rows[0]!.at.getTime())
})

test('XC-9 an app of the sandbox was told things for days', async () => {
  const { rows } = await world.db.query<{ state: string; told: number; days: number }>(`
    select state, count(*)::int as told,
      count(distinct date_trunc('day', uuid_extract_timestamp(id)))::int as days
    from webhook_deliveries
    where endpoint_id in (select id from webhook_endpoints where kind = 'inbox')
    group by state order by state`)
  expect(rows.map(({ state }) => state)).toEqual(['delivered'])
  expect(rows[0]!.told).toBeGreaterThan(8)
  expect(rows[0]!.days).toBeGreaterThan(3)
  // Nobody outside of this machine is called.
  const { rows: urls } = await world.db.query(
    "select url from webhook_endpoints where kind = 'http'",
  )
  expect(urls).toEqual([{ url: 'http://127.0.0.1:4100/webhooks' }])
})

test('XC-9 WH-1 the portal is told all of its app, once it has agreed, by a secret that stands in the file', async () => {
  const { portal } = await read()
  const { webhooks } = world.as({ token: portal.apiKey })
  const { data } = await webhooks.listEndpoints()
  expect(data.filter(({ kind }) => kind === 'http')).toMatchObject([
    { id: portal.webhooks!.endpointId, appId: portal.appId, eventTypes: [], needsConsent: true },
  ])
  const { secret } = await webhooks.showSecret({ params: { id: portal.webhooks!.endpointId } })
  expect(portal.webhooks!.secret).toBe(secret)
})

test('what it made is marked as made up, and its audit log holds', async () => {
  const { tenants } = await read()
  const { rows } = await world.db.query('select id from tenants where demo')
  expect(rows).toHaveLength(4)
  for (const { members } of tenants) {
    const [{ email, password } = { email: '', password: '' }] = members
    const { token } = await world.as(null).auth.signIn({ body: { email, password } })
    expect(await world.as({ token }).audit.verify()).toMatchObject({ intact: true })
  }
})

test('the sign-in page can offer everybody', async () => {
  const { data } = await world.as(null).demo.people()
  expect(data).toHaveLength(20)
  expect(data[0]).toMatchObject({ role: 'owner', name: expect.stringContaining('Nikhil') })
})

test('whoever has an authenticator app is offered with the code that it shows, and comes in by it', async () => {
  const { email, password } = (await read()).tenants.at(-1)!.members.at(-1)!
  const { auth, demo } = world.as(null)
  const { token } = await auth.signIn({ body: { email, password } })
  const { account } = world.as({ token })
  const { secret } = await account.beginTotp({ body: { password } })
  const start = new Date()
  await world.setClock(start)
  await account.confirmTotp({ body: { code: codeAt(secret, start) } })
  await world.setClock(new Date(start.getTime() + 60_000))
  const { data } = await demo.people()
  const offered = data.filter(({ code }) => code !== undefined)
  expect(offered.map((person) => person.role)).toEqual([...Array(4).fill('admin'), 'viewer'])
  const refused = await world.ask('/v1/auth/sign-in', { json: { email, password } })
  const { ticket } = (await refused.json()) as { ticket: string }
  const { me } = await auth.verifyMfa({ body: { ticket, code: offered.at(-1)!.code } })
  expect(me.person.email).toBe(email)
  await world.setClock(null)
})

test('outside of the demo nobody is told of anybody', async () => {
  const plain = await startWorld()
  await expect(plain.as(null).demo.people()).rejects.toMatchObject({
    problem: { code: 'not-found' },
  })
  await plain.stop()
})

test('a second start changes nothing', async () => {
  const before = [await read(), await count('log_entries'), await count('api_keys')]
  await sow()
  expect([await read(), await count('log_entries'), await count('api_keys')]).toEqual(before)
})

test('at another port the keys stay good, and the portal’s new origin may embed', async () => {
  const before = await read()
  await sow(5000)
  const after = await read()
  expect(after).toEqual({
    ...before,
    url: 'http://localhost:5000',
    staffUrl: 'http://staff.localhost:5000',
    partnerPortalUrl: 'http://127.0.0.1:5100',
  })
  const { apps, webhooks } = world.as({ token: after.portal.apiKey })
  const { data } = await apps.list()
  expect(data[0]?.origins).toEqual(['http://127.0.0.1:4100', 'http://127.0.0.1:5100'])
  const moved = await webhooks.showEndpoint({ params: { id: after.portal.webhooks!.endpointId } })
  expect(moved.url).toBe('http://127.0.0.1:5100/webhooks')
})

test('a file of a time before the portal was told anything is made up for, and what was deleted stays so', async () => {
  const { portal, ...demo } = await read()
  const { webhooks: known, ...before } = portal
  await writeFile(path(), JSON.stringify({ ...demo, portal: before }))
  await sow(5000)
  expect((await read()).portal).toEqual(portal)
  const { webhooks } = world.as({ token: portal.apiKey })
  await webhooks.deleteEndpoint({ params: { id: known!.endpointId } })
  await sow(5200)
  const http = (await webhooks.listEndpoints()).data.filter(({ kind }) => kind === 'http')
  expect(http).toEqual([])
  await sow(5000)
})

test('where the portal’s key opens nothing any more, that is found out once', async () => {
  const { portal, ...demo } = await read()
  const { webhooks: _, ...before } = portal
  const write = (of: object) =>
    writeFile(path(), JSON.stringify({ ...demo, portal: { ...before, ...of } }))
  await write({ apiKey: 'sq_test_revoked' })
  await sow(5000)
  expect((await read()).portal.webhooks).toBeNull()
  // By a key that opens something there would be an endpoint, were it asked for again.
  await write({ webhooks: null })
  await sow(5000)
  expect((await read()).portal.webhooks).toBeNull()
  await write(portal)
})

const nightly = `key_id in (select id from api_keys where label = '${nightlyLabel}')`

/** What an app has its inbox told is told once, and that and its endpoint are no part of what it asks. */
const asked = `log_entries where path not like '/v1/webhooks%' and not ${nightly}`

test('where the file was lost, new keys are made and nothing is sent twice', async () => {
  const before = await count(asked)
  await writeFile(path(), '{ "half')
  await sow()
  expect(await count(asked)).toBe(before)
  const { tenants } = await read()
  const [{ apiKey } = { apiKey: '' }] = tenants.flatMap((tenant) => tenant.apps)
  expect((await world.as({ token: apiKey }).apps.list()).data).toHaveLength(1)
})

test('a history that was cut off is told to its end, and nothing of it twice', async () => {
  const before = await count(asked)
  const [app] = (await read()).tenants.flatMap((tenant) => tenant.apps)
  const cut = await world.db.query(
    `delete from log_entries where app_id = $1 and not ${nightly} and id not in
       (select id from log_entries where app_id = $1 and not ${nightly} order by id limit 9)`,
    [app?.id],
  )
  expect(cut.rowCount).toBeGreaterThan(20)
  await writeFile(path(), '{ "half')
  await sow()
  // What the tests above have asked by themselves is no part of the history.
  expect(await count(asked)).toBeGreaterThan(before - 10)
  expect(await count(asked)).toBeLessThanOrEqual(before)
})
