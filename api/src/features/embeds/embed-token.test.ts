import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import {
  codeOf,
  createPartner,
  portal,
  secondPortal,
  stranger,
  type Partner,
} from '../../testing/partner.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

const own = 'https://sonaqor.test'

let world: OwnWorld
let partner: Partner

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { PUBLIC_URL: own } })
  partner = await createPartner(world)
})
afterAll(() => world.stop())

/** A token that our frame got for a secret of its own. */
const inFrame = () => partner.enter({}, own)

const listKeys = (as: Holder, headers: Record<string, string> = { origin: portal }, server = 0) =>
  world.ask('/v1/keys', { as, headers, server })

/** A call of the portal, made so many seconds from now. */
const later = (seconds: number) => ({
  origin: portal,
  'sonaqor-now': new Date(Date.now() + seconds * 1000).toISOString(),
})

const preflight = (path: string) =>
  world.ask(path, {
    method: 'OPTIONS',
    headers: { origin: stranger, 'access-control-request-method': 'GET' },
  })

describe('EM-2: the token', () => {
  test('works from the page it was given to, and shows it the answer', async () => {
    const token = await partner.enter()
    const answer = await listKeys(token)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('is refused on another origin, on another of the same session, and without any', async () => {
    const token = await partner.enter({ origins: [portal, secondPortal] })
    for (const origin of [stranger, secondPortal, null]) {
      const answer = await listKeys(token, origin ? { origin } : {})
      expect(await codeOf(answer)).toEqual([403, 'forbidden'])
    }
  })

  test('works in our own frame, whose reading carries no origin', async () => {
    const token = await inFrame()
    expect((await listKeys(token, { origin: own })).status).toBe(200)
    expect((await listKeys(token, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await listKeys(token, { origin: portal })).status).toBe(403)
  })

  test('EM-4: opens no secret with the token of a page, not even where its origin is forged', async () => {
    const json = { appId: partner.app.id, label: 'From the portal', scopes: ['keys:read'] }
    const issue = (as: Holder, origin: string) =>
      world.ask('/v1/keys', { as, json, headers: { origin } })
    const ofPage = await partner.enter()
    expect(await codeOf(await issue(ofPage, portal))).toEqual([403, 'forbidden'])
    expect(await codeOf(await issue(ofPage, own))).toEqual([403, 'forbidden'])
    expect((await issue(await inFrame(), own)).status).toBe(201)
  })

  test('EM-2: ends in our frame as well, where no page around it may stand any more', async () => {
    const frame = await inFrame()
    const { clientSecret } = await partner.open()
    const { apps } = world.as(await partner.tenant.member('owner'))
    const params = { id: partner.app.id }
    await apps.update({ params, body: { origins: ['https://elsewhere.example.com'] } })
    expect((await listKeys(frame, { origin: own })).status).toBe(401)
    expect((await partner.exchange(clientSecret, own)).status).toBe(401)
    await apps.update({ params, body: { origins: [portal, secondPortal] } })
    expect((await listKeys(frame, { origin: own })).status).toBe(200)
  })

  test('sees the app of its key alone', async () => {
    const token = await partner.enter()
    const other = await partner.tenant.key()
    const answer = await world.ask(`/v1/keys/${other.id}`, {
      as: token,
      headers: { origin: portal },
    })
    expect(answer.status).toBe(404)
  })

  test('holds the scopes of its session and no other', async () => {
    const token = await partner.enter({ scopes: ['logs:read'] })
    const answer = await listKeys(token)
    expect(await answer.json()).toMatchObject({ code: 'forbidden', scope: 'keys:read' })
  })

  test('EM-10: only reads where nobody is named', async () => {
    const token = await partner.enter({ user: undefined })
    expect(token.scopes.toSorted()).toEqual(['keys:read', 'logs:read'])
    expect(token.user).toBeNull()
  })

  test('is over after five minutes, and with its session', async () => {
    const token = await partner.enter({ minutes: 1 })
    expect(token.expiresIn).toBeLessThanOrEqual(60)
    expect((await listKeys(token, later(20))).status).toBe(200)
    expect((await listKeys(token, later(61))).status).toBe(401)

    const other = await partner.enter()
    await world.setClock(new Date(Date.now() + 301_000))
    const answer = await listKeys(other)
    await world.setClock(null)
    expect(answer.status).toBe(401)
  })

  test('dies at once, on every process, with its session and with its key', async () => {
    const token = await partner.enter()
    await world.as(partner.key).embeds.revokeSession({ params: { id: token.sessionId } })
    expect((await listKeys(token, { origin: portal }, 1)).status).toBe(401)

    const ended = await partner.tenant.key({ app: partner.app })
    const { clientSecret } = await partner.open({}, ended)
    const other = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
    expect((await listKeys(other, { origin: portal }, 1)).status).toBe(200)
    await world.as(await partner.tenant.member()).keys.revoke({ params: { id: ended.id } })
    expect((await listKeys(other, { origin: portal }, 1)).status).toBe(401)
  })

  test('preflight lets any page ask, without credentials, on embeddable routes alone', async () => {
    const keys = await preflight('/v1/keys')
    expect(keys.headers.get('access-control-allow-origin')).toBe('*')
    expect(keys.headers.get('access-control-allow-methods')).not.toContain('POST')
    expect((await preflight('/v1/audit')).headers.get('access-control-allow-origin')).toBeNull()
  })
})
