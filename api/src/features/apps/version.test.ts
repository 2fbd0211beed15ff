/** XC-15: the dated version of the API that an app speaks. The house has a past that ours never had. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AppVersion } from '@sonaqor/contract/app-version'
import type { App } from '@sonaqor/contract/apps'
import { createClient } from '@sonaqor/contract/client'
import type { WorldTenant } from '../../testing/builders.ts'
import { first, second, third } from '../../testing/dated/history.ts'
import { createPartner, portal, refusalOf } from '../../testing/partner.ts'
import type { Ask, Holder } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ processes: 2, house: 'dated' })
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

/** An app of its own, with a key, as if it had been made when that version was the newest. */
async function appOf(version: string): Promise<{ app: App; key: Holder }> {
  const app = await acme.app()
  const key = await acme.key({ app, scopes: ['apps:read', 'apps:write'] })
  await world.db.query('update apps set api_version = $2 where id = $1', [app.id, version])
  return { app, key }
}

async function call(as: Holder, path: string, options: Ask & { server?: number } = {}) {
  const answer = await world.ask(path, { as, ...options })
  const body = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, headers: answer.headers, body }
}

const versionOf = async (id: string) => {
  const { apps } = world.as(await acme.member())
  return apps.version({ params: { id } })
}

const sumOf = ({ calls }: AppVersion) => calls.reduce((sum, { requests }) => sum + requests, 0)

/** As if it had been so long ago. */
const upgradedAgo = ({ id }: App, hours: number) =>
  world.db.query(
    `update apps set api_version_since = now() - $2 * interval '1 hour' where id = $1`,
    [id, hours],
  )

describe('who may not', () => {
  test('XC-15 a viewer, a key and another tenant upgrade nothing', async () => {
    const { app, key } = await appOf(first)
    const request = { params: { id: app.id }, body: {} }
    const viewer = world.as(await acme.member('viewer')).apps
    expect(await refusalOf(viewer.upgradeVersion(request))).toMatchObject({ scope: 'apps:write' })
    expect(await refusalOf(world.as(key).apps.upgradeVersion(request))).toMatchObject({
      status: 403,
    })
    const other = await (await world.tenant('Other', { roles: ['owner'] })).member()
    const { apps } = world.as(other)
    const { params } = request
    for (const asked of [
      () => apps.upgradeVersion(request),
      () => apps.rollBackVersion({ params }),
      () => apps.version({ params }),
    ]) {
      expect(await refusalOf(asked())).toMatchObject({ status: 404 })
    }
  })
})

describe('a call is spoken in the version of its app', () => {
  test('XC-15 that an app is pinned to when it is made: the newest', async () => {
    const app = await acme.app()
    expect(app.apiVersion).toBe(third)
    const key = await acme.key({ app, scopes: ['apps:read'] })
    const { headers, body } = await call(key, `/v1/apps/${app.id}`)
    expect(headers.get('sonaqor-version')).toBe(third)
    expect(body).toMatchObject({ name: app.name, origins: app.origins })
    expect(headers.get('deprecation')).toBeNull()
  })

  test('XC-15 through every change since, on every node, and to the letter as it was', async () => {
    const { app, key } = await appOf(first)
    for (const server of [0, 1]) {
      const { headers, body } = await call(key, `/v1/apps/${app.id}`, { server })
      expect(headers.get('sonaqor-version')).toBe(first)
      expect(body).toMatchObject({ id: app.id, title: app.name, origins: app.origins.join(' ') })
      expect(body).not.toHaveProperty('name')
    }
    const json = { title: 'As it was called' }
    const changed = await call(key, `/v1/apps/${app.id}`, { method: 'PATCH', json })
    expect([changed.status, changed.body['title']]).toEqual([200, 'As it was called'])
    const listed = await call(key, `/v1/apps?project=${app.projectId}`)
    expect(listed.status).toBe(200)
  })

  test('XC-15 a refusal points at what the caller has sent', async () => {
    const { app, key } = await appOf(first)
    const path = `/v1/apps/${app.id}`
    const { body } = await call(key, path, { method: 'PATCH', json: { title: '' } })
    expect(body).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/title' }] })
    const newer = await call(key, path, {
      method: 'PATCH',
      json: { title: 'x' },
      headers: { 'sonaqor-version': third },
    })
    expect(newer.body).toMatchObject({ code: 'invalid' })
  })

  test('XC-15 but a page in the one that it was made for, be it ours or of a partner', async () => {
    const member = await acme.member()
    const { app } = await appOf(first)
    const path = `/v1/apps/${app.id}`
    // Of today, by our own client, and of a day before, by one that was made then.
    const api = createClient(async (request) => {
      const { status, body } = await call(member, request.path, { headers: request.headers })
      return { status, body }
    })
    expect(await api.apps.show({ params: { id: app.id } })).toMatchObject({
      name: app.name,
      origins: app.origins,
    })
    const then = await call(member, path, { headers: { 'sonaqor-version': second } })
    expect(then.headers.get('sonaqor-version')).toBe(second)
    expect(then.body).toMatchObject({ name: app.name, origins: app.origins.join(' ') })
    const partner = await createPartner(world, 'Dated')
    const page = await partner.enter()
    const headers = { origin: portal, 'sonaqor-version': second }
    const asked = await call(page, '/v1/logs', { headers })
    expect([asked.status, asked.headers.get('sonaqor-version')]).toEqual([200, second])
    const may = await world.ask('/v1/logs', { method: 'OPTIONS', headers: { origin: portal } })
    expect(may.headers.get('access-control-allow-headers')).toContain('sonaqor-version')
  })

  test('XC-15 a header overrides it for one call, and one that there is not is refused with those that there are', async () => {
    const { app, key } = await appOf(first)
    const asked = (version: string) =>
      call(key, `/v1/apps/${app.id}`, { headers: { 'sonaqor-version': version } })
    const newer = await asked(second)
    expect(newer.headers.get('sonaqor-version')).toBe(second)
    expect(newer.body).toMatchObject({ name: app.name, origins: app.origins.join(' ') })
    for (const strange of ['2025-02-30', 'newest', '"']) {
      const refused = await asked(strange)
      expect([refused.status, refused.body]).toMatchObject([
        400,
        { code: 'bad-request', versions: [first, second, third] },
      ])
    }
    expect((await call(key, `/v1/apps/${app.id}`)).headers.get('sonaqor-version')).toBe(first)
  })

  test('XC-15 XC-8 a retry is answered as at first, even though the app was upgraded meanwhile', async () => {
    const { app, key } = await appOf(first)
    const send = () =>
      call(key, `/v1/apps/${app.id}`, {
        method: 'PATCH',
        json: { title: `Kept ${app.id}` },
        headers: { 'idempotency-key': app.id },
      })
    const once = await send()
    const { apps } = world.as(await acme.member())
    await apps.upgradeVersion({ params: { id: app.id }, body: {} })
    const again = await send()
    expect([once.status, again.status, again.body]).toEqual([200, 200, once.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(once.body).toMatchObject({ title: `Kept ${app.id}` })
  })

  test('XC-15 members and our own pages are of today, whatever an app speaks', async () => {
    const { app } = await appOf(first)
    const { headers, body } = await call(await acme.member(), `/v1/apps/${app.id}`)
    expect([headers.get('sonaqor-version'), body['name']]).toEqual([third, app.name])
  })
})

describe('what is deprecated', () => {
  test('XC-15 a version says so with every answer, refusals too, and when it is over', async () => {
    const { app, key } = await appOf(first)
    for (const path of [`/v1/apps/${app.id}`, '/v1/apps/01920000-0000-7000-8000-000000000000']) {
      const { headers } = await call(key, path)
      expect(headers.get('deprecation')).toBe('@1767225600')
      expect(headers.get('sunset')).toBe('Fri, 01 Jan 2027 00:00:00 GMT')
      expect(headers.get('link')).toContain('</docs/api-versions>; rel="deprecation"')
    }
    const { headers } = await call(key, '/v1/apps', { headers: { 'sonaqor-version': second } })
    expect([headers.get('deprecation'), headers.get('sunset')]).toEqual([null, null])
  })

  test('XC-15 the calls that it concerns are counted as they are answered, by operation and version', async () => {
    const { app, key } = await appOf(second)
    const show = `/v1/apps/${app.id}`
    await Promise.all([0, 1, 0].map((server) => call(key, show, { server })))
    await call(key, '/v1/apps')
    await call(key, '/v1/apps', { headers: { 'sonaqor-version': first } })
    await call(key, show, { headers: { 'sonaqor-version': third } })
    await call(await acme.member(), show)
    await until(async () => sumOf(await versionOf(app.id)) >= 4)
    const seen = await versionOf(app.id)
    expect(seen).toMatchObject({ version: second, newest: third, deprecated: null, rollBack: null })
    expect(seen.ahead).toEqual([
      {
        version: third,
        changes: [
          {
            id: 'origins-are-lists',
            summary: 'What origins-are-lists means.',
            operations: ['apps.show'],
          },
        ],
      },
    ])
    expect(seen.calls).toMatchObject([
      {
        operation: 'apps.show',
        method: 'GET',
        path: '/v1/apps/{id}',
        version: second,
        requests: 3,
        changes: ['origins-are-lists'],
        deprecated: null,
      },
      {
        operation: 'apps.list',
        version: first,
        requests: 1,
        changes: ['apps-have-names'],
        deprecated: { since: '2026-01-01', sunset: '2027-01-01' },
      },
    ])
  })

  test('XC-15 what was asked more than 30 days ago is not told any more', async () => {
    const { app, key } = await appOf(first)
    await call(key, `/v1/apps/${app.id}`)
    await until(async () => (await versionOf(app.id)).calls.length === 1)
    await world.db.query(
      `update dated_calls set last_at = now() - interval '31 days', day = current_date - 31 where app_id = $1`,
      [app.id],
    )
    expect((await versionOf(app.id)).calls).toEqual([])
  })
})

describe('an upgrade', () => {
  test('XC-15 holds from the next request on, can be rolled back for 72 hours and once, and is audited', async () => {
    const { app, key } = await appOf(first)
    const params = { id: app.id }
    const { apps } = world.as(await acme.member())
    const spoken = async () =>
      (await call(key, `/v1/apps/${app.id}`)).headers.get('sonaqor-version')
    expect(await apps.upgradeVersion({ params, body: { version: second } })).toMatchObject({
      apiVersion: second,
    })
    expect(await spoken()).toBe(second)
    const { to, until: end } = (await versionOf(app.id)).rollBack!
    expect([to, Math.round((Date.parse(end) - Date.now()) / 3_600_000)]).toEqual([first, 72])
    await upgradedAgo(app, 71.9)
    expect(await apps.rollBackVersion({ params })).toMatchObject({ apiVersion: first })
    expect(await spoken()).toBe(first)
    expect(await refusalOf(apps.rollBackVersion({ params }))).toMatchObject({ code: 'conflict' })
    const { rows } = await world.db.query(
      `select action, before ->> 'apiVersion' as before, after ->> 'apiVersion' as after
       from audit_entries where target = $1 and action like 'apps.version%' order by id`,
      [app.id],
    )
    expect(rows).toEqual([
      { action: 'apps.version-upgraded', before: first, after: second },
      { action: 'apps.version-rolled-back', before: second, after: first },
    ])
  })

  test('XC-15 stays after 72 hours', async () => {
    const { app } = await appOf(first)
    const params = { id: app.id }
    const { apps } = world.as(await acme.member())
    await apps.upgradeVersion({ params, body: {} })
    await upgradedAgo(app, 72)
    expect((await versionOf(app.id)).rollBack).toBeNull()
    expect(await refusalOf(apps.rollBackVersion({ params }))).toMatchObject({ code: 'conflict' })
  })

  test('XC-15 leads to a version that there is, never to an older one, and from the newest nowhere', async () => {
    const { app } = await appOf(second)
    const params = { id: app.id }
    const { apps } = world.as(await acme.member())
    for (const version of [first, '2025-01-11']) {
      const refused = await refusalOf(apps.upgradeVersion({ params, body: { version } }))
      expect(refused).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/version' }] })
    }
    const late = apps.upgradeVersion({ params, body: {}, ifMatch: app.revision + 1 })
    expect(await refusalOf(late)).toMatchObject({ code: 'precondition-failed' })
    const upgraded = await apps.upgradeVersion({ params, body: {} })
    expect(await apps.upgradeVersion({ params, body: {} })).toEqual(upgraded)
  })
})
