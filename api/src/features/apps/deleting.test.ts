import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { listenAt } from '../../testing/listener.ts'
import { createPartner, portal, refusalOf, type Partner } from '../../testing/partner.ts'
import { until } from '../../testing/until.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let partner: Partner

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world)
})
afterAll(() => world.stop())

const as = async () => world.as(await partner.tenant.proved())
const inProduction = async () => {
  const app = await partner.tenant.app('production')
  return { app, key: await partner.tenant.key({ app }) }
}
/** What a key gets at each of the two processes. */
const statusesOf = async (key: { token: string }) => [
  (await world.ask('/v1/apps', { as: key })).status,
  (await world.ask('/v1/apps', { as: key, server: 1 })).status,
]

describe('who may not', () => {
  test('PA-1: a viewer and a key delete neither a project nor an app', async () => {
    const { app, key } = await inProduction()
    for (const [path, scope] of [
      [`/v1/apps/${app.id}`, 'apps:write'],
      [`/v1/projects/${app.projectId}`, 'projects:write'],
    ] as const) {
      const viewer = await partner.tenant.member('viewer')
      const refused = await world.ask(path, { method: 'DELETE', as: viewer })
      expect([refused.status, await refused.json()]).toMatchObject([403, { scope }])
      expect((await world.ask(path, { method: 'DELETE', as: key })).status).toBe(403)
    }
    expect(await statusesOf(key)).toEqual([200, 200])
  })

  test('PA-1: what belongs to another tenant is not there to be deleted or restored', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    const theirs = await other.app()
    const { apps, projects } = await as()
    for (const call of [
      () => apps.delete({ params: { id: theirs.id } }),
      () => apps.restore({ params: { id: theirs.id } }),
      () => projects.delete({ params: { id: theirs.projectId } }),
      () => projects.restore({ params: { id: theirs.projectId } }),
    ]) {
      expect(await refusalOf(call())).toMatchObject({ code: 'not-found' })
    }
  })
})

describe('what is refused', () => {
  test('PA-1: ending production keys without their app or project being named', async () => {
    const { app, key } = await inProduction()
    const { apps, projects } = await as()
    const project = await projects.show({ params: { id: app.projectId } })
    for (const [name, remove] of [
      [app.name, (confirm?: string) => apps.delete({ params: { id: app.id }, query: { confirm } })],
      [
        project.name,
        (confirm?: string) => projects.delete({ params: { id: project.id }, query: { confirm } }),
      ],
    ] as const) {
      for (const wrong of [undefined, '', name.toUpperCase(), `${name} `]) {
        expect(await refusalOf(remove(wrong))).toMatchObject({
          code: 'invalid',
          detail: expect.stringContaining('1 active production key.'),
          errors: [{ pointer: '?confirm' }],
        })
      }
    }
    expect(await statusesOf(key)).toEqual([200, 200])
    const { email, password } = await partner.tenant.member()
    const unproved = await world.as(null).auth.signIn({ body: { email, password } })
    const named = { params: { id: app.id }, query: { confirm: app.name } }
    const withoutFactor = world.as(unproved).apps.delete(named)
    expect(await refusalOf(withoutFactor)).toMatchObject({ code: 'step-up-required' })
    expect(await statusesOf(key)).toEqual([200, 200])
    expect(
      await apps.delete({ params: { id: app.id }, query: { confirm: app.name } }),
    ).toMatchObject({ id: app.id, deletedAt: expect.any(String) })
  })

  test('PA-1: nothing has to be named where no key of production would end', async () => {
    const { apps, keys } = await as()
    const { app, key } = await inProduction()
    await keys.revoke({ params: { id: key.id } })
    await partner.tenant.key({ app: await partner.tenant.app('sandbox') })
    await apps.delete({ params: { id: app.id } })
  })

  test('PA-1: whoever saw an older revision deletes nothing', async () => {
    const app = await partner.tenant.app()
    const { apps } = await as()
    await apps.update({ params: { id: app.id }, body: { name: `${app.name} 2` } })
    const late = apps.delete({ params: { id: app.id }, ifMatch: 1 })
    expect(await refusalOf(late)).toMatchObject({ code: 'precondition-failed' })
  })

  test('PA-1: a name that was taken meanwhile cannot come back, nor an app without its project', async () => {
    const app = await partner.tenant.app()
    const { apps, projects } = await as()
    const { id, projectId, name, environment } = app
    await apps.delete({ params: { id } })
    const heir = await apps.create({ body: { projectId, name: name.toUpperCase(), environment } })
    expect(await refusalOf(apps.restore({ params: { id } }))).toMatchObject({ code: 'conflict' })
    await apps.delete({ params: { id: heir.id } })
    await projects.delete({ params: { id: projectId } })
    expect(await refusalOf(apps.restore({ params: { id } }))).toMatchObject({ code: 'conflict' })
    expect(
      await refusalOf(apps.create({ body: { projectId, name: 'Too late', environment } })),
    ).toMatchObject({ errors: [{ pointer: '#/projectId' }] })
  })

  test('PA-1: after seven days nothing is restored', async () => {
    const app = await partner.tenant.app()
    const { apps } = await as()
    await apps.delete({ params: { id: app.id } })
    await world.db.query(
      "update apps set deleted_at = now() - interval '7 days 1 minute' where id = $1",
      [app.id],
    )
    expect(await refusalOf(apps.restore({ params: { id: app.id } }))).toMatchObject({
      code: 'not-found',
    })
    const { data } = await apps.list({ query: { deleted: 'true', limit: 200 } })
    expect(data.map(({ id }) => id)).not.toContain(app.id)
  })
})

describe('what happens', () => {
  test('PA-1: from the very next request on, on every process, its keys and pages are let in no more', async () => {
    const { app, key } = partner
    const { apps, keys } = await as()
    const page = await partner.enter()
    const atPage = (path: string) => world.ask(path, { as: page, headers: { origin: portal } })
    const listening = await listenAt(world.servers[1]!.url, key)
    expect((await atPage('/v1/keys')).status).toBe(200)

    await apps.delete({ params: { id: app.id } })
    expect(await statusesOf(key)).toEqual([401, 401])
    const refused = await world.ask('/v1/apps', { as: key })
    expect(((await refused.json()) as ProblemDocument).detail).toBe(
      'The app of this API key was deleted.',
    )
    expect((await atPage('/v1/keys')).status).toBe(401)
    await until(() => listening.hasExpired())
    const frame = await world.db.query('select origins from directory.frames where app_id = $1', [
      app.id,
    ])
    expect(frame.rows).toEqual([{ origins: [] }])
    expect((await apps.list({ query: { appId: app.id } })).data).toEqual([])
    expect((await keys.list({ query: { appId: app.id } })).data).toEqual([])
    expect(await refusalOf(keys.show({ params: { id: key.id } }))).toMatchObject({ status: 404 })

    await apps.restore({ params: { id: app.id } })
    expect(await statusesOf(key)).toEqual([200, 200])
    const back = await apps.show({ params: { id: app.id } })
    expect(back).toEqual({ ...app, revision: expect.any(Number) })
    expect((await partner.open()).id).toEqual(expect.any(String))
  })

  test('PA-1: a revoked key stays revoked through it', async () => {
    const { app, key } = await inProduction()
    const { apps, keys } = await as()
    await keys.revoke({ params: { id: key.id } })
    await apps.delete({ params: { id: app.id } })
    await apps.restore({ params: { id: app.id } })
    expect(await statusesOf(key)).toEqual([401, 401])
  })

  test('PA-1: a project takes its apps along and brings them back, but for one that had gone before', async () => {
    const { apps, projects } = await as()
    const { app, key } = await inProduction()
    const { projectId } = app
    const body = { projectId, environment: 'sandbox' as const }
    const gone = await apps.create({ body: { ...body, name: 'Gone before' } })
    await apps.delete({ params: { id: gone.id } })
    const project = await projects.show({ params: { id: projectId } })
    await projects.delete({ params: { id: projectId }, query: { confirm: project.name } })
    expect(await statusesOf(key)).toEqual([401, 401])
    const listOf = async (deleted: 'true' | 'false') => ({
      projects: (await projects.list({ query: { deleted, limit: 200 } })).data
        .map(({ id }) => id)
        .filter((id) => id === projectId),
      apps: (await apps.list({ query: { deleted, projectId } })).data.map(({ id }) => id),
    })
    expect(await listOf('false')).toEqual({ projects: [], apps: [] })
    expect(await listOf('true')).toEqual({ projects: [projectId], apps: [gone.id] })
    const { deletedAt, restorableUntil } = await projects.show({ params: { id: projectId } })
    expect(Date.parse(restorableUntil!) - Date.parse(deletedAt!)).toBe(7 * 24 * 3_600_000)

    await projects.restore({ params: { id: projectId } })
    expect(await statusesOf(key)).toEqual([200, 200])
    expect(await listOf('false')).toEqual({ projects: [projectId], apps: [app.id] })
    expect(await listOf('true')).toEqual({ projects: [], apps: [gone.id] })
  })

  test('PA-1: deleting again and restoring what is there change nothing', async () => {
    const app = await partner.tenant.app()
    const { apps, projects } = await as()
    const params = { id: app.id }
    expect(await apps.restore({ params })).toEqual(app)
    const deleted = await apps.delete({ params })
    expect(await apps.delete({ params })).toEqual(deleted)
    const ofProject = { params: { id: app.projectId } }
    const project = await projects.restore(ofProject)
    const without = await projects.delete(ofProject)
    expect(await projects.delete(ofProject)).toEqual(without)
    expect(without.revision).toBe(project.revision + 1)
  })
})

test('PA-1: it leaves an event each and an entry in the audit log, with what it was before', async () => {
  const app = await partner.tenant.app()
  const { apps, audit, projects } = await as()
  const before = await projects.show({ params: { id: app.projectId } })
  const renamed = { params: { id: before.id }, body: { name: `${before.name} anew` } }
  const updated = await projects.update(renamed)
  await apps.delete({ params: { id: app.id } })
  await apps.restore({ params: { id: app.id } })
  await projects.delete({ params: { id: before.id } })
  await projects.restore({ params: { id: before.id } })
  const { rows } = await world.db.query<{ type: string }>(
    `select type from events where ref ->> 'appId' = $1 or ref ->> 'projectId' = $2 order by id`,
    [app.id, before.id],
  )
  expect(rows.map(({ type }) => type)).toEqual([
    'projects.created',
    'apps.created',
    'projects.updated',
    'apps.deleted',
    'apps.restored',
    'projects.deleted',
    'projects.restored',
  ])
  const { data } = await audit.search({ query: { target: before.id } })
  expect(data.map(({ action }) => action)).toEqual([
    'projects.restored',
    'projects.deleted',
    'projects.updated',
    'projects.created',
  ])
  expect(data[2]).toMatchObject({ before, after: updated })
})
