/** XC-15, XC-8: what a partner's server meets, with the real API behind a way on which things go wrong. */
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { contract } from '@sonaqor/contract'
import { apiVersions } from '@sonaqor/contract/api-versions'
import type { WorldTenant } from '../src/testing/builders.ts'
import { first as firstVersion } from '../src/testing/dated/history.ts'
import { startWorld, type OwnWorld } from '../src/testing/world.ts'
import { routesFor } from './operations-source.ts'
import { clientOf, type ClientOptions } from './src/client.ts'
import { ProblemError } from './src/errors.ts'
import { openFlaky, type Flaky } from './testing/flaky.ts'

let world: OwnWorld
let flaky: Flaky
let tenant: WorldTenant

beforeAll(async () => {
  // A past that the API never had, and which changes nothing for the version of today.
  world = await startWorld({ house: 'dated' })
  flaky = await openFlaky(world.url)
  tenant = await world.tenant('Partner', { roles: ['owner'] })
})
afterAll(async () => {
  await flaky.close()
  await world.stop()
})

beforeEach(() => flaky.next())

/** The client of somebody with a key of their own, and the app that it belongs to. */
async function partner(options: ClientOptions = {}) {
  const { token, appId } = await tenant.key()
  const api = clientOf(routesFor(contract), { key: token, baseUrl: flaky.url, ...options })
  return { api, appId, token }
}

const countOf = async (label: string) => {
  const { rows } = await world.db.query('select id from api_keys where label = $1', [label])
  return rows.length
}

const newKey = (appId: string, label: string) => ({
  body: { appId, label, scopes: ['transactions:ingest'] },
})

describe('XC-8: a write', () => {
  test('is done once, however often it had to be sent', async () => {
    const { api, appId } = await partner({ retries: 6 })
    const before = flaky.seen.length
    flaky.next('lost', 'unanswered', 503, 'cut', 502)
    const { data, attempts, isReplayed, status } = await api.keys!.issue!.answer(
      newKey(appId, 'Once'),
    )
    expect({ attempts, isReplayed, status }).toEqual({ attempts: 6, isReplayed: true, status: 201 })
    expect(data).toMatchObject({ label: 'Once', secret: expect.stringMatching(/^sq_test_/) })
    expect(await countOf('Once')).toBe(1)
    const keys = flaky.seen.slice(before).map((headers) => headers['idempotency-key'])
    expect([keys.length, new Set(keys).size]).toEqual([6, 1])
  })

  test('is done once for a process that begins again, where it names its key', async () => {
    const { api, appId } = await partner()
    const issue = () =>
      api.keys!.issue!(newKey(appId, 'Again'), { idempotencyKey: `again-${appId}` })
    const first = await issue()
    expect(await issue()).toEqual(first)
    expect(await countOf('Again')).toBe(1)
  })

  test('is twice what was asked for twice', async () => {
    const { api, appId } = await partner()
    await Promise.all([1, 2].map(() => api.keys!.issue!(newKey(appId, 'Twice'))))
    expect(await countOf('Twice')).toBe(2)
  })

  test('that is still running is waited for', async () => {
    const { api, appId } = await partner({ retries: 10 })
    const issue = () =>
      api.keys!.issue!(newKey(appId, 'Crowd'), { idempotencyKey: `crowd-${appId}` })
    const crowd = await Promise.all(Array.from({ length: 8 }, issue))
    expect(new Set(crowd.map((key) => JSON.stringify(key))).size).toBe(1)
    expect(await countOf('Crowd')).toBe(1)
  })
})

describe('XC-15: what comes back', () => {
  test('is told with the request, the quotas and the attempts', async () => {
    const { api } = await partner()
    const { data, requestId, rateLimits, headers, attempts } = await api.apps!.list!.answer()
    expect(data.data).toHaveLength(1)
    expect(requestId).toMatch(/^[\da-f-]{36}$/)
    expect(headers.get('x-request-id')).toBe(requestId)
    const [limit] = rateLimits
    expect(limit).toEqual({
      name: 'default',
      quota: 3000,
      windowSeconds: 60,
      remaining: expect.any(Number),
      resetSeconds: expect.any(Number),
    })
    expect(attempts).toBe(1)
  })

  test('says who asks, and is of the day of the API that the types are of', async () => {
    const { api } = await partner()
    const { headers } = await api.apps!.list!.answer()
    const today = apiVersions.at(-1)!.date
    expect(flaky.seen.at(-1)).toMatchObject({
      'user-agent': expect.stringMatching(/^sonaqor-client\/\d+\.\d+\.\d+$/),
      'sonaqor-version': today,
    })
    expect(headers.get('sonaqor-version')).toBe(today)
    const other = await partner({ apiVersion: '2026-01-02' })
    await other.api.apps!.list!().catch((error: unknown) => error)
    expect(flaky.seen.at(-1)).toMatchObject({ 'sonaqor-version': '2026-01-02' })
  })

  test('XC-15 is answered in the words of its day, whatever older version its app is pinned to', async () => {
    const { api, appId, token } = await partner()
    await world.db.query('update apps set api_version = $2 where id = $1', [appId, firstVersion])
    const show = { params: { id: appId } }
    const today = (await api.apps!.show!(show)) as unknown as { name: string }
    expect(today).toMatchObject({ id: appId, name: expect.any(String), origins: [] })
    const written = await partner({ key: token, apiVersion: firstVersion })
    const then = await written.api.apps!.show!(show)
    expect(then).toMatchObject({ id: appId, title: today.name, origins: '' })
    expect(then).not.toHaveProperty('name')
  })

  test('is a problem with all that the API says of it, where it is refused', async () => {
    const { api, appId, token } = await partner()
    const refused = await api.keys!.issue!({ body: { appId, label: '', scopes: [] } }).catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(ProblemError)
    expect(refused).toMatchObject({
      name: 'ProblemError',
      operation: 'keys.issue',
      status: 422,
      code: 'invalid',
      type: '/docs/problems/invalid',
      attempts: 1,
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    })
    const { fields, problem, message } = refused as ProblemError
    // Who reads a log alone reads where to begin.
    expect(message).toMatch(/^keys\.issue was refused with 422: .+\. #\/label: \S/)
    expect(fields.map(({ pointer }) => pointer)).toEqual(['#/label', '#/scopes'])
    expect(problem?.instance).toBe((refused as ProblemError).requestId)
    // Nor does it stand in what is logged of either.
    for (const one of [refused, api]) expect(inspect(one, { depth: 9 })).not.toContain(token)
  })

  test('is not asked for again where the answer would be the same', async () => {
    const { api } = await partner()
    const before = flaky.seen.length
    const params = { id: '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43' }
    await expect(api.keys!.show!({ params })).rejects.toMatchObject({ code: 'not-found' })
    expect(flaky.seen.length).toBe(before + 1)
  })

  test('is refused where somebody else changed it first', async () => {
    const { api, appId } = await partner()
    const { id } = (await api.keys!.issue!(newKey(appId, 'Revised'))) as unknown as { id: string }
    const rename = (label: string) =>
      api.keys!.update!({ params: { id }, body: { label } }, { ifMatch: 1 })
    await rename('Renamed')
    await expect(rename('Renamed again')).rejects.toMatchObject({ code: 'precondition-failed' })
  })

  test('is a file as it is, whatever its length', async () => {
    const { api } = await partner()
    const file = (await api.audit!.export!()) as unknown as Response
    const lines = (await file.text()).trim().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ manifest: expect.anything() })
  })
})

test('XC-15: whatever it has, a key with all scopes may call, and nothing else of the API', async () => {
  const { api } = await partner({ retries: 0 })
  const params = { id: '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43' }
  const answers = Object.entries(api).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(async ([verb, operation]) => {
      const code = await operation({ params, body: {} }).then(
        () => 'done',
        (error: ProblemError) => error.code,
      )
      return [`${area}.${verb}`, code] as const
    }),
  )
  const refused = (await Promise.all(answers)).filter(([, code]) =>
    ['unauthenticated', 'forbidden', 'method-not-allowed', 'unknown'].includes(code),
  )
  expect(refused).toEqual([])
  expect(Object.keys(api)).toEqual(expect.arrayContaining(['keys', 'logs', 'transactions']))
  for (const area of ['auth', 'team', 'staff', 'account']) expect(api[area]).toBeUndefined()
})

describe('XC-15: a list', () => {
  test('is read to its end, and rows that come in meanwhile lose and repeat none', async () => {
    const { api, appId } = await partner({ retries: 5 })
    // The newest come first, by ids that begin with a time.
    const issue = (label: string, count: number, idOf: string) =>
      world.db.query(
        `insert into api_keys select (jsonb_populate_record(null::api_keys, to_jsonb(one) || jsonb_build_object(
           'id', $4 || lpad(to_hex(n), 12, '0'), 'label', $2 || n,
           'secret_hash', '\\x' || encode(sha256(($2 || n || one.id)::bytea), 'hex')))).*
         from (select * from api_keys where app_id = $1 and label = 'A key') one, generate_series(1, $3::int) n`,
        [appId, label, count, idOf],
      )
    await issue('Row ', 1000, '01000000-0000-7000-8000-')
    const found: string[] = []
    let pages = 0
    for await (const { data } of api.keys!.list!.all({ query: { appId, limit: 100 } }).pages()) {
      found.push(...(data as { label: string }[]).map(({ label }) => label))
      pages += 1
      // As many at the beginning as would push a whole page over the edge, and a mishap on the way.
      await issue(`Later ${pages} `, 100, `7f0000${pages + 10}-0000-7000-8000-`)
      flaky.next(503, 'cut')
    }
    const rows = found.filter((label) => label.startsWith('Row '))
    expect(new Set(rows).size).toBe(1000)
    expect(rows).toHaveLength(1000)
    expect(pages).toBe(11)
  })

  test('is asked for no further than it is read', async () => {
    const { api } = await partner()
    const before = flaky.seen.length
    for await (const entry of api.audit!.search!.all({ query: { limit: 1 } })) {
      expect(entry).toBeDefined()
      break
    }
    expect(flaky.seen.length).toBe(before + 1)
  })
})

test.each([
  ['nonsense', /whole address/],
  ['ftp://sonaqor.example', /whole address/],
  ['https://sonaqor.example/v1', /leave out \/v1/],
])('SU-3 a client is told what is wrong with the address %s', (baseUrl, said) => {
  expect(() => clientOf(routesFor(contract), { key: 'sq_test_x', baseUrl })).toThrow(said)
})
