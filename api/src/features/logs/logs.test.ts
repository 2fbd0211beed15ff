import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import { createPartner, stranger } from '../../testing/partner.ts'
import type { Holder } from '../../testing/transport.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { makeSecret } from '../keys/index.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

const logsOf = async (tenant: WorldTenant, role?: 'developer') =>
  world.as(await tenant.member(role)).logs
const send = (key: Holder, json: object, headers = {}) =>
  world.ask('/v1/customers', { as: key, json, headers })

describe('who may not', () => {
  test('an analyst sees no logs, and hears which scope is missing', async () => {
    const api = world.as(await acme.member('analyst'))
    await expect(api.logs.search()).rejects.toMatchObject({
      problem: { status: 403, scope: 'logs:read' },
    })
  })

  test('to another tenant, and to a key of another app, an entry is not there', async () => {
    const key = await acme.key()
    await send(key, { externalId: 'c-1' })
    const [entry] = (await (await logsOf(acme)).search({ query: { keyId: key.id } })).data
    const other = await world.tenant('Other', { roles: ['owner'] })
    for (const holder of [await other.member(), await acme.key()]) {
      const api = world.as(holder)
      expect((await api.logs.search({ query: { keyId: key.id } })).data).toEqual([])
      await expect(api.logs.show({ params: { id: entry!.id } })).rejects.toMatchObject({
        problem: { status: 404 },
      })
    }
  })

  test('who lacks customers:read sees what a body was made of, and no value', async () => {
    const key = await acme.key()
    await send(key, { externalId: 'c-42', region: 'Bern' })
    const [entry] = (await (await logsOf(acme)).search({ query: { keyId: key.id } })).data
    const params = { id: entry!.id }
    const asOwner = await (await logsOf(acme)).show({ params })
    expect(asOwner.request.body?.text).toBe('{"externalId":"c-42","region":"Bern"}')
    const asDeveloper = await (await logsOf(acme, 'developer')).show({ params })
    expect(asDeveloper.request.body?.text).toBe('{"externalId":"string","region":"string"}')
    expect(asDeveloper.response.body?.text).toContain('"id":"string"')
  })

  test('XC-2: nor how long a body is, nor a digest of it, also where none was answered', async () => {
    const key = await acme.key()
    await send(key, { externalId: 'c-43', region: 'Bern' })
    const etag = (await world.ask('/v1/apps', { as: key })).headers.get('etag')!
    const headers = { 'if-none-match': etag }
    expect((await world.ask('/v1/apps', { as: key, headers })).status).toBe(304)
    const owner = await logsOf(acme)
    const developer = await logsOf(acme, 'developer')
    const { data } = await owner.search({ query: { keyId: key.id } })
    const [same, read, written] = data.map(({ id }) => ({ params: { id } }))
    const digest = etag.replaceAll('"', '')
    for (const line of [read!, same!]) {
      expect(JSON.stringify(await owner.show(line))).toContain(digest)
      expect(JSON.stringify(await developer.show(line))).not.toContain(digest)
    }
    const [whole, held] = [await owner.show(written!), await developer.show(written!)]
    expect(whole.request).toMatchObject({
      headers: { 'content-length': '37' },
      body: { bytes: 37, isHeldBack: false },
    })
    expect(held.request).toMatchObject({
      headers: { 'content-length': '[redacted]', 'content-type': 'application/json' },
      body: { bytes: 0, isHeldBack: true },
    })
    expect(held.response.body).toMatchObject({ bytes: 0, isHeldBack: true })
    expect(held.response.headers['content-length']).toBe('[redacted]')
  })
})

test('who lacks customers:read sees why a request was refused all the same', async () => {
  const key = await acme.key()
  await send(key, { externalId: 'c-42', gender: 'Jane' })
  const [entry] = (await (await logsOf(acme)).search({ query: { keyId: key.id } })).data
  const { request, response } = await (
    await logsOf(acme, 'developer')
  ).show({ params: { id: entry!.id } })
  expect(request.body?.text).toBe('{"externalId":"string","gender":"string"}')
  expect(JSON.parse(response.body!.text)).toMatchObject({
    code: 'invalid',
    detail: 'Some fields are not valid.',
    errors: [{ pointer: '#/gender', detail: expect.stringContaining('must be one of') }],
  })
})

describe('what is refused', () => {
  test.each([
    ['status=teapot', '?status'],
    ['limit=0', '?limit'],
    ['keyId=7', '?keyId'],
    ['from=yesterday', '?from'],
    ['colour=red', '?colour'],
  ])('%s, with a pointer', async (query, pointer) => {
    const response = await world.ask(`/v1/logs?${query}`, { as: await acme.member() })
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  test('a cursor of another filter, and one that is made up', async () => {
    const key = await acme.key()
    for (const externalId of ['a', 'b', 'c']) await send(key, { externalId })
    const logs = await logsOf(acme)
    const { page } = await logs.search({ query: { keyId: key.id, limit: 1 } })
    for (const cursor of [page.next!, 'bm90IG91cnM']) {
      await expect(
        logs.search({ query: { keyId: key.id, limit: 1, status: '2xx', cursor } }),
      ).rejects.toMatchObject({ problem: { status: 400 } })
    }
  })
})

test('XC-1: a cursor of one tenant is refused in another, whatever both are narrowed by', async () => {
  const [one, other] = [await world.tenant('Cursor one'), await world.tenant('Cursor other')]
  const key = await one.key()
  for (const externalId of ['a', 'b']) await send(key, { externalId })
  const { page } = await (await logsOf(one)).search({ query: { limit: 1 } })
  const query = { limit: 1, cursor: page.next! }
  await expect((await logsOf(one)).search({ query })).resolves.toBeTruthy()
  await expect((await logsOf(other)).search({ query })).rejects.toMatchObject({
    problem: { status: 400 },
  })
})

describe('what happens', () => {
  test('LG-1 every request with a key is logged, a refused one included', async () => {
    const tenant = await world.tenant('Every', { roles: ['owner'] })
    const key = await tenant.key({ scopes: ['customers:ingest'] })
    await send(key, { externalId: 'good' }, { 'x-forwarded-for': '1.2.3.4' })
    await send(key, { externalId: '' })
    await world.ask('/v1/projects', { as: key })
    await world.ask('/v1/nowhere', { as: key })
    await world.ask('/v1/customers', { as: key, body: '{"externalId":' })
    await world.as(await tenant.member()).keys.revoke({ params: { id: key.id } })
    await send(key, { externalId: 'late' })
    // What is open to everybody looks at no key.
    await world.ask('/v1/registry', { as: key })
    // Whose a key is that was never issued, nobody knows.
    await send({ token: makeSecret('sandbox') }, { externalId: 'stranger' })

    const { data } = await (await logsOf(tenant)).search()
    expect(data.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'POST /v1/customers 401',
      'POST /v1/customers 400',
      'GET /v1/nowhere 404',
      'GET /v1/projects 403',
      'POST /v1/customers 422',
      'POST /v1/customers 200',
    ])
    for (const entry of data) {
      expect(entry).toMatchObject({
        environment: 'sandbox',
        appId: key.appId,
        keyId: key.id,
        keyPrefix: key.prefix,
        ip: '127.0.0.1',
      })
    }
  })

  test('LG-1 opened embed sessions are logged too, and left out where that is asked', async () => {
    const { tenant, key, open } = await createPartner(world, 'Embedding')
    await open()
    await expect(open({ origins: [stranger] })).rejects.toBeTruthy()
    await send(key, { externalId: 'a' })
    const logs = await logsOf(tenant)
    const paths = async (query?: Parameters<typeof logs.search>[0]) =>
      (await logs.search(query)).data.map(({ path, status }) => `${path} ${status}`)

    const all = await paths()
    expect(all).toHaveLength(3)
    expect(all[2]).toBe('/v1/embed-sessions 201')
    expect(await paths({ query: { without: 'embed-sessions' } })).toEqual(all.slice(0, 2))
  })

  test('LG-1 an entry holds the request and its answer, and nothing private', async () => {
    const key = await acme.key()
    const card = '4111111111111111'
    const response = await world.ask(`/v1/customers?email=jane%40mail.example`, {
      as: key,
      json: { externalId: 'jane@mail.example', name: 'Jane Doe', note: `paid with ${card}` },
      headers: { 'x-private': 'secret-header', 'idempotency-key': 'order-of-mrs-doe' },
    })
    const logs = await logsOf(acme)
    const [entry] = (await logs.search({ query: { keyId: key.id } })).data
    const detail = await logs.show({ params: { id: entry!.id } })
    expect(detail).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      status: 422,
      query: 'email=[redacted]',
      request: { headers: { 'content-type': 'application/json' } },
      response: { headers: { 'content-type': 'application/problem+json; charset=utf-8' } },
    })
    const { rows } = await world.db.query('select t::text from log_entries t where id = $1', [
      entry!.id,
    ])
    for (const secret of [key.token, 'jane', 'Jane', card, 'secret-', 'order-of']) {
      expect(rows[0].t).not.toContain(secret)
    }
  })

  test('LG-1 an entry tells a replayed answer from the first one, by the beginning of what both were asked with', async () => {
    const key = await acme.key()
    const headers = { 'idempotency-key': '0d8c5c8e-0f0e-4c58-9a3b-5b1f3f0b6a11' }
    const json = { externalId: 'replayed' }
    for (const _ of 'ab') await world.ask('/v1/customers', { as: key, json, headers })
    const logs = await logsOf(acme)
    const { data } = await logs.search({ query: { keyId: key.id } })
    const told = await Promise.all(
      data.map(async ({ id }) => {
        const { request, response } = await logs.show({ params: { id } })
        return [request.headers['idempotency-key'], response.headers['idempotency-replayed']]
      }),
    )
    expect(told).toEqual([
      ['0d8c5c8e…', 'true'],
      ['0d8c5c8e…', undefined],
    ])
  })

  test('LG-2 the list is narrowed by status, method, path, key, app, environment and time', async () => {
    const tenant = await world.tenant('Filters', { roles: ['owner'] })
    const sandbox = await tenant.key({ environment: 'sandbox' })
    const production = await tenant.key({ environment: 'production' })
    await send(sandbox, { externalId: 'a' })
    await send(production, { externalId: '' })
    await world.ask('/v1/projects', { as: sandbox })
    const logs = await logsOf(tenant)
    const found = async (query: object) =>
      (await logs.search({ query })).data.map(({ method, status }) => `${method} ${status}`)

    expect(await found({})).toEqual(['GET 200', 'POST 422', 'POST 200'])
    expect(await found({ status: '4xx' })).toEqual(['POST 422'])
    expect(await found({ method: 'GET' })).toEqual(['GET 200'])
    expect(await found({ path: '/v1/cust' })).toEqual(['POST 422', 'POST 200'])
    expect(await found({ path: '/v1/%' })).toEqual([])
    expect(await found({ keyId: production.id })).toEqual(['POST 422'])
    expect(await found({ appId: sandbox.appId })).toEqual(['GET 200', 'POST 200'])
    expect(await found({ environment: 'production' })).toEqual(['POST 422'])
    const [newest, , oldest] = (await logs.search()).data
    expect(await found({ from: newest!.at })).toContain('GET 200')
    expect(await found({ to: oldest!.at })).toEqual([])
  })

  test('LG-2 an entry is found by the id of its request, by whoever may see it', async () => {
    const tenant = await world.tenant('By request', { roles: ['owner'] })
    const key = await tenant.key()
    await send(key, { externalId: 'a' })
    const requestId = (await send(key, { externalId: '' })).headers.get('x-request-id')!
    const found = async (holder: Holder) =>
      (await world.as(holder).logs.search({ query: { requestId } })).data
    expect(await found(await tenant.member())).toMatchObject([{ requestId, status: 422 }])
    expect(await found(await acme.member())).toEqual([])
    const { logs } = world.as(await tenant.member())
    expect(
      (await logs.search({ query: { requestId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' } })).data,
    ).toEqual([])
  })

  test('LG-5 pages follow each other without a gap or a repeat, while new entries come in', async () => {
    const tenant = await world.tenant('Pages', { roles: ['owner'] })
    const key = await tenant.key()
    for (let i = 0; i < 23; i += 1) await send(key, { externalId: `c-${i}` })
    const logs = await logsOf(tenant)
    const seen: LogEntry[] = []
    let cursor: string | null | undefined
    let page
    do {
      page = await logs.search({ query: { limit: 5, ...(cursor ? { cursor } : {}) } })
      seen.push(...page.data)
      cursor = page.page.next
      await send(key, { externalId: `later-${seen.length}` })
    } while (cursor)
    expect(seen).toHaveLength(23)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(23)
    expect(seen).toEqual(seen.toSorted((a, b) => (a.id < b.id ? 1 : -1)))
    const back = await logs.search({ query: { limit: 5, cursor: page.page.prev! } })
    expect(back.data).toEqual(seen.slice(15, 20))
  })

  test('a page is read by its index, however many days of logs there are', async () => {
    const days = Array.from({ length: 60 }, (_, day) => new Date(Date.now() - day * 86_400_000))
    await world.db.query('select app.make_log_partitions($1)', [days])
    const client = await world.db.connect()
    try {
      await client.query(`
        begin; set local role sonaqor_app; set local enable_seqscan = off;
        set local app.tenant_id = '${acme.id}'; set local app.environments = 'sandbox,production'`)
      const { rows } = await client.query(
        `explain select id from log_entries where path ~>=~ '/v1' and path ~<~ '/v2'
         and id < 'ffffffff-0000-0000-0000-000000000000' order by id desc limit 50`,
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).not.toContain('Seq Scan')
      expect(plan).not.toContain('Sort')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('what it leaves behind', () => {
  test('XC-4 reading is audited once for a filter and while, and each opened entry', async () => {
    const tenant = await world.tenant('Readers', { roles: ['owner'] })
    const key = await tenant.key()
    await send(key, { externalId: 'a' })
    await send(key, { externalId: 'b' })
    const logs = await logsOf(tenant)
    const { data, page } = await logs.search({ query: { limit: 1 } })
    await logs.search({ query: { limit: 1, cursor: page.next! } })
    await logs.search({ query: { status: '2xx' } })
    await logs.show({ params: { id: data[0]!.id } })
    await logs.show({ params: { id: data[0]!.id } })

    const api = world.as(await tenant.member())
    const actions = async () =>
      (await api.audit.search()).data
        .map(({ action }) => action)
        .filter((a) => a.startsWith('logs.'))
    const expected = ['logs.opened', 'logs.opened', 'logs.searched', 'logs.searched']
    expect(await actions()).toEqual(expected)

    const headers = { 'sonaqor-now': new Date(Date.now() + 301_000).toISOString() }
    await world.ask('/v1/logs', { as: await tenant.member(), headers })
    expect(await actions()).toEqual(['logs.searched', ...expected])
  })

  test('a session that reads the logs does not fill them', async () => {
    const tenant = await world.tenant('Silent', { roles: ['owner'] })
    await (await logsOf(tenant)).search()
    expect((await (await logsOf(tenant)).search()).data).toEqual([])
  })
})
