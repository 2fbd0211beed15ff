import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import {
  codeOf,
  createPartner,
  embedWish,
  portal,
  refusalOf,
  secondPortal,
  stranger,
  user,
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

describe('EM-2: who may not open a session', () => {
  test('a stranger, a member, a viewer, a key without the scope', async () => {
    const narrow = await partner.tenant.key({ app: partner.app, scopes: ['keys:read'] })
    for (const [holder, code] of [
      [null, 'unauthenticated'],
      [await partner.tenant.member('owner'), 'forbidden'],
      [await partner.tenant.member('viewer'), 'forbidden'],
      [narrow, 'forbidden'],
    ] as const) {
      const call = world.as(holder).embeds.createSession({ body: embedWish() })
      expect(await refusalOf(call)).toMatchObject({ code })
    }
  })

  test('an embed cannot open a further one', async () => {
    const answer = await world.ask('/v1/embed-sessions', {
      as: await partner.enter(),
      json: embedWish(),
      headers: { origin: portal },
    })
    expect(await codeOf(answer)).toEqual([403, 'forbidden'])
  })
})

describe('EM-2: what is refused', () => {
  test('more than the key holds', async () => {
    const narrow = await partner.tenant.key({
      app: partner.app,
      scopes: ['embeds:create', 'keys:read'],
    })
    const problem = await refusalOf(partner.open({ scopes: ['keys:read', 'logs:read'] }, narrow))
    expect(problem).toMatchObject({ code: 'forbidden', scope: 'logs:read' })
  })

  test.each(['audit:read', 'embeds:create', 'apps:write'])(
    'a scope that no embed may hold: %s',
    async (scope) => {
      expect(await refusalOf(partner.open({ scopes: [scope] }))).toMatchObject({
        code: 'invalid',
        errors: [{ pointer: '#/scopes/0' }],
      })
    },
  )

  test('a view of no module, and an origin that the app has not registered', async () => {
    const change = { views: ['keys.list', 'keys.burn'], origins: [portal, stranger] }
    expect(await refusalOf(partner.open(change))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/views/1' }, { pointer: '#/origins/1' }],
    })
  })

  test('an app that has registered no origin at all', async () => {
    const closed = await partner.tenant.key({ app: await partner.tenant.app() })
    expect(await refusalOf(partner.open({}, closed))).toMatchObject({
      errors: [{ pointer: '#/origins/0' }],
    })
  })

  test('EM-10: writing without naming who sits before the page', async () => {
    const problem = await refusalOf(partner.open({ user: undefined, scopes: ['keys:write'] }))
    expect(problem).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/user' }] })
  })
})

describe('EM-2: the client secret', () => {
  test('lets one page in, once', async () => {
    const { clientSecret } = await partner.open()
    const answers = await Promise.all([1, 2, 3, 4].map(() => partner.exchange(clientSecret)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401])
  })

  test('is refused to a page of another origin and to none, and stays good for its own', async () => {
    const { clientSecret } = await partner.open()
    for (const origin of [stranger, secondPortal, null]) {
      const answer = await partner.exchange(clientSecret, origin)
      expect(await codeOf(answer)).toEqual([403, 'forbidden'])
    }
    expect((await partner.exchange(clientSecret)).status).toBe(200)
  })

  test('is late after a minute', async () => {
    const { clientSecret } = await partner.open()
    const late = new Date(Date.now() + 61_000)
    const headers = { 'sonaqor-now': late.toISOString() }
    const answer = await partner.exchange(clientSecret, portal, headers)
    expect(await codeOf(answer)).toEqual([401, 'unauthenticated'])
  })

  test('is worth nothing once its key or its session has ended', async () => {
    const ended = await partner.tenant.key({ app: partner.app })
    const { clientSecret } = await partner.open({}, ended)
    await world.as(await partner.tenant.member()).keys.revoke({ params: { id: ended.id } })
    expect((await partner.exchange(clientSecret)).status).toBe(401)

    const other = await partner.open()
    await world.as(partner.key).embeds.revokeSession({ params: { id: other.id } })
    expect((await partner.exchange(other.clientSecret)).status).toBe(401)
  })

  test('is answered with what the page may know, and nothing is kept of it but a hash', async () => {
    const { clientSecret, id } = await partner.open()
    const reply = (await (await partner.exchange(clientSecret)).json()) as EmbedToken
    expect(reply).toMatchObject({
      expiresIn: 300,
      sessionId: id,
      embedId: partner.app.embedId,
      tenant: { id: partner.tenant.id, name: 'Acme' },
      app: { id: partner.app.id, name: 'Portal', environment: 'sandbox' },
      user,
      views: ['keys.list', 'keys.issue', 'logs.list'],
    })
    const { rows } = await world.db.query('select s::text as row from directory.embed_secrets s')
    expect(rows.some(({ row }) => row.includes(clientSecret.slice(4)))).toBe(false)
  })
})

describe('EM-2: what a session leaves behind', () => {
  test('another tenant does not find it, and ending it twice changes nothing', async () => {
    const { id } = await partner.open()
    const others = await (await world.tenant('Other', { roles: ['owner'] })).key()
    const end = (holder: Holder) => world.as(holder).embeds.revokeSession({ params: { id } })
    expect(await refusalOf(end(others))).toMatchObject({ code: 'not-found' })
    await end(partner.key)
    await end(partner.key)
    const { rows } = await world.db.query(
      `select type from events where ref->>'sessionId' = $1 order by type`,
      [id],
    )
    expect(rows.map(({ type }) => type)).toEqual(['embeds.opened', 'embeds.revoked'])
  })

  test('the audit log says who was let in where, and by which key', async () => {
    const filters = { externalIds: ['c-secret', 'c-2'], regions: ['Northmost'], masked: true }
    const { id } = await partner.open({ filters })
    const { data } = await world
      .as(await partner.tenant.member())
      .audit.search({ query: { target: id, action: 'embeds.opened' } })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      actor: { kind: 'key', id: partner.key.id },
      environment: 'sandbox',
      after: {
        origins: [portal],
        user,
        filters: { customers: 2, regions: 1, masked: true },
      },
    })
    for (const word of ['c-secret', 'Northmost']) expect(JSON.stringify(data)).not.toContain(word)
    expect(JSON.stringify(data)).not.toContain('sqe_')
  })

  test('EM-10: what is done in the page is audited as done by its user', async () => {
    const token = await partner.enter()
    const victim = await partner.tenant.key({ app: partner.app })
    await world.ask(`/v1/keys/${victim.id}`, {
      method: 'DELETE',
      as: token,
      headers: { origin: portal },
    })
    const { data } = await world
      .as(await partner.tenant.member())
      .audit.search({ query: { target: victim.id, action: 'keys.revoked' } })
    expect(data[0]?.actor).toEqual({
      kind: 'embed',
      id: token.sessionId,
      name: 'Ada Marsh',
      embed: { userRef: user.ref, key: { id: partner.key.id, label: partner.key.label } },
    })
  })

  test('sessions that are long over are forgotten, and none that is open, whatever is asked', async () => {
    const [over, open] = [await partner.open(), await partner.open()]
    await world.db.query(
      "update embed_sessions set expires_at = now() - interval '1 minute' where id = $1",
      [over.id],
    )
    const later = new Date(Date.now() + 3600_000 * 2)
    await world.db.query('select directory.forget_embed_sessions($1)', [later])
    const { rows } = await world.db.query('select id from embed_sessions where id = any ($1)', [
      [over.id, open.id],
    ])
    expect(rows).toEqual([{ id: open.id }])
    expect((await partner.exchange(open.clientSecret)).status).toBe(200)
  })
})
