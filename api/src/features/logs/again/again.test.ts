/** LG-8: a logged request is sent again against the sandbox, and each of the two leads to the other. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { WorldTenant } from '../../../testing/builders.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Again')
})
afterAll(() => world.stop())

const logsAs = async (role: 'owner' | 'developer' = 'owner') =>
  world.as(await acme.member(role)).logs

/** Sends a customer with a key, and finds the line of it. */
async function logged(key: Holder & { id: string }, json: object): Promise<LogEntry> {
  await world.ask('/v1/customers', { as: key, json })
  const { data } = await (await logsAs()).search({ query: { keyId: key.id, limit: 1 } })
  return data[0]!
}

const body = JSON.stringify({ externalId: 'c-again', region: 'Bern' })

describe('who may not', () => {
  test('LG-8 who may not use keys, nor a key, whatever its scopes', async () => {
    const app = await acme.app()
    const key = await acme.key({ app })
    const { id } = await logged(key, { externalId: 'c-1' })
    const analyst = world.as(await acme.member('analyst'))
    await expect(
      analyst.logs.sendAgain({ params: { id }, body: { keyId: key.id } }),
    ).rejects.toMatchObject({ problem: { status: 403, scope: 'keys:write' } })
    await expect(
      world.as(key).logs.sendAgain({ params: { id }, body: { keyId: key.id } }),
    ).rejects.toMatchObject({
      problem: { status: 403, detail: expect.stringContaining('Only a signed-in member') },
    })
  })

  test('LG-8 to another tenant there is nothing to send, and no key to send it with', async () => {
    const key = await acme.key()
    const { id } = await logged(key, { externalId: 'c-1' })
    const other = await world.tenant('Again elsewhere', { roles: ['owner'] })
    const theirs = await other.key()
    const stranger = world.as(await other.member()).logs
    await expect(
      stranger.sendAgain({ params: { id }, body: { keyId: theirs.id } }),
    ).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(
      (await logsAs()).sendAgain({ params: { id }, body: { keyId: theirs.id, body } }),
    ).rejects.toMatchObject({ problem: { errors: [{ pointer: '#/keyId' }] } })
  })
})

describe('what is refused', () => {
  test('LG-8 a request of production, unless a copy of it is meant for the sandbox', async () => {
    const live = await acme.key({ environment: 'production' })
    const sandbox = await acme.key()
    const { id } = await logged(live, { externalId: 'c-live' })
    const logs = await logsAs()
    const ask = { params: { id }, body: { keyId: sandbox.id, body } }
    await expect(logs.sendAgain(ask)).rejects.toMatchObject({
      problem: { status: 409, detail: expect.stringContaining('copyToSandbox') },
    })
    await expect(
      logs.sendAgain({ ...ask, body: { ...ask.body, keyId: live.id, copyToSandbox: true } }),
    ).rejects.toMatchObject({
      problem: { errors: [{ pointer: '#/keyId', detail: 'must be a key of the sandbox' }] },
    })
    const { logId } = await logs.sendAgain({ ...ask, body: { ...ask.body, copyToSandbox: true } })
    expect(await logs.show({ params: { id: logId! } })).toMatchObject({ environment: 'sandbox' })
  })

  test('LG-8 what the log does not hold has to be filled in', async () => {
    const key = await acme.key()
    const { id } = await logged(key, { externalId: 'c-1', name: 'Ada Example' })
    const asked = { keyId: key.id, body: '{"externalId":"c-1","name":"[redacted]"}', query: '' }
    await expect(
      (await logsAs()).sendAgain({ params: { id }, body: { ...asked, query: 'q=[redacted]' } }),
    ).rejects.toMatchObject({
      problem: { status: 422, errors: [{ pointer: '#/query' }, { pointer: '#/body' }] },
    })
  })

  test('LG-8 of the path, that alone can be filled in', async () => {
    const key = await acme.key()
    await world.ask('/v1/apps/ada@example.test', { as: key })
    const logs = await logsAs()
    const [entry] = (await logs.search({ query: { keyId: key.id } })).data
    expect(entry!.path).toBe('/v1/apps/[redacted]')
    const send = (path: string) =>
      logs.sendAgain({ params: { id: entry!.id }, body: { keyId: key.id, path } })
    for (const path of ['/v1/keys/x', '/v1/apps/x/activity', '/v1/apps/x?y', '/v1/apps/']) {
      await expect(send(path)).rejects.toMatchObject({
        problem: { errors: [{ pointer: '#/path' }] },
      })
    }
    expect(await send(`/v1/apps/${entry!.appId}`)).toMatchObject({ status: 200 })
  })

  test('LG-8 a key that has ended, and an answer that shows a secret', async () => {
    const key = await acme.key()
    const ended = await acme.key()
    const { id } = await logged(key, { externalId: 'c-1' })
    const api = world.as(await acme.member())
    await api.keys.revoke({ params: { id: ended.id } })
    await expect(
      api.logs.sendAgain({ params: { id }, body: { keyId: ended.id, body } }),
    ).rejects.toMatchObject({ problem: { errors: [{ pointer: '#/keyId' }] } })
    await world.ask('/v1/keys', { as: key, json: {} })
    const [issued] = (await api.logs.search({ query: { keyId: key.id, limit: 1 } })).data
    await expect(
      api.logs.sendAgain({ params: { id: issued!.id }, body: { keyId: key.id, body: '{}' } }),
    ).rejects.toMatchObject({
      problem: { status: 409, detail: expect.stringContaining('shows a secret') },
    })
  })
})

describe('what happens', () => {
  test('LG-8 it is answered and logged as any request with that key, and leads to the first one', async () => {
    const key = await acme.key()
    const entry = await logged(key, { externalId: '' })
    expect(entry.status).toBe(422)
    const member = await acme.member()
    const { logs } = world.as(member)
    const sent = await logs.sendAgain({
      params: { id: entry.id },
      body: { keyId: key.id, body, headers: { 'accept-language': 'de' } },
    })
    expect(sent).toMatchObject({ status: 200, headers: { 'x-request-id': sent.requestId } })
    expect(JSON.parse(sent.body!.text)).toMatchObject({ externalId: 'c-again' })

    const again = await logs.show({ params: { id: sent.logId! } })
    expect(again).toMatchObject({
      requestId: sent.requestId,
      keyId: key.id,
      method: 'POST',
      path: '/v1/customers',
      status: 200,
      request: { headers: { 'user-agent': 'Sonaqor (sent again)' }, body: { text: body } },
    })
    expect(again.related).toContainEqual(
      expect.objectContaining({ kind: 'original', id: entry.id, name: 'owner of Again' }),
    )
    const first = await logs.show({ params: { id: entry.id } })
    expect(first.related).toMatchObject([{ kind: 'sent-again', id: sent.logId }])
  })

  test('LG-8 what is wrong can be sent as it was, and is refused as it was', async () => {
    const key = await acme.key()
    const entry = await logged(key, { externalId: 'c-1' })
    const sent = await (
      await logsAs()
    ).sendAgain({ params: { id: entry.id }, body: { keyId: key.id, body: '{"externalId":' } })
    expect(sent.status).toBe(400)
  })

  test('LG-8 nobody does by a key what they may not do themselves', async () => {
    const app = await acme.app()
    const key = await acme.key({ app, scopes: ['jobs:read', 'audit:read'] })
    await world.ask('/v1/audit', { as: key })
    const [entry] = (await (await logsAs()).search({ query: { keyId: key.id } })).data
    expect(entry).toMatchObject({ path: '/v1/audit', status: 200 })
    const ask = { params: { id: entry!.id }, body: { keyId: key.id } }
    const asDeveloper = await (await logsAs('developer')).sendAgain(ask)
    expect(asDeveloper.status).toBe(403)
    expect(await (await logsAs()).sendAgain(ask)).toMatchObject({ status: 200 })
  })

  test('LG-8 it is refused where the key is, by the address of who sends it', async () => {
    const key = await acme.key()
    const entry = await logged(key, { externalId: 'c-1' })
    const api = world.as(await acme.member())
    await world.db.query(`update api_keys set ip_allowlist = '{198.51.100.0/24}' where id = $1`, [
      key.id,
    ])
    const sent = await api.logs.sendAgain({
      params: { id: entry.id },
      body: { keyId: key.id, body },
    })
    expect(sent.status).toBe(403)
    expect(await api.logs.show({ params: { id: sent.logId! } })).toMatchObject({ status: 403 })
    await world.db.query(
      `update api_keys set ip_allowlist = '{127.0.0.0/8,::1/128}' where id = $1`,
      [key.id],
    )
    const admitted = await api.logs.sendAgain({
      params: { id: entry.id },
      body: { keyId: key.id, body },
    })
    expect(admitted.status).toBe(200)
  })

  test('LG-8 a request that would send another one again sends none when it is sent again itself', async () => {
    const key = await acme.key({ scopes: ['keys:write', 'logs:read', 'customers:ingest'] })
    const first = await logged(key, { externalId: 'c-1' })
    await world.ask(`/v1/logs/${first.id}/again`, { as: key, json: { keyId: key.id, body } })
    const logs = await logsAs()
    const [sending] = (await logs.search({ query: { keyId: key.id, limit: 1 } })).data
    expect(sending).toMatchObject({ path: `/v1/logs/${first.id}/again`, status: 403 })
    const sent = await logs.sendAgain({
      params: { id: sending!.id },
      body: { keyId: key.id, body: JSON.stringify({ keyId: key.id, body }) },
    })
    expect(sent.status).toBe(403)
  })
})

test('LG-8 XC-4 what it leaves: who sent what again, with which key, as which request', async () => {
  const key = await acme.key()
  const entry = await logged(key, { externalId: 'c-1' })
  const member = await acme.member()
  const api = world.as(member)
  const sent = await api.logs.sendAgain({ params: { id: entry.id }, body: { keyId: key.id, body } })
  const { data } = await api.audit.search({ query: { target: entry.id } })
  expect(data.filter(({ action }) => action === 'logs.sent-again')).toMatchObject([
    {
      actor: { kind: 'member', id: member.id },
      environment: 'sandbox',
      appId: key.appId,
      after: { requestId: sent.requestId, keyId: key.id, from: 'sandbox' },
    },
  ])
})
