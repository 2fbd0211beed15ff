import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import type { Scope } from '@sonaqor/contract/access'
import type { WorldTenant } from '../../testing/builders.ts'
import { moduleBuild, moduleTeam } from '../../testing/module-build.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type World } from '../../testing/world.ts'

const portal = 'https://portal.example.com'
const second = 'https://second.example.com'
const stranger = 'https://stranger.example.com'
const own = 'https://sonaqor.test'
const user = { ref: 'merchant-7', name: 'Ada Marsh' }

let world: World
let tenant: WorldTenant
let app: App
let key: Holder & { id: string }

beforeAll(async () => {
  world = await startWorld({ processes: 2, env: { PUBLIC_URL: own } })
  for (const name of ['keys', 'logs']) {
    await world
      .as(await moduleTeam(world, name))
      .releases.publish({ body: moduleBuild(name, '1.0.0') })
  }
  tenant = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
  app = await appWith([portal, second])
  key = await tenant.key({ app })
})
afterAll(() => world.stop())

async function appWith(origins: string[]): Promise<App> {
  const api = world.as(await tenant.member())
  const project = await api.projects.create({ body: { name: `Portal ${Math.random()}` } })
  return api.apps.create({
    body: { projectId: project.id, name: 'Portal', environment: 'sandbox', origins },
  })
}

const wish = (change: object = {}) => ({
  views: ['keys.list', 'keys.issue', 'logs.list'],
  scopes: ['keys:read', 'keys:write', 'logs:read'] as Scope[] as 'keys:read'[],
  origins: [portal],
  user,
  ...change,
})

const open = (change: object = {}, holder: Holder = key) =>
  world.as(holder).embeds.createSession({ body: wish(change) })

const exchange = (clientSecret: string, origin: string | null = portal) =>
  world.ask('/v1/embed-sessions/exchange', {
    json: { clientSecret },
    headers: origin ? { origin } : {},
  })

async function enter(change: object = {}, origin = portal): Promise<EmbedToken & { id: string }> {
  const { id, clientSecret } = await open(change)
  const answer = await exchange(clientSecret, origin)
  expect(answer.status).toBe(200)
  return { ...((await answer.json()) as EmbedToken), id }
}

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

async function codeOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { code: string }).code
}

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => {
      throw new Error('it was not refused')
    },
    (thrown: { problem: unknown }) => thrown,
  )
  return error.problem as { code: string; scope?: string; errors?: { pointer: string }[] }
}

describe('EM-2: who may not open a session', () => {
  test('a stranger, a member, a viewer, a key without the scope', async () => {
    const narrow = await tenant.key({ app, scopes: ['keys:read'] })
    for (const [holder, code] of [
      [null, 'unauthenticated'],
      [await tenant.member('owner'), 'forbidden'],
      [await tenant.member('viewer'), 'forbidden'],
      [narrow, 'forbidden'],
    ] as const) {
      const call = world.as(holder).embeds.createSession({ body: wish() })
      expect(await refusal(call)).toMatchObject({ code })
    }
  })

  test('an embed cannot open a further one', async () => {
    const answer = await world.ask('/v1/embed-sessions', {
      as: await enter(),
      json: wish(),
      headers: { origin: portal },
    })
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'forbidden'])
  })
})

describe('EM-2: what is refused', () => {
  test('more than the key holds', async () => {
    const narrow = await tenant.key({ app, scopes: ['embeds:create', 'keys:read'] })
    const problem = await refusal(open({ scopes: ['keys:read', 'logs:read'] }, narrow))
    expect(problem).toMatchObject({ code: 'forbidden', scope: 'logs:read' })
  })

  test.each(['audit:read', 'embeds:create', 'apps:write'])(
    'a scope that no embed may hold: %s',
    async (scope) => {
      expect(await refusal(open({ scopes: [scope] }))).toMatchObject({
        code: 'invalid',
        errors: [{ pointer: '#/scopes/0' }],
      })
    },
  )

  test('a view of no module, and an origin that the app has not registered', async () => {
    const change = { views: ['keys.list', 'keys.burn'], origins: [portal, stranger] }
    expect(await refusal(open(change))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/views/1' }, { pointer: '#/origins/1' }],
    })
  })

  test('an app that has registered no origin at all', async () => {
    const closed = await tenant.key({ app: await tenant.app() })
    expect(await refusal(open({}, closed))).toMatchObject({ errors: [{ pointer: '#/origins/0' }] })
  })

  test('EM-10: writing without naming who sits before the page', async () => {
    const problem = await refusal(open({ user: undefined, scopes: ['keys:write'] }))
    expect(problem).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/user' }] })
  })
})

describe('EM-2: the client secret', () => {
  test('lets one page in, once', async () => {
    const { clientSecret } = await open()
    const answers = await Promise.all([1, 2, 3, 4].map(() => exchange(clientSecret)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401])
  })

  test('is refused to a page of another origin and to none, and stays good for its own', async () => {
    const { clientSecret } = await open()
    for (const origin of [stranger, second, own, null]) {
      const answer = await exchange(clientSecret, origin)
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'forbidden'])
    }
    expect((await exchange(clientSecret)).status).toBe(200)
  })

  test('is late after a minute', async () => {
    const { clientSecret } = await open()
    const late = new Date(Date.now() + 61_000)
    const answer = await world.ask('/v1/embed-sessions/exchange', {
      json: { clientSecret },
      headers: { origin: portal, 'sonaqor-now': late.toISOString() },
    })
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'unauthenticated'])
  })

  test('is worth nothing once its key or its session has ended', async () => {
    const ended = await tenant.key({ app })
    const { clientSecret } = await open({}, ended)
    await world.as(await tenant.member()).keys.revoke({ params: { id: ended.id } })
    expect((await exchange(clientSecret)).status).toBe(401)

    const other = await open()
    await world.as(key).embeds.revokeSession({ params: { id: other.id } })
    expect((await exchange(other.clientSecret)).status).toBe(401)
  })

  test('is answered with what the page may know, and nothing is kept of it but a hash', async () => {
    const { clientSecret, id } = await open()
    const reply = (await (await exchange(clientSecret)).json()) as EmbedToken
    expect(reply).toMatchObject({
      expiresIn: 300,
      sessionId: id,
      embedId: app.embedId,
      tenant: { id: tenant.id, name: 'Acme' },
      app: { id: app.id, name: 'Portal', environment: 'sandbox' },
      user,
      views: ['keys.list', 'keys.issue', 'logs.list'],
    })
    const { rows } = await world.db.query('select s::text as row from directory.embed_secrets s')
    expect(rows.some(({ row }) => row.includes(clientSecret.slice(4)))).toBe(false)
  })
})

describe('EM-2: the token', () => {
  test('works from the page it was given to, and shows it the answer', async () => {
    const token = await enter()
    const answer = await listKeys(token)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('is refused on another origin, on another of the same session, and without any', async () => {
    const token = await enter({ origins: [portal, second] })
    for (const origin of [stranger, second, null]) {
      const answer = await listKeys(token, origin ? { origin } : {})
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'forbidden'])
    }
  })

  test('works in our own frame, whose reading carries no origin', async () => {
    const token = await enter()
    expect((await listKeys(token, { origin: own })).status).toBe(200)
    expect((await listKeys(token, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  test('EM-4: cannot read a new secret from the page, and can in our own frame', async () => {
    const token = await enter()
    const json = { appId: app.id, label: 'From the portal', scopes: ['keys:read'] }
    const issue = (origin: string) =>
      world.ask('/v1/keys', { as: token, json, headers: { origin } })
    const fromPage = await issue(portal)
    expect([fromPage.status, await codeOf(fromPage)]).toEqual([403, 'forbidden'])
    expect((await issue(own)).status).toBe(201)
  })

  test('sees the app of its key alone', async () => {
    const token = await enter()
    const other = await tenant.key()
    const answer = await world.ask(`/v1/keys/${other.id}`, {
      as: token,
      headers: { origin: portal },
    })
    expect(answer.status).toBe(404)
  })

  test('holds the scopes of its session and no other', async () => {
    const token = await enter({ scopes: ['logs:read'] })
    const answer = await listKeys(token)
    expect(await answer.json()).toMatchObject({ code: 'forbidden', scope: 'keys:read' })
  })

  test('EM-10: only reads where nobody is named', async () => {
    const token = await enter({ user: undefined })
    expect(token.scopes.toSorted()).toEqual(['keys:read', 'logs:read'])
    expect(token.user).toBeNull()
  })

  test('is over after five minutes, and with its session', async () => {
    const token = await enter({ minutes: 1 })
    expect(token.expiresIn).toBeLessThanOrEqual(60)
    expect((await listKeys(token, later(20))).status).toBe(200)
    expect((await listKeys(token, later(61))).status).toBe(401)

    const other = await enter()
    await world.setClock(new Date(Date.now() + 301_000))
    const answer = await listKeys(other)
    await world.setClock(null)
    expect(answer.status).toBe(401)
  })

  test('dies at once, on every process, with its session and with its key', async () => {
    const token = await enter()
    await world.as(key).embeds.revokeSession({ params: { id: token.id } })
    expect((await listKeys(token, { origin: portal }, 1)).status).toBe(401)

    const ended = await tenant.key({ app })
    const { clientSecret } = await open({}, ended)
    const other = (await (await exchange(clientSecret)).json()) as EmbedToken
    expect((await listKeys(other, { origin: portal }, 1)).status).toBe(200)
    await world.as(await tenant.member()).keys.revoke({ params: { id: ended.id } })
    expect((await listKeys(other, { origin: portal }, 1)).status).toBe(401)
  })

  test('preflight lets any page ask, without credentials, on embeddable routes alone', async () => {
    const keys = await preflight('/v1/keys')
    expect(keys.headers.get('access-control-allow-origin')).toBe('*')
    expect(keys.headers.get('access-control-allow-methods')).not.toContain('POST')
    expect((await preflight('/v1/audit')).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('EM-2: what a session leaves behind', () => {
  test('another tenant does not find it, and ending it twice changes nothing', async () => {
    const { id } = await open()
    const others = await (await world.tenant('Other', { roles: ['owner'] })).key()
    const end = (holder: Holder) => world.as(holder).embeds.revokeSession({ params: { id } })
    expect(await refusal(end(others))).toMatchObject({ code: 'not-found' })
    await end(key)
    await end(key)
    const { rows } = await world.db.query(
      `select type from events where ref->>'sessionId' = $1 order by type`,
      [id],
    )
    expect(rows.map(({ type }) => type)).toEqual(['embeds.opened', 'embeds.revoked'])
  })

  test('the audit log says who was let in where, and by which key', async () => {
    const { id } = await open()
    const { data } = await world
      .as(await tenant.member())
      .audit.search({ query: { target: id, action: 'embeds.opened' } })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      actor: { kind: 'key', id: key.id },
      environment: 'sandbox',
      after: { origins: [portal], user },
    })
    expect(JSON.stringify(data)).not.toContain('sqe_')
  })

  test('EM-10: what is done in the page is audited as done by its user', async () => {
    const token = await enter()
    const victim = await tenant.key({ app })
    await world.ask(`/v1/keys/${victim.id}`, {
      method: 'DELETE',
      as: token,
      headers: { origin: portal },
    })
    const { data } = await world
      .as(await tenant.member())
      .audit.search({ query: { target: victim.id, action: 'keys.revoked' } })
    expect(data[0]?.actor).toEqual({ kind: 'embed', id: token.id, name: 'Ada Marsh' })
  })

  test('sessions that are long over are forgotten', async () => {
    const { id } = await open()
    await world.db.query('select directory.forget_embed_sessions($1)', [
      new Date(Date.now() + 3600_000 * 2),
    ])
    const { rows } = await world.db.query('select id from embed_sessions where id = $1', [id])
    expect(rows).toEqual([])
  })
})
