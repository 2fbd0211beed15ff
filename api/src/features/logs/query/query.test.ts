/** LG-2: the query language, asked over HTTP and live, answered by the database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readLogQuery } from '@sonaqor/contract/log-query'
import { holdsAll } from '@sonaqor/contract/log-query-match'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { io } from 'socket.io-client'
import type { WorldTenant } from '../../../testing/builders.ts'
import { writeLines } from '../../../testing/log-lines.ts'
import { createPartner, portal } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant
let owner: Holder
let all: readonly LogEntry[]
let key: Holder & { readonly id: string; readonly appId: string; readonly prefix: string }

const from = new Date(Date.now() - 3_600_000)

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner'] })
  owner = await acme.member()
  for (const environment of ['sandbox', 'production'] as const) {
    key = await acme.key({ environment })
    const { id: keyId, appId, prefix: keyPrefix } = key
    await writeLines(world, {
      tenantId: acme.id,
      environment,
      appId,
      keyId,
      keyPrefix,
      count: 90,
      from,
    })
  }
  all = (await world.as(owner).logs.search({ query: { limit: 200 } })).data
})
afterAll(() => world.stop())

const search = async (query: Record<string, string>, as: Holder = owner, headers = {}) =>
  world.ask(`/v1/logs?${new URLSearchParams({ limit: '200', ...query })}`, { as, headers })
const found = async (query: Record<string, string>, as?: Holder, headers?: object) => {
  const answer = await search(query, as, headers)
  return ((await answer.json()) as { data: LogEntry[] }).data
}

describe('what is refused', () => {
  test('a query that cannot be read, by the place of the character', async () => {
    const answer = await search({ q: 'path:/v1 status:teapot' })
    expect(answer.status).toBe(400)
    const detail = 'at character 17 it expects a status such as 404, 5xx, >=400 or 400..499'
    expect((await answer.json()) as ProblemDocument).toMatchObject({
      code: 'bad-request',
      detail: `The query cannot be read: ${detail}.`,
      errors: [{ pointer: '?q', detail }],
    })
  })

  test('one that is too long, and a span of time that ends before it begins', async () => {
    for (const [query, pointer] of [
      [{ q: 'a'.repeat(501) }, '?q'],
      [{ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, '?to'],
    ] as const) {
      const answer = await search(query)
      expect(answer.status).toBe(422)
      const { errors } = (await answer.json()) as ProblemDocument
      expect(errors?.map((error) => error.pointer)).toEqual([pointer])
    }
  })

  test('the cursor of another query; not that of the same one, spelt in another way', async () => {
    const { logs } = world.as(owner)
    const { page } = await logs.search({ query: { q: 'status:5xx', limit: 1 } })
    const at = (q: string) => logs.search({ query: { q, limit: 1, cursor: page.next! } })
    await expect(at('status:4xx')).rejects.toMatchObject({ problem: { status: 400 } })
    expect((await at(' STATUS:500..599')).data).toHaveLength(1)
  })
})

describe('what is found', () => {
  test.each([
    '',
    'status:5xx',
    'status:404,422 method:POST,GET',
    'status:>=500',
    'status:<300 -status:201',
    '-status:500..503',
    'path:/v1/customers',
    'path:/v1/c*',
    '-path:/v1/customers*,/v1/transactions',
    'path:"/v1/nowhere \\"quoted\\""',
    'path:*STOMERS*',
    'path:*ers,*"/c-7"',
    '-path:*/customers,*embed*',
    'customers',
    '-"CUSTOMERS/C-7"',
    'ip:203.0.113.7',
    'ip:10.0.0.0/8',
    'ip:10.1.0.0/16,2001:db8::/32',
    '-ip:0.0.0.0/0',
    'latency:>500 -method:DELETE',
    'latency:25.5..100',
    'latency:>=1.001s',
    'latency:<10000s',
    'ip:203.0.113.7/32',
    'status:5xx path:/v1/transactions* latency:<0.5s ip:203.0.113.0/24',
    'status:418',
  ])('LG-2 %s', async (q) => {
    const { terms = [] } = readLogQuery(q)
    expect(await found({ q })).toEqual(all.filter((line) => holdsAll(line, terms)))
  })

  test('LG-2 by key, app and request, and within what else is chosen', async () => {
    const { id, appId, prefix } = key
    const ofKey = all.filter(({ keyId }) => keyId === id)
    const [{ requestId, path, status }] = ofKey as [LogEntry]
    for (const q of [`key:${id}`, `key:${prefix}`, `app:${appId}`]) {
      expect(await found({ q })).toEqual(ofKey)
      expect(await found({ q, environment: 'sandbox' })).toEqual([])
    }
    expect(await found({ q: `request:${requestId}` })).toEqual([ofKey[0]])
    expect(await found({ q: `status:${status}`, path, keyId: id })).toEqual(
      ofKey.filter((line) => line.path.startsWith(path) && line.status === status),
    )
  })

  test('XC-3 no query reaches the lines of another tenant', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    for (const q of ['', 'status:5xx', `key:${key.id}`, 'customers', 'ip:0.0.0.0/0']) {
      expect(await found({ q }, await other.member())).toEqual([])
    }
  })
})

test('EM-11 LG-2 a locked session finds by a query what it is shown, and guesses no id', async () => {
  const partner = await createPartner(world)
  const sender = await partner.tenant.key({ app: partner.app })
  for (const path of ['/v1/customers/VICTIM-77', '/v1/keys']) await world.ask(path, { as: sender })
  const filters = { externalIds: ['only-me'] }
  const locked = await partner.enter({ scopes: ['logs:read'], filters })
  const paths = async (q: string) =>
    (await found({ q }, locked, { origin: portal })).map(({ path }) => path)
  for (const q of [
    'VICTIM',
    'path:*VICTIM*',
    'path:*77',
    'path:/v1/customers/V*',
    'path:/v1/customers/VICTIM-77',
    'embed-s',
  ]) {
    expect([q, await paths(q)]).toEqual([q, []])
  }
  for (const q of [
    '-VICTIM',
    '-path:*VICTIM*',
    '-path:*-77',
    '-path:/v1/customers/VICTIM-77',
    '-path:/v1/customers/V*',
  ]) {
    expect([q, await paths(q)]).toEqual([q, ['/v1/keys', '/v1/customers/…']])
  }
  expect(await paths('path:/v1/customers/…')).toEqual(['/v1/customers/…'])
  expect(await paths('path:/v1/cust*')).toEqual(['/v1/customers/…'])
})

test('LG-1 KY-1 a key that was pasted into a query leads on by its prefix, and stands in no line', async () => {
  const began = new Date().toISOString()
  const q = `key:${key.token} jane.doe@mail.example,4111111111111111,GET`
  for (const [name, value] of [
    ['q', q],
    ['path', `/v1/${key.token}`],
  ] as const) {
    await search({ [name]: value, limit: '1' }, key)
  }
  const answer = await search({ q: `key:${key.token}`, limit: '1' }, key)
  const link = answer.headers.get('link') ?? ''
  expect(link).toContain(`q=key%3A${key.prefix}&cursor=`)
  expect(link).not.toContain(key.token)
  const next = await world.ask(/<([^>]*)>/.exec(link)![1]!, { as: key })
  expect([next.status, ((await next.json()) as { data: unknown[] }).data.length]).toEqual([200, 1])
  const { rows } = await world.db.query<{ line: string }>(
    'select l::text as line from log_entries l where key_id = $1 and uuid_extract_timestamp(id) >= $2',
    [key.id, began],
  )
  expect(rows).toHaveLength(4)
  for (const { line } of rows) {
    expect(line).not.toContain(key.token.slice(12))
    expect(line).not.toMatch(/jane|411111/)
  }
})

test('XC-4 LG-2 the audit log keeps a query in one way of writing it, and no secret', async () => {
  const tenant = await world.tenant('Pasting', { roles: ['owner'] })
  const issued = await tenant.key()
  const reader = await tenant.member()
  await found({ q: ` ${issued.token}   METHOD:get` }, reader)
  await found({ q: `key:${issued.prefix} method:GET` }, reader)
  const { data } = await world.as(reader).audit.search({ query: { action: 'logs.searched' } })
  expect(data).toMatchObject([{ after: { q: `key:${issued.prefix} method:GET` } }])
})

test('XC-4 LG-1 nor anything private that was pasted: it is asked for as lines hold it, and kept so', async () => {
  const tenant = await world.tenant('Private', { roles: ['owner'] })
  const sender = await tenant.key()
  const reader = await tenant.member()
  const address = 'jane.doe@example.org'
  await world.ask(`/v1/nowhere/${address}`, { as: sender })
  const [line] = await found({ path: `/v1/nowhere/${address}` }, reader)
  expect(line?.path).toBe('/v1/nowhere/[redacted]')
  expect(await found({ q: `path:/v1/nowhere/${address}` }, reader)).toEqual([line])
  expect(
    await found({ q: `"of ${address}"`, path: '/v1/customers/4111111111111111' }, reader),
  ).toEqual([])
  const { logViews, exports, audit } = world.as(reader)
  const filter = { path: `/v1/nowhere/${address}`, q: `-path:"/v1/${address} 1" ${address}` }
  const saved = await logViews.save({ body: { name: 'Of Jane', filter } })
  expect(saved.filter).toEqual({
    path: '/v1/nowhere/[redacted]',
    q: '-path:"/v1/[redacted] 1" [redacted]',
  })
  await exports.start({ body: { of: 'logs', format: 'csv', filter } })
  const { data } = await audit.search({ query: { limit: 50 } })
  expect(data.map(({ action }) => action)).toContain('exports.started')
  expect(JSON.stringify(data)).not.toMatch(/jane\.doe|4111 ?1111/)
})

test('LG-2 what is longer than it may be, once it is written so, is refused as it was sent', async () => {
  for (const [query, pointer] of [
    [
      {
        q: Array.from({ length: 83 }, () => 'a@b.co')
          .join('/')
          .slice(0, 500),
      },
      '?q',
    ],
    [{ path: `/${Array.from({ length: 27 }, () => 'a@b.co').join('/')}` }, '?path'],
  ] as const) {
    const answer = await search(query)
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as ProblemDocument
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  }
})

test('LG-5 LG-2 the live tail takes the same query, and refuses one that cannot be read', async () => {
  const socket = io(world.servers[0]!.url, {
    path: '/live',
    transports: ['websocket'],
    auth: { token: owner.token },
  })
  const heard: LogEntry[] = []
  socket.on('logs', (batch: { entries: LogEntry[] }) => heard.push(...batch.entries))
  await new Promise((resolve) => socket.once('connect', () => resolve(null)))
  const start = (filter: object) => new Promise((resolve) => socket.emit('tail', filter, resolve))
  expect(await start({ q: 'status:' })).toBe(false)
  expect(await start({ q: `key:${key.id} -status:2xx path:/v1/cust*` })).toBe(true)
  await world.ask('/v1/customers', { as: key, json: { externalId: 'fine' } })
  await world.ask('/v1/projects', { as: key })
  await world.ask('/v1/customers', { as: key, json: { externalId: '' } })
  await until(() => heard.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 1200))
  expect(heard.map(({ path, status }) => `${path} ${status}`)).toEqual(['/v1/customers 422'])
  socket.disconnect()
})
