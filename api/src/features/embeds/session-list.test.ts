/** EM-2: sessions are seen and ended by whoever runs the app, and by nobody else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import { listenAt } from '../../testing/listener.ts'
import {
  codeOf,
  createPartner,
  portal,
  refusalOf,
  stranger,
  user,
  type Partner,
} from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { Holder } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import type { World } from '../../testing/world.ts'

let world: World
let partner: Partner
let owner: Holder

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world)
  owner = await partner.tenant.member('owner')
})
afterAll(() => world.stop())

const bo = { ref: 'merchant-8', name: 'Bo Lind' }
const list = (query: object = {}, as: Holder = owner) =>
  world.as(as).embeds.list({ query: { appId: partner.app.id, ...query } })
const idsOf = async (query: object) => (await list(query)).data.map(({ id }) => id)
const show = (id: string, as: Holder = owner) => world.as(as).embeds.show({ params: { id } })
const asPage = (as: Holder, path: string, method = 'GET') =>
  world.ask(path, { as, method, headers: { origin: portal } })

const refusals = async () =>
  (await world.as(owner).embeds.refusals({ query: { appId: partner.app.id } })).data

describe('EM-2: who may not see or end them', () => {
  test('whoever lacks the scope, another tenant, and a key of another app', async () => {
    const { id } = await partner.open()
    const viewer = await partner.tenant.member('viewer')
    expect(await refusalOf(list({}, viewer))).toMatchObject({ scope: 'embeds:read' })
    const other = await world.tenant('Other', { roles: ['owner'] })
    expect((await list({}, await other.member('owner'))).data).toEqual([])
    expect(await refusalOf(show(id, await other.key()))).toMatchObject({ code: 'not-found' })
    const beside = await partner.tenant.key()
    expect((await world.as(beside).embeds.list({ query: {} })).data).toEqual([])
    const body = { appId: partner.app.id }
    expect(await refusalOf(world.as(beside).embeds.revokeMany({ body }))).toMatchObject({
      errors: [{ pointer: '#/appId' }],
    })
    expect((await show(id)).state).toBe('live')
  })

  test('a page ends no session but its own', async () => {
    const page = await partner.enter()
    const { id } = await partner.open()
    expect((await asPage(page, `/v1/embed-sessions/${id}`, 'DELETE')).status).toBe(403)
    expect((await asPage(page, '/v1/embed-sessions/revoke', 'POST')).status).toBe(403)
    const end = world.as(owner).embeds.end({})
    expect(await refusalOf(end)).toMatchObject({ code: 'forbidden' })
  })
})

describe('EM-2: what a session says', () => {
  test('who opened what for whom, where it was entered, and when it was seen', async () => {
    const filters = { externalIds: ['c-1', 'c-2'], masked: true }
    const { id, clientSecret } = await partner.open({ filters })
    expect(await show(id)).toMatchObject({
      app: { id: partner.app.id, name: 'Portal' },
      key: { id: partner.key.id, label: partner.key.label },
      environment: 'sandbox',
      user,
      origins: [portal],
      filters: { externalIds: ['c-1', 'c-2'], customers: 2, regions: null, masked: true },
      state: 'live',
      enteredAt: null,
      enteredOrigin: null,
      lastSeenAt: null,
      endedAt: null,
    })
    const page = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
    const entered = await show(id)
    expect(entered).toMatchObject({ enteredOrigin: portal })
    expect(entered.lastSeenAt).toBe(entered.enteredAt)
    await asPage(page, '/v1/keys')
    await until(async () => (await show(id)).lastSeenAt! > entered.enteredAt!)
  })

  test('whoever may not see customers sees that it is locked, and not to whom', async () => {
    const { id } = await partner.open({ filters: { externalIds: ['c-1'], regions: ['North'] } })
    const { filters } = await show(
      id,
      await partner.tenant.key({ app: partner.app, scopes: ['embeds:read'] }),
    )
    expect(filters).toEqual({ externalIds: null, customers: 1, regions: ['North'], masked: false })
  })

  test('it is found by its user, its key, and what it is by now', async () => {
    const key = await partner.tenant.key({ app: partner.app, label: 'Portal server' })
    const [mine, its] = [await partner.open({ user: bo }), await partner.open({}, key)]
    expect(await idsOf({ search: 'bO l' })).toEqual([mine.id])
    expect(await idsOf({ search: 'ant-8' })).toEqual([mine.id])
    expect(await idsOf({ search: 'portal SERVER' })).toEqual([its.id])
    await world.as(owner).keys.revoke({ params: { id: key.id } })
    expect(await idsOf({ search: 'portal server', state: 'live' })).toEqual([])
    expect(await idsOf({ search: 'portal server', state: 'ended' })).toEqual([its.id])
  })

  test('they come page by page, the newest first, each once', async () => {
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, cursor: first.page.next })
    const ids = [...first.data, ...second.data].map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed())
    expect(ids).toHaveLength(4)
  })

  test('EM-9 the page learns by whose clock, and until when, its session goes on', async () => {
    const page = await partner.enter({ minutes: 2 })
    const left = Date.parse(page.sessionEndsAt) - Date.parse(page.serverTime)
    expect(left).toBeGreaterThan(100_000)
    expect(left).toBeLessThanOrEqual(120_000)
  })
})

describe('EM-2: how they end', () => {
  test('by the page itself: its token, its socket and its secret are worth nothing from then on', async () => {
    const page = await partner.enter()
    const socket = await listenAt(world.servers[1]!.url, page, { origin: portal })
    expect((await asPage(page, '/v1/embed-sessions/end', 'POST')).status).toBe(204)
    expect((await asPage(page, '/v1/keys')).status).toBe(401)
    await socket.until(() => socket.hasExpired())
    expect(await show(page.sessionId)).toMatchObject({
      state: 'ended',
      endedAt: expect.any(String),
    })
    const { data } = await world.as(owner).audit.search({ query: { target: page.sessionId } })
    expect(data.find(({ action }) => action === 'embeds.ended')).toMatchObject({
      actor: { kind: 'embed', name: user.name, embed: { userRef: user.ref } },
      before: { state: 'live', user },
      after: { state: 'ended', user },
    })
  })

  test('also where nobody is named, and the session only reads', async () => {
    const page = await partner.enter({ user: undefined })
    expect((await asPage(page, '/v1/embed-sessions/end', 'POST')).status).toBe(204)
  })

  test('all of one user, and no other’s, at every process at once', async () => {
    const [ada, bos] = [await partner.enter(), await partner.enter({ user: bo })]
    const socket = await listenAt(world.servers[1]!.url, bos, { origin: portal })
    const body = { appId: partner.app.id, userRef: bo.ref }
    const { revoked } = await world.as(owner).embeds.revokeMany({ body })
    expect(revoked).toBeGreaterThan(0)
    expect(await codeOf(await asPage(bos, '/v1/keys'))).toEqual([401, 'unauthenticated'])
    await socket.until(() => socket.hasExpired())
    expect((await asPage(ada, '/v1/keys')).status).toBe(200)
    expect(await world.as(owner).embeds.revokeMany({ body })).toEqual({ revoked: 0 })
  })

  test('all of an app, in one entry and one event that screens hear of', async () => {
    const page = await partner.enter()
    const screen = await listenAt(world.servers[0]!.url, owner)
    const socket = await listenAt(world.servers[1]!.url, page, { origin: portal })
    const body = { appId: partner.app.id }
    const { revoked } = await world.as(owner).embeds.revokeMany({ body })
    expect((await asPage(page, '/v1/keys')).status).toBe(401)
    await socket.until(() => socket.hasExpired())
    const heard = () => screen.events.filter(({ type }) => type === 'embeds.all-revoked')
    await screen.until(() => heard().length > 0)
    expect(heard()).toHaveLength(1)
    expect(await list({ state: 'live' })).toMatchObject({ data: [] })
    const { data } = await world
      .as(owner)
      .audit.search({ query: { target: partner.app.id, action: 'embeds.all-revoked' } })
    expect(data[0]).toMatchObject({
      before: { userRef: null, live: revoked },
      after: { userRef: null, live: 0 },
    })
    screen.close()
  })

  test.each([
    ['its key is revoked', (key: { id: string }) => world.as(owner).keys.revoke({ params: key })],
    [
      'its app is deleted',
      async () => world.as(owner).apps.delete({ params: { id: partner.app.id }, query: {} }),
    ],
  ])('EM-2 with its socket, where %s', async (_, lose) => {
    const key = await partner.tenant.key({ app: partner.app })
    const { clientSecret, id } = await partner.open({}, key)
    const page = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
    const socket = await listenAt(world.servers[1]!.url, page, { origin: portal })
    await lose({ id: key.id })
    expect((await asPage(page, '/v1/keys')).status).toBe(401)
    await socket.until(() => socket.hasExpired())
    expect(await show(id)).toMatchObject({ state: 'ended' })
    if (_ === 'its app is deleted') {
      await world.as(owner).apps.restore({ params: { id: partner.app.id } })
    }
  })
})

test('EM-2 a session is over with its key, though it would have gone on by itself', async () => {
  const expiresAt = new Date(Date.now() + 120_000).toISOString()
  const { appId, scopes } = partner.key
  const key = await world.as(owner).keys.issue({
    body: { appId, label: 'For a while', scopes: [...scopes] as never, expiresAt },
  })
  const { id, clientSecret } = await partner.open({}, { token: key.secret })
  const page = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
  const askAt = (seconds: number) =>
    world.ask('/v1/keys', {
      as: page,
      headers: {
        origin: portal,
        'sonaqor-now': new Date(Date.now() + seconds * 1000).toISOString(),
      },
    })
  expect((await askAt(60)).status).toBe(200)
  expect((await askAt(125)).status).toBe(401)
  expect((await show(id)).state).toBe('live')
})

describe('EM-13: where pages were refused', () => {
  test('it is remembered which, why and how often, and nothing of secrets that were never ours', async () => {
    const { clientSecret } = await partner.open()
    await partner.exchange('sqe_nothing', stranger)
    expect(await refusals()).toEqual([])
    for (const _ of [1, 2]) await partner.exchange(clientSecret, stranger)
    for (const words of [
      'Your account is suspended',
      'javascript:alert(1)',
      `${stranger}/x`,
      'null',
    ])
      expect((await partner.exchange(clientSecret, words)).status).toBe(403)
    await partner.exchange(clientSecret)
    await partner.exchange(clientSecret)
    const late = { 'sonaqor-now': new Date(Date.now() + 61_000).toISOString() }
    await partner.exchange((await partner.open()).clientSecret, portal, late)
    const ended = await partner.open()
    await world.as(owner).embeds.revokeSession({ params: { id: ended.id } })
    await partner.exchange(ended.clientSecret)
    const found = (await refusals()).map(({ origin, reason, times }) => [origin, reason, times])
    expect(found.toSorted()).toEqual([
      [portal, 'ended', 1],
      [portal, 'late', 1],
      [portal, 'used', 1],
      [stranger, 'origin', 2],
    ])
    const other = await world.tenant('Another', { roles: ['owner'] })
    const api = world.as(await other.member('owner'))
    expect((await api.embeds.refusals({ query: {} })).data).toEqual([])
  })

  test('an app remembers fifty, the newest, whatever somebody tries', async () => {
    let { clientSecret } = await partner.open()
    for (let i = 0; i < 60; i += 1) {
      // One after the other: it is the newest that stay.
      if (i % 5 === 0) ({ clientSecret } = await partner.open())
      await partner.exchange(clientSecret, `https://page-${i}.example.com`)
    }
    const { rows } = await world.db.query<{ origin: string }>(
      'select origin from embed_refusals where app_id = $1',
      [partner.app.id],
    )
    const origins = rows.map(({ origin }) => origin)
    expect(origins).toHaveLength(50)
    expect(origins).toContain('https://page-59.example.com')
    expect(origins).not.toContain('https://page-5.example.com')
  })

  test('and of one session five, so that one visitor pushes out nobody else’s', async () => {
    const before = await refusals()
    const { clientSecret } = await partner.open()
    for (let i = 0; i < 20; i += 1) {
      const answer = await partner.exchange(clientSecret, `https://visitor-${i}.example.com`)
      expect(answer.status).toBe(403)
    }
    const after = (await refusals()).map(({ origin }) => origin)
    expect(after.filter((origin) => origin.includes('visitor'))).toHaveLength(5)
    const kept = before.slice(0, 45).map(({ origin }) => origin)
    expect(after).toEqual(expect.arrayContaining(kept))
    expect((await partner.exchange(clientSecret)).status).toBe(200)
  })
})
