/** LG-8: what sending again does not open: nobody's secrets, no way in, no one else's answer. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Key } from '@sonaqor/contract/keys'
import type { LogEntry } from '@sonaqor/contract/logs'
import { uuidv7 } from '../../../core/crypto/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Bounds of again')
})
afterAll(() => world.stop())

const owner = async () => world.as(await acme.member())

/** The line of what a key asked last. */
async function lastOf(key: Key): Promise<LogEntry> {
  const { logs } = await owner()
  return (await logs.search({ query: { keyId: key.id, limit: 1 } })).data[0]!
}

async function logged(key: Key & Holder, path: string, json?: object): Promise<LogEntry> {
  await world.ask(path, { as: key, ...(json && { json }) })
  return lastOf(key)
}

/** A line as no request of a key leaves it: written as one that came from elsewhere would be. */
async function lineAt(key: Key, method: string, path: string): Promise<string> {
  const id = uuidv7(new Date())
  await world.db.query(
    'select app.append_log_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    [
      acme.id,
      'sandbox',
      [id],
      [key.appId],
      [key.id],
      [key.prefix],
      [method],
      [path],
      [200],
      [1],
      ['203.0.113.7'],
      [uuidv7(new Date())],
      ['{}'],
    ],
  )
  return id
}

const json = { externalId: 'c-again', region: 'Bern' }
const body = JSON.stringify(json)

test('LG-1 LG-8 of what a key would send again, and of what it would be answered, nothing is in its log', async () => {
  const key = await acme.key()
  const { id } = await logged(key, '/v1/customers', json)
  await world.ask(`/v1/logs/${id}/again`, {
    as: key,
    json: {
      keyId: key.id,
      path: '/v1/customers/walrus-path',
      query: 'q=walrus-query',
      body: '{"password":"walrus-secret","name":"Ada Walrus"}',
    },
  })
  const line = await lastOf(key)
  expect(line.path).toBe(`/v1/logs/${id}/again`)
  const detail = await (await owner()).logs.show({ params: { id: line.id } })
  expect(JSON.stringify(detail)).not.toMatch(/walrus/i)
  expect(detail.request.body).toMatchObject({ text: '', bytes: expect.any(Number) })
})

describe('where it leads', () => {
  test('LG-8 what led nowhere leads to no operation that somebody chooses', async () => {
    const key = await acme.key()
    const entry = await logged(key, '/v1/ada@example.test/bob@example.test', {})
    expect(entry).toMatchObject({ path: '/v1/[redacted]/[redacted]', status: 404 })
    const { logs } = await owner()
    for (const path of ['/v1/auth/sign-in', '/v1/keys/check', '/v1/some/thing']) {
      await expect(
        logs.sendAgain({ params: { id: entry.id }, body: { keyId: key.id, path, body: '{}' } }),
      ).rejects.toMatchObject({ problem: { errors: [{ pointer: '#/path' }] } })
    }
  })

  test('LG-8 what is filled in leads to the operation that was asked, and to none beside it', async () => {
    const key = await acme.key()
    const entry = await logged(key, '/v1/keys/ada@example.test')
    expect(entry.path).toBe('/v1/keys/[redacted]')
    const { logs } = await owner()
    const send = (path: string) =>
      logs.sendAgain({ params: { id: entry.id }, body: { keyId: key.id, path } })
    await expect(send('/v1/keys/usage')).rejects.toMatchObject({
      problem: { errors: [{ pointer: '#/path' }] },
    })
    expect(await send(`/v1/keys/${key.id}`)).toMatchObject({ status: 200 })
  })

  test('LG-8 what led nowhere is sent to where it was, and stands in the log of the key', async () => {
    const key = await acme.key()
    const entry = await logged(key, '/v1/no/such/place', {})
    const { logs } = await owner()
    const sent = await logs.sendAgain({ params: { id: entry.id }, body: { keyId: key.id } })
    expect(sent.status).toBe(404)
    expect(await logs.show({ params: { id: sent.logId! } })).toMatchObject({ keyId: key.id })
  })

  test.each([
    ['POST', '/v1/auth/sign-in'],
    ['POST', '/v1/embed-sessions/exchange'],
    ['GET', '/v1/me'],
  ])('LG-8 %s %s is not for keys, and is not done as one', async (method, path) => {
    const key = await acme.key()
    const id = await lineAt(key, method, path)
    const { logs } = await owner()
    await expect(logs.sendAgain({ params: { id }, body: { keyId: key.id } })).rejects.toMatchObject(
      {
        problem: { status: 409, detail: expect.stringContaining('not for keys') },
      },
    )
  })

  test('LG-8 of the headers of the answer those are told that the log keeps', async () => {
    const key = await acme.key()
    const entry = await logged(key, '/v1/apps')
    const { logs } = await owner()
    const sent = await logs.sendAgain({ params: { id: entry.id }, body: { keyId: key.id } })
    const again = await logs.show({ params: { id: sent.logId! } })
    expect(sent.headers).toEqual(again.response.headers)
    expect(sent.headers).toHaveProperty('etag')
    expect(sent.headers).not.toHaveProperty('content-security-policy')
  })
})

test('LG-8 two people who send with one idempotency key are answered each for themselves', async () => {
  const key = await acme.key({ scopes: ['keys:write'] })
  const nobody = `/v1/keys/${uuidv7(new Date())}/end-overlap`
  await world.ask(nobody, { as: key, method: 'POST' })
  const entry = await lastOf(key)
  expect(entry.status).toBe(404)
  const headers = { 'idempotency-key': uuidv7(new Date()) }
  const send = async (role: 'owner' | 'developer') => {
    const as = await acme.member(role)
    const to = `/v1/logs/${entry.id}/again`
    const answer = await world.ask(to, { as, headers, json: { keyId: key.id } })
    const sent = (await answer.json()) as { requestId: string; body: { text: string } }
    return { id: sent.requestId, said: sent.body.text }
  }
  for (const { id, said } of [await send('owner'), await send('developer')]) {
    expect(said).toContain(id)
  }
})

describe('what it is no use of', () => {
  test('LG-8 KY-4 a key that others send with was not used by that, let in or not', async () => {
    const { logs, keys } = await owner()
    const marker = await acme.key()
    const key = await acme.key()
    const { id } = await logged(await acme.key(), '/v1/customers', json)
    const send = () => logs.sendAgain({ params: { id }, body: { keyId: key.id, body } })
    expect(await send()).toMatchObject({ status: 200 })
    await keys.update({ params: { id: key.id }, body: { ipAllowlist: ['198.51.100.0/24'] } })
    expect(await send()).toMatchObject({ status: 403 })
    await world.ask('/v1/apps', { as: marker })
    await until(async () => {
      const { lastUsedAt, lastUsedIp } = await keys.show({ params: { id: marker.id } })
      return lastUsedAt !== null && lastUsedIp !== null
    })
    expect(await keys.show({ params: { id: key.id } })).toMatchObject({
      lastUsedAt: null,
      lastUsedIp: null,
    })
    const counted = (await logs.search({ query: { keyId: key.id } })).data
    expect(counted.map(({ status }) => status)).toEqual([403, 200])
  })

  test('LG-8 KY-8 nor does it say that the new secret is used, or a scope', async () => {
    const { logs, keys } = await owner()
    const key = await acme.key()
    const params = { id: key.id }
    const { secret } = await keys.rotate({ params, body: { overlap: '1h' } })
    const { id } = await logged(await acme.key(), '/v1/customers', json)
    expect(await logs.sendAgain({ params: { id }, body: { keyId: key.id, body } })).toMatchObject({
      status: 200,
    })
    await world.ask('/v1/apps', { as: { token: secret } })
    await until(async () => (await keys.rotation({ params })).newSecret.requests > 0)
    expect((await keys.rotation({ params })).newSecret.requests).toBe(1)
    const { scopes } = await keys.advice({ params })
    expect(scopes.filter(({ unused }) => !unused)).toMatchObject([{ scope: 'apps:read' }])
  })
})

test('LG-8 who sent a request again is told to members, and to no key', async () => {
  const app = await acme.app()
  const key = await acme.key({ app })
  const { id } = await logged(key, '/v1/customers', json)
  const { logs } = await owner()
  await logs.sendAgain({ params: { id }, body: { keyId: key.id, body } })
  const named = async (as: Holder) =>
    (await world.as(as).logs.show({ params: { id } })).related.map(({ name }) => name)
  expect(await named(await acme.member('developer'))).toContain('owner of Bounds of again')
  expect(await named(key)).toEqual([''])
})
