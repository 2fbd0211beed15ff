/** KY-7: how often all keys and pages of an app may ask together, and all apps of a tenant. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import { createPartner, portal, refusalOf } from '../../testing/partner.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
/** All of a test falls into one minute. */
const clock = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000)

beforeAll(async () => {
  world = await startWorld({ processes: 2 })
  await world.setClock(clock)
})
afterAll(() => world.stop())

const ask = (as: Holder, server = 0, headers = {}) => world.ask('/v1/apps', { as, server, headers })

/** So many at once, over both processes. */
const crowd = async (times: number, of: readonly Holder[], headers = {}) =>
  Promise.all(
    Array.from({ length: times }, (_, n) => ask(of[n % of.length]!, (n >> 1) % 2, headers)),
  )
const passed = (answers: readonly Response[]) =>
  answers.filter(({ status }) => status === 200).length

const tenantOf = (name: string) => world.tenant(name, { roles: ['owner', 'viewer'] })

/** As if its servers had asked for so much of the plan's minute already. */
const spent = (tenant: WorldTenant, requests: number) =>
  world.db.query(
    `insert into quota_windows (policy, subject, window_start, taken, expires_at)
     values ('tenant', $1, $2, $3, now() + interval '1 hour')`,
    [`tenant ${tenant.id}`, Math.floor(clock.getTime() / 60_000), requests],
  )

async function bound(tenant: WorldTenant, app: App, requestsPerMinute: number | null) {
  const { apps } = world.as(await tenant.member())
  return apps.update({ params: { id: app.id }, body: { requestsPerMinute } })
}

describe('KY-7 the bound of an app', () => {
  test('holds over all of its keys and processes, to the request, and each answer says what is left', async () => {
    const tenant = await tenantOf('Bounded')
    const app = await tenant.app()
    const keys = [await tenant.key({ app }), await tenant.key({ app })]
    await bound(tenant, app, 12)
    const first = await ask(keys[0]!)
    expect(first.headers.get('ratelimit-policy')).toBe(
      '"default";q=3000;w=60, "app";q=12;w=60, "tenant";q=6000;w=60',
    )
    expect(first.headers.get('ratelimit')).toMatch(
      /^"default";r=2999;t=\d+, "app";r=11;t=\d+, "tenant";r=\d+;t=\d+$/,
    )
    const answers = await crowd(30, keys)
    expect(passed(answers)).toBe(11)
    const refused = answers.find(({ status }) => status === 429)!
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThan(60)
    expect((await refused.json()) as ProblemDocument).toMatchObject({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      code: 'quota-exceeded',
      'violated-policies': ['app'],
    })
  })

  test('counts what pages ask that its keys have opened', async () => {
    const partner = await createPartner(world)
    const pages = [await partner.enter(), await partner.enter()]
    const app = await world.as(partner.key).apps.show({ params: { id: partner.key.appId } })
    await bound(partner.tenant, app, 8)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        world.ask('/v1/logs', { as: pages[n % 2]!, headers: { origin: portal }, server: n % 2 }),
      ),
    )
    expect(passed(answers)).toBe(4)
    const refused = answers.find(({ status }) => status === 429)!
    expect(await refused.json()).toMatchObject({ 'violated-policies': ['app-sessions'] })
    expect(passed(await crowd(8, [partner.key]))).toBe(4)
  })

  test('counts what leads nowhere and what is not allowed, to be told so no more once it is spent', async () => {
    const tenant = await tenantOf('Refused')
    const app = await tenant.app()
    const key = await tenant.key({ app, scopes: ['apps:read'] })
    await bound(tenant, app, 6)
    const knock = (method: string, path: string) => world.ask(path, { as: key, method })
    const twice = [
      ['GET', '/v1/nowhere'],
      ['PUT', '/v1/apps'],
      ['GET', '/v1/audit'],
    ] as const
    const statuses: number[] = []
    for (const [method, path] of [...twice, ...twice, ...twice]) {
      statuses.push((await knock(method, path)).status)
    }
    expect(statuses).toEqual([404, 405, 403, 404, 405, 403, 429, 429, 429])
  })

  test('takes nothing from another app, and its members look on', async () => {
    const tenant = await tenantOf('Beside')
    const [one, other] = [await tenant.app(), await tenant.app()]
    await bound(tenant, one, 1)
    const [key, neighbour] = [await tenant.key({ app: one }), await tenant.key({ app: other })]
    expect(passed(await crowd(5, [key]))).toBe(1)
    expect((await ask(neighbour)).status).toBe(200)
    expect((await ask(await tenant.member())).status).toBe(200)
  })

  test('is set by who may change the app, within the plan, and is audited', async () => {
    const tenant = await tenantOf('Sets')
    const app = await tenant.app()
    const viewer = world.as(await tenant.member('viewer')).apps
    const request = { params: { id: app.id }, body: { requestsPerMinute: 5 } }
    expect(await refusalOf(viewer.update(request))).toMatchObject({ scope: 'apps:write' })
    expect(await refusalOf(bound(tenant, app, 6001))).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '#/requestsPerMinute' }],
    })
    expect(await bound(tenant, app, 6000)).toMatchObject({ requestsPerMinute: 6000 })
    expect(await bound(tenant, app, null)).toMatchObject({ requestsPerMinute: null })
    const { rows } = await world.db.query(
      `select after -> 'requestsPerMinute' as after from audit_entries
       where target = $1 and action = 'apps.updated' order by id`,
      [app.id],
    )
    expect(rows).toEqual([{ after: 6000 }, { after: null }])
  })

  test('is lifted by none of the keys that it holds, and lowered by them', async () => {
    const tenant = await tenantOf('Lowers')
    const app = await tenant.app()
    const { apps } = world.as(await tenant.key({ app }))
    const put = (requestsPerMinute: number | null) =>
      apps.update({ params: { id: app.id }, body: { requestsPerMinute } })
    expect(await put(50)).toMatchObject({ requestsPerMinute: 50 })
    for (const more of [51, null]) {
      expect(await refusalOf(put(more))).toMatchObject({ code: 'forbidden' })
    }
    expect(await put(49)).toMatchObject({ requestsPerMinute: 49 })
  })
})

describe('KY-7 the bound of a tenant', () => {
  test('is that of its plan, over all of its apps and processes, and another tenant’s is whole', async () => {
    const tenant = await tenantOf('Planned')
    const keys = [
      await tenant.key({ app: await tenant.app() }),
      await tenant.key({ app: await tenant.app() }),
    ]
    await spent(tenant, 5940)
    const answers = await crowd(90, keys)
    expect(passed(answers)).toBe(60)
    const refused = answers.find(({ status }) => status === 429)!
    expect((await refused.json()) as ProblemDocument).toMatchObject({
      'violated-policies': ['tenant'],
    })
    const other = await tenantOf('Else')
    expect((await ask(await other.key({ app: await other.app() }))).status).toBe(200)
    await world.db.query(`update tenants set plan = 'growth' where id = $1`, [tenant.id])
    const more = await ask(keys[0]!)
    expect([more.status, more.headers.get('ratelimit-policy')]).toEqual([
      200,
      '"default";q=3000;w=60, "tenant";q=30000;w=60',
    ])
  })

  test('is not spent by a key that is refused by a bound of its own', async () => {
    const tenant = await tenantOf('Wild')
    const app = await tenant.app()
    const wild = await tenant.key({ app })
    await world.db.query('update api_keys set requests_per_minute = 1 where id = $1', [wild.id])
    await spent(tenant, 5900)
    expect(passed(await crowd(80, [wild]))).toBe(1)
    expect(passed(await crowd(59, [await tenant.key({ app })]))).toBe(59)
  })
})
