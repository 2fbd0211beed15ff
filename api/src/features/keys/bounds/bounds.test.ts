/** KY-1, KY-7: from where a key is taken, how often, and how it is narrowed while it is in use. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Key, NewKey } from '@sonaqor/contract/keys'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../../testing/builders.ts'
import { createPartner, portal, refusalOf } from '../../../testing/partner.ts'
import type { Holder } from '../../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { TRUSTED_PROXIES: '1' } })
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

const inside = '203.0.113.7'
const outside = '198.51.100.7'

const ask = (key: Holder, from: string, path = '/v1/apps', server = 0) =>
  world.ask(path, { as: key, headers: { 'x-forwarded-for': from }, server })

const problemOf = async (answer: Response) => (await answer.json()) as ProblemDocument

async function issue(change: Partial<NewKey>): Promise<Key & Holder> {
  const { id: appId } = await acme.app()
  const { keys } = world.as(await acme.member())
  const wish = { appId, label: 'Bounded', scopes: ['apps:read', 'keys:write'] as const, ...change }
  const { secret, ...key } = await keys.issue({ body: { ...wish, scopes: [...wish.scopes] } })
  return { ...key, token: secret }
}

const update = async (key: Key, body: object, ifMatch?: number) =>
  world
    .as(await acme.member())
    .keys.update({ params: { id: key.id }, body, ...(ifMatch ? { ifMatch } : {}) })

describe('who may not', () => {
  test('KY-1 a viewer, another tenant and a key of another app change nothing', async () => {
    const key = await issue({})
    const request = { params: { id: key.id }, body: { label: 'Mine' } }
    const viewer = world.as(await acme.member('viewer')).keys
    expect(await refusalOf(viewer.update(request))).toMatchObject({ scope: 'keys:write' })
    const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
    for (const holder of [other, await acme.key()]) {
      expect(await refusalOf(world.as(holder).keys.update(request))).toMatchObject({ status: 404 })
    }
  })
})

describe('KY-8 EM-10 a key of production', () => {
  const bounds = [
    { scopes: ['apps:read'] },
    { ipAllowlist: ['203.0.113.0/24'] },
    { requestsPerMinute: 10 },
    { expiresAt: '2100-01-01T00:00:00Z' },
    { label: 'Else', requestsPerMinute: 10 },
  ]

  test('is held to other bounds by a second factor of a member, and by none where its label alone changes', async () => {
    const tenant = await world.tenant('Proves', { roles: ['owner', 'developer'] })
    const key = await tenant.key({ environment: 'production' })
    const { keys } = world.as(await tenant.member())
    const params = { id: key.id }
    for (const body of bounds) {
      const refused = await refusalOf(keys.update({ params, body: body as never }))
      expect([body, refused]).toMatchObject([body, { code: 'step-up-required' }])
    }
    expect(await keys.update({ params, body: { label: 'Renamed' } })).toMatchObject({ revision: 2 })
    await tenant.proved()
    const body = { scopes: ['apps:read' as const, 'keys:write' as const] }
    expect(await keys.update({ params, body })).toMatchObject({ revision: 3 })
    const server = world.as(key).keys
    const more = { requestsPerMinute: 100 }
    expect(await server.update({ params, body: more })).toMatchObject(more)
  })

  test('KY-5 tells those who run it what became of its bounds, and not what it is called', async () => {
    const tenant = await world.tenant('Told', { roles: ['owner', 'developer', 'viewer'] })
    const key = await tenant.key({ environment: 'production' })
    const { keys } = world.as(await tenant.proved())
    const params = { id: key.id }
    await keys.update({ params, body: { label: 'Renamed' } })
    await keys.update({ params, body: { requestsPerMinute: 100 } })
    const { rows } = await world.db.query(
      `select m.role, n.params from notifications n join members m on m.id = n.member_id
       where n.kind = 'keys.updated' and n.params ->> 'keyId' = $1`,
      [key.id],
    )
    expect(rows).toMatchObject([
      { role: 'developer', params: { label: 'Renamed', environment: 'production' } },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    [{ label: '' }, '#/label'],
    [{ scopes: [] }, '#/scopes'],
    [{ scopes: ['apps:read', 'logs:read'] }, '#/scopes/1'],
    [{ scopes: ['team:write'] }, '#/scopes/0'],
    [{ ipAllowlist: ['203.0.113.0/33'] }, '#/ipAllowlist/0'],
    [{ ipAllowlist: [inside, 'everywhere'] }, '#/ipAllowlist/1'],
    [{ requestsPerMinute: 0 }, '#/requestsPerMinute'],
    [{ requestsPerMinute: 3001 }, '#/requestsPerMinute'],
    [{ expiresAt: 'tomorrow' }, '#/expiresAt'],
  ])('KY-1 KY-7 %j, with a pointer to the field', async (json, pointer) => {
    const key = await issue({})
    const as = await acme.member()
    const answer = await world.ask(`/v1/keys/${key.id}`, { method: 'PATCH', as, json })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  test('KY-1 more than fifty ranges', async () => {
    const ipAllowlist = Array.from({ length: 51 }, (_, n) => `203.0.113.${n}`)
    const key = await issue({ ipAllowlist: ipAllowlist.slice(0, 50) })
    await expect(update(key, { ipAllowlist })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ pointer: '#/ipAllowlist' }] },
    })
  })

  test('KY-1 a change of an older revision, and of a key that is over', async () => {
    const key = await issue({})
    await update(key, { label: 'Once' }, 1)
    await expect(update(key, { label: 'Twice' }, 1)).rejects.toMatchObject({
      problem: { status: 412 },
    })
    await world.as(await acme.member()).keys.revoke({ params: { id: key.id } })
    await expect(update(key, { label: 'Twice' })).rejects.toMatchObject({
      problem: { status: 409 },
    })
  })
})

describe('KY-1 from where a key is taken', () => {
  test('a key that is issued with ranges is refused elsewhere, on every node, and the log says so', async () => {
    const key = await issue({ ipAllowlist: ['203.0.113.9/24', '2001:db8::/32', inside] })
    expect(key.ipAllowlist).toEqual(['203.0.113.0/24', '2001:db8::/32', '203.0.113.7/32'])
    for (const server of [0, 1]) {
      for (const from of [inside, '2001:db8::9', '::ffff:203.0.113.8']) {
        expect((await ask(key, from, '/v1/apps', server)).status).toBe(200)
      }
      for (const from of [outside, '2001:db9::9', 'nowhere']) {
        const answer = await ask(key, from, '/v1/apps', server)
        expect(answer.status).toBe(403)
        expect(await problemOf(answer)).toMatchObject({ 'violated-policies': ['key-ip-allowlist'] })
      }
    }
    const { logs, audit } = world.as(await acme.member())
    const { data } = await logs.search({ query: { keyId: key.id, status: '4xx' } })
    expect(data).toHaveLength(6)
    const entries = await audit.search({ query: { action: 'keys.shut-out', limit: 200 } })
    const mine = entries.data.filter(({ actor }) => actor.id === key.id)
    expect(mine).toMatchObject([{ after: { keyId: key.id, rule: 'key-ip-allowlist' } }])
  })

  test('a list that is set later holds from the next request on, and its app’s list holds beside it', async () => {
    const key = await issue({})
    expect((await ask(key, outside)).status).toBe(200)
    await update(key, { ipAllowlist: ['203.0.113.0/24'] })
    for (const server of [0, 1])
      expect((await ask(key, outside, '/v1/apps', server)).status).toBe(403)
    const { apps } = world.as(await acme.member())
    await apps.update({ params: { id: key.appId }, body: { ipAllowlist: ['203.0.113.8'] } })
    const answer = await ask(key, inside)
    expect(await problemOf(answer)).toMatchObject({ 'violated-policies': ['ip-allowlist'] })
    await update(key, { ipAllowlist: [] })
    expect((await ask(key, '203.0.113.8')).status).toBe(200)
  })

  test('a key shuts itself out only if it says that it means it', async () => {
    const key = await issue({})
    const json = { ipAllowlist: ['203.0.113.0/24'] }
    const change = (more: object) =>
      world.ask(`/v1/keys/${key.id}`, {
        method: 'PATCH',
        as: key,
        json: { ...json, ...more },
        headers: { 'x-forwarded-for': outside },
      })
    const refused = await change({})
    expect([refused.status, (await problemOf(refused)).errors]).toMatchObject([
      409,
      [{ pointer: '#/ipAllowlist' }],
    ])
    expect((await change({ confirm: true })).status).toBe(200)
    expect((await ask(key, outside)).status).toBe(403)
  })
})

describe('KY-7 how often a key may ask', () => {
  /** All of a test falls into one minute. */
  beforeAll(() => world.setClock(new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000)))
  afterAll(() => world.setClock(null))

  test('exactly so often over all processes, secrets and operations, and each answer says how often still', async () => {
    const key = await issue({ requestsPerMinute: 20, scopes: ['apps:read', 'customers:ingest'] })
    const { keys } = world.as(await acme.member())
    const rotate = { params: { id: key.id }, body: { overlap: '1h' as const } }
    const { secret } = await keys.rotate(rotate)
    const first = await ask(key, inside)
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=20;w=60, "tenant";q=6000;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=19;t=\d+, "tenant";r=\d+;t=\d+$/)
    const crowd = Array.from({ length: 40 }, (_, n) =>
      ask({ token: n % 3 ? key.token : secret }, inside, '/v1/apps', n % 2),
    )
    const answers = await Promise.all(crowd)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19)
    const over = answers.filter(({ status }) => status === 429)
    expect(over).toHaveLength(21)
    expect(Number(over[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await problemOf(over[0]!)).toMatchObject({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['key'],
    })
    const { rows } = await world.db.query(
      'select status, count(*)::integer as times from log_entries where key_id = $1 group by 1 order by 1',
      [key.id],
    )
    expect(rows).toEqual([
      { status: 200, times: 20 },
      { status: 429, times: 21 },
    ])
  })

  test('EM-2 a session never asks more often than its key, nor do many of them together', async () => {
    const partner = await createPartner(world)
    const { id } = partner.key
    const pages = [await partner.enter(), await partner.enter()]
    const { keys } = world.as(await partner.tenant.member('owner'))
    await keys.update({ params: { id }, body: { requestsPerMinute: 5 } })
    const knock = (as: Holder, n = 0) =>
      world.ask('/v1/logs', { as, headers: { origin: portal }, server: n % 2 })
    const first = await knock(pages[0]!)
    expect(first.headers.get('ratelimit-policy')).toMatch(/^"key";q=5;w=60, /)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => knock(pages[n % 2]!, n >> 1)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4)
    expect((await ask(partner.key, inside)).status).toBe(429)
  })

  test('another key of the app asks as often as before, and so does a key whose bound is taken away', async () => {
    const key = await issue({ requestsPerMinute: 1 })
    const neighbour = await acme.key()
    expect([(await ask(key, inside)).status, (await ask(key, inside)).status]).toEqual([200, 429])
    const free = await ask(neighbour, inside)
    expect(free.headers.get('ratelimit-policy')).toMatch(/^"default";q=3000;w=60, /)
    await update(key, { requestsPerMinute: null })
    expect((await ask(key, inside)).status).toBe(200)
  })
})

describe('KY-8 how a key is narrowed', () => {
  test('what it lost opens nothing from the next request on, on every node, and it never comes back', async () => {
    const key = await issue({ scopes: ['apps:read', 'logs:read', 'keys:write'] })
    const narrowed = await update(key, { scopes: ['keys:write', 'apps:read'], label: 'Less' })
    expect(narrowed).toMatchObject({
      scopes: ['apps:read', 'keys:write'],
      label: 'Less',
      revision: 2,
    })
    for (const server of [0, 1]) {
      expect((await ask(key, inside, '/v1/apps', server)).status).toBe(200)
      expect((await ask(key, inside, '/v1/logs', server)).status).toBe(403)
    }
    await expect(update(key, { scopes: key.scopes })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ pointer: '#/scopes/1' }] },
    })
  })

  test('EM-2 what a key loses, its sessions lose at once', async () => {
    const partner = await createPartner(world)
    const { token } = await partner.enter()
    const list = async () =>
      (await world.ask('/v1/logs', { as: { token }, headers: { origin: portal } })).status
    expect(await list()).toBe(200)
    await world.as(await partner.tenant.member('owner')).keys.update({
      params: { id: partner.key.id },
      body: { scopes: partner.key.scopes.filter((name) => name !== 'logs:read') as never },
    })
    expect(await list()).toBe(403)
  })
})

test('KY-5 a change leaves an event and an entry with before and after, and what changes nothing leaves none', async () => {
  const key = await issue({})
  await update(key, { label: 'Renamed', requestsPerMinute: 100 })
  await update(key, { label: 'Renamed', requestsPerMinute: 100 })
  const { data } = await world
    .as(await acme.member())
    .audit.search({ query: { target: key.id, action: 'keys.updated' } })
  expect(data).toMatchObject([
    {
      before: { label: 'Bounded', requestsPerMinute: null },
      after: { label: 'Renamed', requestsPerMinute: 100, revision: 2 },
    },
  ])
  const { rows } = await world.db.query(
    `select 1 from events where type = 'keys.updated' and ref ->> 'keyId' = $1`,
    [key.id],
  )
  expect(rows).toHaveLength(1)
})
