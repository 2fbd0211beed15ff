import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme')
})
afterAll(() => world.stop())

test('an analyst may not make a project, and hears which scope is missing', async () => {
  const api = world.as(await acme.member('analyst'))
  await expect(api.projects.create({ body: { name: 'Nope' } })).rejects.toMatchObject({
    problem: { status: 403, scope: 'projects:write' },
  })
})

test('no other tenant sees it', async () => {
  const other = await world.tenant('Other', { roles: ['owner'] })
  await world.as(await acme.member()).projects.create({ body: { name: 'Ours alone' } })
  const { data } = await world.as(await other.member()).projects.list()
  expect(data).toEqual([])
  await world.as(await other.member()).projects.create({ body: { name: 'Ours alone' } })
})

test('a key sees the project of its app alone', async () => {
  const app = await acme.app()
  await acme.app()
  const key = await acme.key({ app })
  const { data } = await world.as(key).projects.list()
  expect(data.map(({ id }) => id)).toEqual([app.projectId])
})

test('two projects of one name are refused, however it is written', async () => {
  const owner = await acme.member()
  await world.as(owner).projects.create({ body: { name: 'Checkout' } })
  const response = await world.ask('/v1/projects', { as: owner, json: { name: ' CHECKOUT ' } })
  expect(response.status).toBe(409)
  const problem = (await response.json()) as ProblemDocument
  expect(problem.errors).toEqual([{ detail: 'is the name of another project', pointer: '#/name' }])
})

test.each([
  [{}, '#/name'],
  [{ name: '' }, '#/name'],
  [{ name: 'x'.repeat(81) }, '#/name'],
  [{ name: 'tab\there' }, '#/name'],
  [{ name: 'Fine', colour: 'red' }, '#/colour'],
  [{ name: 'Fine', description: 7 }, '#/description'],
])('%j is refused with a pointer to the field', async (json, pointer) => {
  const response = await world.ask('/v1/projects', { as: await acme.member(), json })
  expect(response.status).toBe(422)
  const { errors } = (await response.json()) as ProblemDocument
  expect(errors?.map((error) => error.pointer)).toEqual([pointer])
})

test('PA-1 a project is made, and stands in the list, page by page in one order', async () => {
  const tenant = await world.tenant('Pages', { roles: ['owner'] })
  const api = world.as(await tenant.member())
  const names = ['One', 'Two', 'Three', 'Four', 'Five']
  for (const name of names) await api.projects.create({ body: { name, description: 'For now' } })
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const { data, page } = await api.projects.list({
      query: { limit: 2, ...(cursor ? { cursor } : {}) },
    })
    seen.push(...data.map(({ name }) => name))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(names)
})

test('it leaves an event and an entry in the audit log', async () => {
  const owner = await acme.member()
  const project = await world.as(owner).projects.create({ body: { name: 'Remembered' } })
  const { rows } = await world.db.query(
    "select ref, data, environment from events where type = 'projects.created' and ref ->> 'projectId' = $1",
    [project.id],
  )
  expect(rows).toEqual([{ ref: { projectId: project.id }, data: project, environment: null }])
  const { data } = await world.as(owner).audit.search({ query: { target: project.id } })
  expect(data).toMatchObject([
    { action: 'projects.created', actor: { id: owner.id }, after: project, environment: null },
  ])
})
