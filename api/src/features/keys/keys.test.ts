import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import type { Holder } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { makeSecret } from './key-format.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

const problemOf = async (response: Response) => (await response.json()) as ProblemDocument
const callWith = (key: Holder, server = 0) => world.ask('/v1/apps', { as: key, server })

describe('who may not', () => {
  test('an analyst sees no keys, and hears which scope is missing', async () => {
    const api = world.as(await acme.member('analyst'))
    await expect(api.keys.list()).rejects.toMatchObject({
      problem: { status: 403, scope: 'keys:read' },
    })
  })

  test('to another tenant a key is not there, nor is the app to issue one for', async () => {
    const key = await acme.key()
    const other = await world.tenant('Other', { roles: ['owner'] })
    const api = world.as(await other.member())
    const params = { id: key.id }
    const missing = { problem: { status: 404 } }
    await expect(api.keys.show({ params })).rejects.toMatchObject(missing)
    await expect(api.keys.revoke({ params })).rejects.toMatchObject(missing)
    const body = { appId: key.appId, label: 'Mine?', scopes: ['apps:read' as const] }
    await expect(api.keys.issue({ body })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ pointer: '#/appId' }] },
    })
    expect((await callWith(key)).status).toBe(200)
  })

  test('a key sees and revokes the keys of its own app alone', async () => {
    const key = await acme.key()
    const neighbour = await acme.key()
    const { data } = await world.as(key).keys.list()
    expect(data.map(({ id }) => id)).toEqual([key.id])
    await expect(world.as(key).keys.revoke({ params: { id: neighbour.id } })).rejects.toMatchObject(
      { problem: { status: 404 } },
    )
  })

  test('nobody lends a scope that they lack', async () => {
    const key = await acme.key({ scopes: ['keys:write', 'apps:read'] })
    const json = { appId: key.appId, label: 'More', scopes: ['apps:read', 'logs:read'] }
    const response = await world.ask('/v1/keys', { as: key, json })
    expect(response.status).toBe(403)
    expect(await problemOf(response)).toMatchObject({
      scope: 'logs:read',
      errors: [{ pointer: '#/scopes/1' }],
    })
  })
})

describe('what is refused', () => {
  test('KY-1 a name that holds a key, for a name is read by many and kept for good', async () => {
    const { keys, apps, projects } = world.as(await acme.member())
    const { id, appId, token } = await acme.key()
    const scopes = ['apps:read' as const]
    const [params, held] = [{ id }, `of ${token}`]
    for (const [asked, pointer] of [
      [() => keys.issue({ body: { appId, label: token, scopes } }), '#/label'],
      [() => keys.update({ params, body: { label: held } }), '#/label'],
      [() => apps.update({ params: { id: appId }, body: { name: held } }), '#/name'],
      [() => projects.create({ body: { name: held } }), '#/name'],
    ] as const) {
      await expect(asked()).rejects.toMatchObject({
        problem: {
          status: 422,
          errors: [{ pointer, detail: expect.stringContaining('must not hold the secret') }],
        },
      })
    }
    // What only looks like one opens nothing, as a mistyped key does not.
    const label = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`
    expect(await keys.update({ params, body: { label } })).toMatchObject({ label })
  })

  test.each([
    [{ label: '' }, '#/label'],
    [{ label: '\u0301\u0308' }, '#/label'],
    [{ label: '\u3164' }, '#/label'],
    [{ label: 'Server\u202e' }, '#/label'],
    [{ scopes: [] }, '#/scopes'],
    [{ scopes: ['apps:read', 'apps:read'] }, '#/scopes'],
    [{ scopes: ['everything'] }, '#/scopes/0'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, '#/expiresAt'],
    [{ expiresAt: 'tomorrow' }, '#/expiresAt'],
    [{ secret: 'of my own' }, '#/secret'],
  ])('KY-1 %j, with a pointer to the field', async (wrong, pointer) => {
    const app = await acme.app()
    const json = { appId: app.id, label: 'A key', scopes: ['apps:read'], ...wrong }
    const response = await world.ask('/v1/keys', { as: await acme.member(), json })
    expect(response.status).toBe(422)
    const { errors } = await problemOf(response)
    expect(errors?.map((error) => error.pointer)).toEqual([pointer])
  })

  test.each(['projects:write', 'team:write'])(
    'a scope that members alone may use, with the reason: %s',
    async (scope) => {
      const app = await acme.app()
      const json = { appId: app.id, label: 'Too much', scopes: ['apps:read', scope] }
      const response = await world.ask('/v1/keys', { as: await acme.member(), json })
      expect(response.status).toBe(422)
      expect((await problemOf(response)).errors).toEqual([
        {
          detail: `opens nothing to a key: members alone may do what ${scope} allows`,
          pointer: '#/scopes/1',
        },
      ])
    },
  )

  test('KY-2 a mistyped secret, and one that was never issued', async () => {
    const { token } = await acme.key()
    for (const wrong of [`${token}x`, token.replace('sq_test', 'sq_live'), makeSecret('sandbox')]) {
      const response = await callWith({ token: wrong })
      expect(response.status).toBe(401)
      expect((await problemOf(response)).code).toBe('unauthenticated')
    }
  })

  test('a revocation by somebody who has seen an older revision', async () => {
    const key = await acme.key()
    const api = world.as(await acme.member())
    const params = { id: key.id }
    await expect(api.keys.revoke({ params, ifMatch: 7 })).rejects.toMatchObject({
      problem: { status: 412 },
    })
    expect(await api.keys.revoke({ params, ifMatch: key.revision })).toMatchObject({ revision: 2 })
  })
})

describe('what happens', () => {
  test('KY-1 a key is issued, and its secret is in that answer and nowhere else', async () => {
    const api = world.as(await acme.member())
    const app = await acme.app('production')
    const body = { appId: app.id, label: 'Checkout', scopes: ['apps:read' as const] }
    const { secret, ...key } = await api.keys.issue({ body })
    expect(key).toMatchObject({
      label: 'Checkout',
      environment: 'production',
      state: 'active',
      prefix: secret.slice(0, 12),
      lastFour: secret.slice(-4),
      issuedBy: 'owner of Acme',
      expiresAt: null,
      revision: 1,
    })
    expect(secret.startsWith('sq_live_')).toBe(true)
    expect(await api.keys.show({ params: { id: key.id } })).toEqual(key)
    expect(await rowsWith(secret)).toEqual([])
  })

  test('a retry with the same idempotency key gets the same secret, and one key is made', async () => {
    const api = world.as(await acme.member())
    const app = await acme.app()
    const body = { appId: app.id, label: 'Once', scopes: ['apps:read' as const] }
    const first = await api.keys.issue({ body, idempotencyKey: 'once' })
    const again = await api.keys.issue({ body, idempotencyKey: 'once' })
    expect(again).toEqual(first)
    expect((await api.keys.list({ query: { appId: app.id } })).data).toHaveLength(1)
    expect(await rowsWith(first.secret)).toEqual([])
  })

  test('KY-3: ending a key of production takes a second factor of a member, and none of a server', async () => {
    const tenant = await world.tenant('Ends', { roles: ['owner', 'developer'] })
    const app = await tenant.app('production')
    const [key, other] = [await tenant.key({ app }), await tenant.key({ app })]
    const api = world.as(await tenant.member('developer'))
    const revoke = (id: string) => api.keys.revoke({ params: { id } })

    await expect(revoke(key.id)).rejects.toMatchObject({
      problem: { status: 403, code: 'step-up-required', stepUp: 'session' },
    })
    expect((await callWith(key)).status).toBe(200)
    await tenant.proved('developer')
    expect(await revoke(key.id)).toMatchObject({ state: 'revoked' })
    expect((await callWith(key)).status).toBe(401)

    const server = await tenant.key({ app })
    expect(await world.as(server).keys.revoke({ params: { id: other.id } })).toMatchObject({
      state: 'revoked',
    })
  })

  test('KY-3 a revoked key opens nothing from the next request on, on every node', async () => {
    const key = await acme.key()
    for (const server of [0, 1]) expect((await callWith(key, server)).status).toBe(200)
    const api = world.as(await acme.member())
    const revoked = await api.keys.revoke({ params: { id: key.id } })
    expect(revoked).toMatchObject({ state: 'revoked', revision: 2 })
    for (const server of [0, 1]) expect((await callWith(key, server)).status).toBe(401)
    const again = await api.keys.revoke({ params: { id: key.id } })
    // When it was used last is written down a moment later.
    const { lastUsedAt, lastUsedIp } = again
    expect(again).toEqual({ ...revoked, lastUsedAt, lastUsedIp })
  })

  test('a key ends at its hour, without anybody doing anything', async () => {
    const api = world.as(await acme.member())
    const app = await acme.app()
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const body = { appId: app.id, label: 'Short', scopes: ['apps:read' as const], expiresAt }
    const { secret, id } = await api.keys.issue({ body })
    expect((await callWith({ token: secret })).status).toBe(200)
    const later = { 'sonaqor-now': new Date(Date.now() + 61_000).toISOString() }
    const response = await world.ask('/v1/apps', { as: { token: secret }, headers: later })
    expect(response.status).toBe(401)
    expect((await problemOf(response)).detail).toContain('expired')
    const shown = await world.ask(`/v1/keys/${id}`, { as: await acme.member(), headers: later })
    expect(await shown.json()).toMatchObject({ state: 'expired', expiresAt })
  })

  test('the list is narrowed by app, environment and state, newest first, page by page', async () => {
    const tenant = await world.tenant('Lists', { roles: ['owner'] })
    const api = world.as(await tenant.proved())
    const app = await tenant.app('sandbox')
    const labels = ['One', 'Two', 'Three']
    for (const label of labels) await tenant.key({ app, label })
    const production = await tenant.key({ environment: 'production' })
    await api.keys.revoke({ params: { id: production.id } })

    const first = await api.keys.list({ query: { appId: app.id, limit: 2 } })
    expect(first.data.map(({ label }) => label)).toEqual(['Three', 'Two'])
    const cursor = first.page.next!
    const second = await api.keys.list({ query: { appId: app.id, limit: 2, cursor } })
    expect(second.data.map(({ label }) => label)).toEqual(['One'])
    expect(second.page.next).toBeNull()

    const revoked = await api.keys.list({ query: { state: 'revoked' } })
    expect(revoked.data.map(({ id }) => id)).toEqual([production.id])
    const active = await api.keys.list({ query: { environment: 'sandbox', state: 'active' } })
    expect(active.data).toHaveLength(3)
    await expect(
      api.keys.list({ query: { appId: app.id, state: 'active', cursor } }),
    ).rejects.toMatchObject({ problem: { status: 400 } })
  })

  test('XC-12 PA-1 a project shows the keys of its own apps alone', async () => {
    const api = world.as(await acme.member())
    const app = await acme.app()
    const { projectId } = app
    const later = await api.apps.create({
      body: { projectId, name: 'Later', environment: 'production', origins: [] },
    })
    const first = await acme.key({ app })
    const second = await acme.key({ app: later })
    const neighbour = await acme.key()
    const found = async (query: object, holder?: Holder) =>
      (await (holder ? world.as(holder) : api).keys.list({ query })).data.map(({ id }) => id)

    expect(await found({ projectId })).toEqual([second.id, first.id])
    expect(await found({ projectId, environment: 'sandbox' })).toEqual([first.id])
    expect(await found({ projectId, appId: neighbour.appId })).toEqual([])
    // A key sees its own app, whatever else the project has.
    expect(await found({ projectId }, first)).toEqual([first.id])
    expect(await found({ projectId }, neighbour)).toEqual([])
  })

  test('XC-12 XC-3 a project of another tenant shows no keys, like one that never was', async () => {
    const other = await world.tenant('Projects of others', { roles: ['owner'] })
    const { projectId } = await other.app()
    const api = world.as(await acme.member())
    await acme.key()
    for (const id of [projectId, uuidv7()]) {
      expect((await api.keys.list({ query: { projectId: id } })).data).toEqual([])
    }
  })

  test('KY-4 a key says when it was last used', async () => {
    const key = await acme.key()
    expect(key.lastUsedAt).toBeNull()
    const before = Date.now()
    await callWith(key)
    const api = world.as(await acme.member())
    const lastUse = async () => (await api.keys.show({ params: { id: key.id } })).lastUsedAt
    await until(async () => (await lastUse()) !== null)
    expect(Date.parse((await lastUse())!)).toBeGreaterThanOrEqual(before)
  })

  test('KY-4 whoever waits for the first use of a key hears of it, and of no later one', async () => {
    const key = await acme.key()
    const heard = async () =>
      (
        await world.db.query<{ used: string }>(
          `select data ->> 'lastUsedAt' as used from events
           where type = 'keys.first-used' and ref ->> 'keyId' = $1`,
          [key.id],
        )
      ).rows
    const api = world.as(await acme.member())
    const lastUse = async () => (await api.keys.show({ params: { id: key.id } })).lastUsedAt
    await callWith(key)
    await until(async () => (await heard()).length > 0)
    const first = await lastUse()
    await callWith(key)
    await until(async () => (await lastUse()) !== first)
    expect(await heard()).toEqual([{ used: first }])
  })
})

describe('what it leaves behind', () => {
  test('KY-5 an event and an audit entry for each act, and no secret in them', async () => {
    const key = await acme.key({ label: 'Remembered' })
    const owner = await acme.member()
    await world.as(owner).keys.revoke({ params: { id: key.id } })

    const { rows: events } = await world.db.query(
      `select type, ref, data, environment, app_id from events
       where ref ->> 'keyId' = $1 order by id`,
      [key.id],
    )
    const ref = { keyId: key.id, appId: key.appId }
    expect(events).toMatchObject([
      { type: 'keys.issued', ref, environment: 'sandbox', app_id: key.appId },
      { type: 'keys.revoked', ref, data: { state: 'revoked' } },
    ])

    const { data } = await world.as(owner).audit.search({ query: { target: key.id } })
    expect(data).toMatchObject([
      { action: 'keys.revoked', actor: { kind: 'member', name: 'owner of Acme' } },
      { action: 'keys.issued', after: { label: 'Remembered' }, environment: 'sandbox' },
    ])
    expect(data[0]).toMatchObject({ before: { state: 'active' }, after: { state: 'revoked' } })
    expect(JSON.stringify([events, data])).not.toContain(key.token)
  })

  test('an act that is refused leaves nothing', async () => {
    const { appId } = await acme.key()
    const counts = async () =>
      (
        await world.db.query(
          `select (select count(*) from events where tenant_id = $1) as events,
             (select count(*) from api_keys where tenant_id = $1) as keys`,
          [acme.id],
        )
      ).rows
    const before = await counts()
    await world.ask('/v1/keys', { as: await acme.member(), json: { appId, label: '', scopes: [] } })
    expect(await counts()).toEqual(before)
  })
})

/** The tables that hold a text anywhere in their rows. */
async function rowsWith(text: string): Promise<string[]> {
  const { rows: tables } = await world.db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await world.db.query(
      `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`,
      [text],
    )
    if (rowCount) found.push(name)
  }
  return found
}

test('a scope that is no more opens nothing, and its keys are listed without it', async () => {
  const key = await acme.key()
  await world.db.query(
    "update api_keys set scopes = array['apps:read', 'gone:read'] where id = $1",
    [key.id],
  )
  expect((await callWith(key)).status).toBe(200)
  const owner = world.as(await acme.member('owner'))
  expect(await owner.keys.show({ params: { id: key.id } })).toMatchObject({ scopes: ['apps:read'] })
})
