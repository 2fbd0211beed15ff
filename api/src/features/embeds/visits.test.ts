/** EM-2: a page that renews its token is one session for people, and ends as one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import { listenAt } from '../../testing/listener.ts'
import {
  codeOf,
  createPartner,
  embedWish,
  portal,
  secondPortal,
  type Partner,
} from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { Holder } from '../../testing/transport.ts'
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

interface Renewal {
  readonly wish?: object
  readonly by?: Partner
  readonly key?: Holder
  readonly origin?: string
  readonly inSeconds?: number
}

/** Comes in with a further secret and the token that the page had before. */
async function renewing(replaces: unknown, change: Renewal = {}) {
  const { wish, by = partner, key = by.key, origin = portal, inSeconds = 0 } = change
  const at = new Date(Date.now() + inSeconds * 1000).toISOString()
  const then: Record<string, string> = inSeconds > 0 ? { 'sonaqor-now': at } : {}
  const wished = { as: key, json: embedWish(wish), headers: then }
  const opened = await world.ask('/v1/embed-sessions', wished)
  const { id, clientSecret } = (await opened.json()) as { id: string; clientSecret: string }
  const headers = { origin, ...then }
  const json = { clientSecret, replaces }
  return { id, answer: await world.ask('/v1/embed-sessions/exchange', { json, headers }) }
}

async function renewed(replaces: unknown, change: Renewal = {}): Promise<EmbedToken> {
  const { answer } = await renewing(replaces, change)
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as EmbedToken
}

const readKeys = async (page: EmbedToken) =>
  (await world.ask('/v1/keys', { as: page, headers: { origin: portal } })).status
const show = (id: string) => world.as(owner).embeds.show({ params: { id } })
const listed = async (query: object = {}) =>
  (await world.as(owner).embeds.list({ query: { appId: partner.app.id, ...query } })).data
const idsOf = async (query: object = {}) => (await listed(query)).map(({ id }) => id)
const revoke = (id: string) => world.as(owner).embeds.revokeSession({ params: { id } })
const end = (page: EmbedToken) =>
  world.ask('/v1/embed-sessions/end', { method: 'POST', as: page, headers: { origin: portal } })

/** Another app with the same portal. */
let apps = 0
const portalApp = () =>
  world.as(owner).apps.create({
    body: {
      projectId: partner.app.projectId,
      name: `Beside ${(apps += 1)}`,
      environment: 'sandbox',
      origins: [portal],
    },
  })

/** A page that has renewed its token twice. */
async function visit() {
  const first = await partner.enter()
  const second = await renewed(first.token)
  const third = await renewed(second.token)
  return { first, second, third }
}

describe('EM-2: a page that renews its token', () => {
  test('stays one session, with what it is known by and when it was opened', async () => {
    const first = await partner.enter()
    const before = await show(first.sessionId)
    const second = await renewed(first.token)
    const third = await renewed(second.token)
    const ids = await idsOf()
    expect(ids).toContain(first.sessionId)
    expect(ids).not.toContain(second.sessionId)
    expect(ids).not.toContain(third.sessionId)
    const seen = await show(first.sessionId)
    expect(seen).toMatchObject({
      id: first.sessionId,
      openedAt: before.openedAt,
      enteredAt: before.enteredAt,
      expiresAt: third.sessionEndsAt,
      renewals: 2,
      state: 'live',
    })
    expect(await show(third.sessionId)).toEqual(seen)
    expect(await readKeys(second)).toBe(200)
  })

  test('goes on also a few minutes late, and begins anew after that', async () => {
    const first = await partner.enter()
    const late = await renewed(first.token, { inSeconds: 300 + 9 * 60 })
    expect(await show(late.sessionId)).toMatchObject({ id: first.sessionId, renewals: 1 })
    const second = await partner.enter()
    const tooLate = await renewed(second.token, { inSeconds: 300 + 11 * 60 })
    expect(await show(tooLate.sessionId)).toMatchObject({ id: tooLate.sessionId, renewals: 0 })
  })

  test('is one that goes on where an answer was lost on its way', async () => {
    const first = await partner.enter()
    const lost = await renewed(first.token)
    await renewed(first.token)
    expect(await show(lost.sessionId)).toMatchObject({ id: first.sessionId, renewals: 2 })
    expect((await idsOf()).filter((id) => id === first.sessionId)).toHaveLength(1)
  })

  test('keeps its socket, which hears no end', async () => {
    const first = await partner.enter()
    const socket = await listenAt(world.servers[0]!.url, first, { origin: portal })
    const second = await renewed(first.token)
    expect(await socket.socket.emitWithAck('renew', second.token)).toBe(true)
    expect([socket.hasExpired(), socket.socket.connected]).toEqual([false, true])
    await revoke(first.sessionId)
    await socket.until(() => socket.hasExpired())
  })
})

describe('EM-2: it ends as one', () => {
  test.each(['first', 'second', 'third'] as const)('by its %s session', async (which) => {
    const pages = await visit()
    await revoke(pages[which].sessionId)
    for (const page of Object.values(pages)) expect(await readKeys(page)).toBe(401)
    expect(await show(pages.first.sessionId)).toMatchObject({ state: 'revoked', renewals: 2 })
    const { rows } = await world.db.query(
      "select ref from events where type = 'embeds.revoked' and ref->>'sessionId' = $1",
      [pages.first.sessionId],
    )
    expect(rows).toHaveLength(1)
  })

  test('by the page itself, with the tokens that it had before', async () => {
    const { first, third } = await visit()
    expect((await end(third)).status).toBe(204)
    expect(await readKeys(first)).toBe(401)
    expect((await show(first.sessionId)).state).toBe('ended')
  })

  test('counted once where all of an app are', async () => {
    const app = await portalApp()
    const key = await partner.tenant.key({ app })
    const { clientSecret } = await partner.open({}, key)
    const page = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
    const next = await renewed(page.token, { key })
    const { revoked } = await world.as(owner).embeds.revokeMany({ body: { appId: app.id } })
    expect(revoked).toBe(1)
    expect([await readKeys(page), await readKeys(next)]).toEqual([401, 401])
  })

  test('and does not come back by itself, only where somebody asks anew', async () => {
    const { first, third } = await visit()
    await revoke(first.sessionId)
    for (const former of [third, first]) {
      const { id, answer } = await renewing(former.token)
      expect(await codeOf(answer)).toEqual([409, 'conflict'])
      // What was opened for it in vain leaves nothing that is live.
      expect((await show(id)).state).toBe('ended')
    }
    const { answer } = await renewing(undefined)
    expect(answer.status).toBe(200)
  })

  test('a page whose person signed out begins anew', async () => {
    const page = await partner.enter()
    await end(page)
    const next = await renewed(page.token)
    expect(await show(next.sessionId)).toMatchObject({ id: next.sessionId, renewals: 0 })
  })
})

/** Comes in with that, and is a session of its own. */
const anew = async (replaces: unknown, change: Renewal = {}) => {
  const next = await renewed(replaces, change)
  const { rows } = await world.db.query('select visit_id from embed_sessions where id = $1', [
    next.sessionId,
  ])
  expect(rows).toEqual([{ visit_id: next.sessionId }])
}

describe('EM-2: what is no former token of this page is ignored', () => {
  test.each([
    ['no token', 'sqe_nothing'],
    ['nothing', ''],
    ['a forged one', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
  ])('%s', (_, replaces) => anew(replaces))

  test('one of another key, user, app, origin or tenant, also where that was revoked', async () => {
    const page = await partner.enter({ origins: [portal, secondPortal] })
    const other = await createPartner(world, 'Other')
    const app = await portalApp()
    const check = async () => {
      await anew(page.token, { key: await partner.tenant.key({ app: partner.app }) })
      await anew(page.token, { wish: { user: { ref: 'merchant-8', name: 'Bo Lind' } } })
      await anew(page.token, { key: await partner.tenant.key({ app }) })
      await anew(page.token, { wish: { origins: [secondPortal] }, origin: secondPortal })
      await anew(page.token, { by: other })
      await anew(owner.token)
    }
    await check()
    expect(await show(page.sessionId)).toMatchObject({ id: page.sessionId, renewals: 0 })
    await revoke(page.sessionId)
    await check()
  })

  test('bad words are a refusal like any other', async () => {
    for (const replaces of [7, null, {}, '\u0000', '\uD800', 'x'.repeat(5000)]) {
      const { answer } = await renewing(replaces)
      expect(answer.status).toBe(422)
    }
  })
})
