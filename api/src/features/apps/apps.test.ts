import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Project } from '@sonaqor/contract/projects'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import type { Holder } from '../../testing/transport.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant
let other: WorldTenant
let project: Project

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme')
  other = await world.tenant('Other', { roles: ['owner'] })
  project = await world.as(await acme.member()).projects.create({ body: { name: 'Checkout' } })
})
afterAll(() => world.stop())

const newApp = (more: object = {}) => ({
  projectId: project.id,
  name: `App ${uuidv7()}`,
  environment: 'sandbox',
  ...more,
})

async function refusal(as: Holder, json: object) {
  const response = await world.ask('/v1/apps', { as, json })
  const problem = (await response.json()) as ProblemDocument
  return { status: response.status, pointers: problem.errors?.map(({ pointer }) => pointer) }
}

test('a viewer may not make an app, and hears which scope is missing', async () => {
  const response = await world.ask('/v1/apps', { as: await acme.member('viewer'), json: newApp() })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ scope: 'apps:write' })
})

test('what belongs to another tenant is not there', async () => {
  const theirs = await other.app()
  const api = world.as(await acme.member())
  await expect(api.apps.show({ params: { id: theirs.id } })).rejects.toMatchObject({
    problem: { code: 'not-found' },
  })
  expect((await api.apps.list({ query: { projectId: theirs.projectId } })).data).toEqual([])
  expect((await api.apps.list({ query: { appId: theirs.id } })).data).toEqual([])
})

test('a project of another tenant is no project to make an app in', async () => {
  const theirs = await other.app()
  const owner = await acme.member()
  const { status, pointers } = await refusal(owner, newApp({ projectId: theirs.projectId }))
  expect({ status, pointers }).toEqual({ status: 422, pointers: ['#/projectId'] })
  expect(await refusal(owner, newApp({ projectId: uuidv7() }))).toEqual({ status, pointers })
})

test('a key sees its own app alone, and makes none that it would never see', async () => {
  const app = await acme.app()
  const key = await acme.key({ app })
  const { data } = await world.as(key).apps.list()
  expect(data.map(({ id }) => id)).toEqual([app.id])
  const neighbour = await acme.app()
  await expect(world.as(key).apps.show({ params: { id: neighbour.id } })).rejects.toMatchObject({
    problem: { status: 404 },
  })
  for (const path of ['/v1/apps', '/v1/projects']) {
    const json = path === '/v1/apps' ? newApp({ projectId: app.projectId }) : { name: 'Unseen' }
    const answer = await world.ask(path, { as: key, json })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('its own app') })
  }
})

test('a sandbox key sees nothing of production, not even when it asks for it', async () => {
  await acme.app('production')
  const key = await acme.key({ environment: 'sandbox' })
  expect((await world.as(key).apps.list({ query: { environment: 'production' } })).data).toEqual([])
})

test('two apps of one name in one project and environment are refused', async () => {
  const owner = await acme.member()
  const name = `Twice ${uuidv7()}`
  const create = (environment: string) =>
    world.ask('/v1/apps', { as: owner, json: newApp({ name, environment }) })
  expect((await create('sandbox')).status).toBe(201)
  expect((await create('production')).status).toBe(201)
  expect(await refusal(owner, newApp({ name: name.toUpperCase() }))).toEqual({
    status: 409,
    pointers: ['#/name'],
  })
})

test.each([
  [{ environment: 'staging' }, '#/environment'],
  [{ projectId: 'not-an-id' }, '#/projectId'],
  [{ origins: ['https://shop.example/path'] }, '#/origins/0'],
  [{ origins: ['https://shop.example', 'ftp://shop.example'] }, '#/origins/1'],
  [{ origins: ['https://a;sandbox'] }, '#/origins/0'],
  [{ origins: ['https://a,b.example'] }, '#/origins/0'],
  [{ origins: ['https://*.example'] }, '#/origins/0'],
  [{ origins: 'https://shop.example' }, '#/origins'],
  [{ colour: 'red' }, '#/colour'],
])('%j is refused with a pointer to the field', async (wrong, pointer) => {
  expect(await refusal(await acme.member(), newApp(wrong))).toEqual({
    status: 422,
    pointers: [pointer],
  })
})

test('PA-1 an app is made in one environment, with its origins and a public embed id', async () => {
  const owner = await acme.member()
  const origins = ['https://shop.example', 'http://127.0.0.1:4100']
  const app = await world.as(owner).apps.create({
    body: {
      projectId: project.id,
      name: 'Web shop',
      environment: 'production',
      origins: [...origins, ...origins],
    },
  })
  expect(app).toMatchObject({ name: 'Web shop', environment: 'production', origins, revision: 1 })
  expect(app.embedId).not.toBe(app.id)
  expect(await world.as(owner).apps.show({ params: { id: app.id } })).toEqual(app)
  const { data } = await world.as(owner).apps.list({ query: { environment: 'production' } })
  expect(data).toContainEqual(app)
})

test('a cursor of one list is refused by another', async () => {
  const api = world.as(await acme.member())
  const { page } = await api.apps.list({ query: { limit: 1 } })
  await expect(
    api.apps.list({ query: { limit: 1, environment: 'sandbox', cursor: page.next! } }),
  ).rejects.toMatchObject({ problem: { status: 400, code: 'bad-request' } })
})

test('it leaves an event in its environment and an entry in the audit log', async () => {
  const owner = await acme.member()
  const app = await acme.app('production')
  const { rows } = await world.db.query(
    "select app_id, environment, ref, data from events where type = 'apps.created' and app_id = $1",
    [app.id],
  )
  const ref = { appId: app.id, projectId: app.projectId }
  expect(rows).toEqual([{ app_id: app.id, environment: 'production', ref, data: app }])
  const { data } = await world.as(owner).audit.search({ query: { target: app.id } })
  expect(data).toMatchObject([
    { action: 'apps.created', actor: { id: owner.id }, after: app, environment: 'production' },
  ])
})
