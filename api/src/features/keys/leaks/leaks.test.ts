/** KY-6: whoever finds a key can end it, and GitHub does so by itself. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../../testing/builders.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { makeSecret } from '../key-format.ts'

let world: OwnWorld
let acme: WorldTenant
let github: Server
let asked = 0
let answers = true

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const [first, second, stranger] = [newKey(), newKey(), newKey()]
const published = new Map([['first', first]])

beforeAll(async () => {
  github = createServer((_, reply) => {
    asked += 1
    const keys = [...published].map(([key_identifier, { publicKey }]) => ({
      key_identifier,
      key: publicKey.export({ type: 'spki', format: 'pem' }),
      is_current: true,
    }))
    reply.writeHead(answers ? 200 : 500).end(JSON.stringify({ public_keys: keys }))
  })
  await new Promise<void>((done) => github.listen(0, '127.0.0.1', done))
  const { port } = github.address() as AddressInfo
  world = await startWorld({
    processes: 2,
    env: { TRUSTED_PROXIES: '1', GITHUB_KEYS_URL: `http://127.0.0.1:${port}/keys` },
  })
  acme = await world.tenant('Acme', { roles: ['owner', 'developer', 'viewer'] })
})
afterAll(async () => {
  await world.stop()
  github.close()
})

const statusOf = async (token: string, server = 0) =>
  (await world.ask('/v1/apps', { as: { token }, server })).status

let finder = 0
/** Each from an address of its own, unless one is named. */
const report = (json: unknown, from = `192.0.2.${(finder += 1)}`, headers = {}) =>
  world.ask('/v1/keys/leaked', { json, headers: { 'x-forwarded-for': from, ...headers } })

function fromGithub(
  matches: unknown,
  by: { key?: KeyObject; id?: string; signed?: string; signature?: string } = {},
) {
  const body = JSON.stringify(matches)
  const key = by.key ?? first.privateKey
  const signature =
    by.signature ?? sign('sha256', Buffer.from(by.signed ?? body), key).toString('base64')
  return send(body, {
    'github-public-key-identifier': by.id ?? 'first',
    'github-public-key-signature': signature,
  })
}

const send = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/v1/keys/leaked/github`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })

const hash = (token: string) => createHash('sha256').update(token).digest('base64')

const found = (token: string, url = 'https://github.com/acme/shop/blob/main/.env') => [
  { token, type: 'sonaqor_api_key', url, source: 'content' },
]

/** All that the answer to a report tells. */
const answersTo = async (key: string) => {
  const { status, headers } = await report({ key })
  const names = [...headers.keys()].filter((name) => !/^(date|x-request-id)$/.test(name))
  return { status, names }
}

/** Who heard that a key has leaked. */
async function heardOf({ id }: { readonly id: string }): Promise<object[]> {
  const { rows } = await world.db.query(
    `select m.role, n.params, n.link from notifications n join members m on m.id = n.member_id
     where n.kind = 'keys.leaked' and n.params ->> 'keyId' = $1 order by m.role`,
    [id],
  )
  return rows
}

describe('what anybody reports', () => {
  test('KY-6 opens nothing from the next request on, on every node, and its owners hear where it was found', async () => {
    const key = await acme.key({ label: 'Lost' })
    for (const server of [0, 1]) expect(await statusOf(key.token, server)).toBe(200)
    const url = 'https://paste.example.com/x7'
    const answer = await report({ key: ` ${key.token}\n`, url })
    expect([answer.status, await answer.json()]).toEqual([202, { received: true }])
    for (const server of [0, 1]) expect(await statusOf(key.token, server)).toBe(401)
    const owner = world.as(await acme.member())
    expect(await owner.keys.show({ params: { id: key.id } })).toMatchObject({ state: 'revoked' })
    const hint = `${key.token.slice(0, 12)}…${key.token.slice(-4)}`
    const link = `/keys?environment=sandbox&key=${key.id}`
    expect(await heardOf(key)).toMatchObject([
      { role: 'developer', params: { label: 'Lost', hint, ended: 'key', url }, link },
      { role: 'owner' },
    ])
    const { data } = await owner.audit.search({ query: { target: key.id } })
    expect(
      data
        .slice(0, 2)
        .map(({ action }) => action)
        .toSorted(),
    ).toEqual(['keys.leak-reported', 'keys.revoked'])
    const reported = data.find(({ action }) => action === 'keys.leak-reported')
    expect(reported).toMatchObject({
      actor: { kind: 'system' },
      after: { by: 'report', url, secret: 'newest' },
    })
    expect(reported?.ip).toMatch(/^192\.0\.2\./)
    const { rows } = await world.db.query(
      `select type from events where ref ->> 'keyId' = $1 order by id`,
      [key.id],
    )
    expect(rows.map(({ type }) => type)).toEqual(['keys.issued', 'keys.revoked'])
  })

  test('KY-6 of two secrets that work the old one ends by itself, and with the newest the key', async () => {
    const { keys } = world.as(await acme.member())
    const rotate = async ({ id }: { id: string }) =>
      (await keys.rotate({ params: { id }, body: { overlap: '7d' } })).secret
    const [one, two] = [await acme.key(), await acme.key()]
    const [newOfOne, newOfTwo] = [await rotate(one), await rotate(two)]
    await report({ key: one.token })
    expect([await statusOf(one.token), await statusOf(newOfOne)]).toEqual([401, 200])
    expect(await heardOf(one)).toMatchObject([{ params: { ended: 'old-secret' } }, {}])
    await report({ key: newOfTwo })
    expect([await statusOf(two.token), await statusOf(newOfTwo)]).toEqual([401, 401])
    // One that has ended does no harm any more, nor does whoever reports it.
    await report({ key: one.token })
    expect(await statusOf(newOfOne)).toBe(200)
    expect(await heardOf(one)).toHaveLength(2)
  })

  test('KY-6 ends though its app was deleted, and does not come back with it', async () => {
    const app = await acme.app()
    const key = await acme.key({ app })
    const { apps } = world.as(await acme.member())
    const params = { id: app.id }
    await apps.delete({ params })
    await report({ key: key.token })
    expect(await heardOf(key)).toHaveLength(2)
    await apps.restore({ params })
    expect(await statusOf(key.token)).toBe(401)
  })

  test('KY-6 ends the old secret alone, if the key is rotated while it is reported', async () => {
    const key = await acme.key()
    const { keys } = world.as(await acme.member())
    const holder = await world.db.connect()
    const waiting = async (times: number) =>
      until(async () => {
        const { rows } = await world.db.query(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%api_keys%'`,
        )
        return rows.length === times
      })
    await holder.query('begin')
    await holder.query('select from api_keys where id = $1 for update', [key.id])
    const rotation = keys.rotate({ params: { id: key.id }, body: { overlap: '1h' } })
    await waiting(1)
    const reporting = report({ key: key.token })
    await waiting(2)
    await holder.query('commit')
    holder.release()
    const [{ secret }] = await Promise.all([rotation, reporting])
    expect([await statusOf(key.token), await statusOf(secret)]).toEqual([401, 200])
  })

  test('KY-6 is answered alike, whether there is such a key, was one, or never was', async () => {
    const [live, revoked] = [await acme.key(), await acme.key()]
    await world.as(await acme.member()).keys.revoke({ params: { id: revoked.id } })
    const expected = await answersTo(makeSecret('production'))
    expect(expected.status).toBe(202)
    for (const key of [
      live.token,
      revoked.token,
      'sq_live_nothing',
      'what is this?',
      `${live.token}x`,
    ]) {
      expect(await answersTo(key)).toEqual(expected)
    }
    expect(await heardOf(revoked)).toEqual([])
  })

  test.each([
    [{}, '#/key'],
    [{ key: '' }, '#/key'],
    [{ key: 'x'.repeat(201) }, '#/key'],
    [{ key: 'sq_live_1', url: 'javascript:alert(1)' }, '#/url'],
  ])('KY-6 %j is refused by a pointer', async (json, pointer) => {
    const answer = await report(json)
    expect(answer.status).toBe(422)
    expect(((await answer.json()) as ProblemDocument).errors).toMatchObject([{ pointer }])
  })

  test('KY-6 whoever tries many waits', async () => {
    const minute = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000).toISOString()
    const guess = () =>
      report({ key: makeSecret('sandbox') }, '198.51.100.1', { 'sonaqor-now': minute })
    const statuses: number[] = []
    for (let n = 0; n < 25; n += 1) statuses.push((await guess()).status)
    expect(statuses.slice(0, 20)).not.toContain(429)
    expect(new Set(statuses.slice(20))).toEqual(new Set([429]))
  })

  test('KY-6 stands nowhere: not the secret, whatever became of it', async () => {
    const key: Holder = await acme.key()
    await report({ key: key.token })
    const { rows } = await world.db.query(
      `select 1 from events t where strpos(t::text, $1) > 0
       union all select 1 from audit_entries t where strpos(t::text, $1) > 0
       union all select 1 from notifications t where strpos(t::text, $1) > 0
       union all select 1 from log_entries t where strpos(t::text, $1) > 0`,
      [key.token],
    )
    expect(rows).toEqual([])
  })
})

describe('what GitHub has found', () => {
  test('KY-6 ends, and GitHub hears which were ours', async () => {
    const key = await acme.key()
    const invented = makeSecret('production')
    const answer = await fromGithub([
      ...found(key.token),
      ...found(invented),
      ...found('sq_live_no'),
    ])
    expect(answer.status).toBe(200)
    const type = { token_type: 'sonaqor_api_key' }
    expect(await answer.json()).toEqual([
      { ...type, token_hash: hash(key.token), label: 'true_positive' },
      { ...type, token_hash: hash(invented), label: 'false_positive' },
      { ...type, token_hash: hash('sq_live_no'), label: 'false_positive' },
    ])
    expect(await statusOf(key.token)).toBe(401)
    expect(await heardOf(key)).toMatchObject([
      { params: { url: 'https://github.com/acme/shop/blob/main/.env' } },
      {},
    ])
    const { data } = await world
      .as(await acme.member())
      .audit.search({ query: { target: key.id, action: 'keys.leak-reported' } })
    expect(data).toMatchObject([{ after: { by: 'github' } }])
  })

  test('KY-6 what GitHub has not signed ends nothing', async () => {
    const key = await acme.key()
    const matches = found(key.token)
    for (const by of [
      { key: stranger.privateKey },
      { id: 'unknown' },
      { id: '' },
      { signature: '' },
      { signature: 'no signature at all' },
      { signed: JSON.stringify(found(makeSecret('sandbox'))) },
      // The same to a parser, and not the bytes that were signed.
      { signed: JSON.stringify(matches, null, 1) },
    ]) {
      expect((await fromGithub(matches, by)).status).toBe(401)
    }
    expect(await statusOf(key.token)).toBe(200)
  })

  test('KY-6 nothing is read of what is not signed, and no more of what is than GitHub sends', async () => {
    const id = { 'github-public-key-identifier': 'first' }
    for (const body of ['{', '[]', `[${' '.repeat(100_000)}]`]) {
      expect([(await send(body)).status, (await send(body, id)).status]).toEqual([401, 401])
    }
    const both = { ...id, 'github-public-key-signature': 'x' }
    expect((await send(`[${' '.repeat(100_000)}]`, both)).status).toBe(413)
  })

  test('KY-6 its keys are asked for once, and again for a new one, but no more often than each minute', async () => {
    const before = asked
    for (let n = 0; n < 5; n += 1) await fromGithub(found('sq_live_no'), { id: `made-up-${n}` })
    expect(asked - before).toBeLessThanOrEqual(1)
    published.set('second', second)
    await world.setClock(new Date(Date.now() + 61_000))
    const by = { key: second.privateKey, id: 'second' }
    expect((await fromGithub(found('sq_live_no'), by)).status).toBe(200)
    const now = asked
    expect((await fromGithub(found('sq_live_no'), by)).status).toBe(200)
    expect((await fromGithub(found('sq_live_no'))).status).toBe(200)
    expect(asked).toBe(now)
  })

  test('KY-6 when its keys cannot be had it is asked to come again', async () => {
    await world.setClock(new Date(Date.now() + 25 * 3_600_000))
    answers = false
    const answer = await fromGithub(found('sq_live_no'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await answer.json()).toMatchObject({
      title: 'This cannot be answered at the moment',
      detail: 'The public keys by which GitHub signs cannot be had from GitHub at the moment.',
    })
    const before = asked
    for (const signature of ['x', 'no base64 at all', 'AAAA', 'A'.repeat(96), '']) {
      expect((await fromGithub(found('sq_live_no'), { signature })).status).toBe(401)
    }
    expect((await fromGithub(found('sq_live_no'), { id: '' })).status).toBe(401)
    expect(asked).toBe(before)
    answers = true
    await world.setClock(new Date(Date.now() + 25 * 3_600_000 + 61_000))
    expect((await fromGithub(found('sq_live_no'))).status).toBe(200)
    await world.setClock(null)
  })

  test.each([[{}], [[{ token: 'x' }]], [Array.from({ length: 501 }, () => found('x')[0])]])(
    'KY-6 what is not as GitHub sends it is refused',
    async (matches) => {
      expect((await fromGithub(matches)).status).toBe(422)
    },
  )
})
