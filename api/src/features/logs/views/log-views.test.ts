/** LG-7: views of the logs under a name, for whoever saved them and for the team. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { logViewsMax } from '@sonaqor/contract/log-views'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let tenant: WorldTenant
let owner: WorldMember
let developer: WorldMember

beforeAll(async () => {
  world = await joinWorld()
})
beforeEach(async () => {
  tenant = await world.tenant('Acme')
  owner = await tenant.member()
  developer = await tenant.member('developer')
})
afterAll(() => world.stop())

const views = (member: WorldMember) => world.as(member).logViews
const names = async (member: WorldMember) =>
  (await views(member).list()).data.map(({ name }) => name)
const save = (member: WorldMember, name: string, more: object = {}) =>
  views(member).save({ body: { name, filter: { status: '5xx', q: 'path:/v1/c*' }, ...more } })

describe('who may not', () => {
  test('an analyst, a key, and another tenant', async () => {
    const { id } = await save(owner, 'Errors', { isShared: true })
    const other = await (await world.tenant('Other')).member()
    for (const holder of [await tenant.member('analyst'), await tenant.key()]) {
      expect(await refusalOf(world.as(holder).logViews.list())).toMatchObject({ status: 403 })
    }
    expect(await names(other)).toEqual([])
    expect(await refusalOf(views(other).delete({ params: { id } }))).toMatchObject({ status: 404 })
  })

  test('of what is not shared, anybody else', async () => {
    const { id } = await save(developer, 'Mine')
    expect(await names(owner)).toEqual([])
    const change = views(owner).change({ params: { id }, body: { isShared: true } })
    expect(await refusalOf(change)).toMatchObject({ status: 404 })
    expect(await refusalOf(views(owner).delete({ params: { id } }))).toMatchObject({ status: 404 })
  })

  test('of what is shared, a member who may not change the team changes nothing', async () => {
    const { id } = await save(owner, 'Errors', { isShared: true })
    expect(await names(developer)).toEqual(['Errors'])
    const refusals = [
      views(developer).change({ params: { id }, body: { name: 'Taken over' } }),
      views(developer).delete({ params: { id } }),
    ]
    for (const refused of refusals) {
      expect(await refusalOf(refused)).toMatchObject({ status: 403, scope: 'team:write' })
    }
    expect(await names(owner)).toEqual(['Errors'])
  })
})

describe('what is refused', () => {
  test('a filter that the list would refuse', async () => {
    const broken = save(owner, 'Broken', { filter: { q: 'status:teapot' } })
    expect(await refusalOf(broken)).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/filter/q' }],
    })
    const unknown = save(owner, 'Broken', { filter: { colour: 'red' } })
    expect(await refusalOf(unknown)).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/filter/colour' }],
    })
  })

  test('a name that one has given already, in any case of letters', async () => {
    const { id } = await save(owner, 'Errors')
    await save(owner, 'Slow')
    await save(developer, 'errors')
    expect(await refusalOf(save(owner, 'ERRORS'))).toMatchObject({
      status: 409,
      errors: [{ pointer: '#/name' }],
    })
    const rename = (name: string) => views(owner).change({ params: { id }, body: { name } })
    expect(await refusalOf(rename('slow'))).toMatchObject({ status: 409 })
    expect(await rename('ERRORS')).toMatchObject({ name: 'ERRORS', revision: 2 })
  })

  test('more than there is room for', async () => {
    for (let count = 0; count < logViewsMax; count += 1) await save(developer, `View ${count}`)
    expect(await refusalOf(save(developer, 'One more'))).toMatchObject({ status: 409 })
    await save(owner, 'Of somebody else')
  })

  test('a change of what somebody else has changed meanwhile', async () => {
    const { id } = await save(owner, 'Errors')
    const headers = { 'if-match': '"1"' }
    const ask = (name: string) =>
      world.ask(`/v1/logs/views/${id}`, { as: owner, method: 'PATCH', json: { name }, headers })
    expect((await ask('Failures')).status).toBe(200)
    expect((await ask('Faults')).status).toBe(412)
  })
})

describe('what happens', () => {
  test('LG-7 a view is saved, found by the team, refined, unshared and deleted', async () => {
    const secret = `sq_live_${'A1b2'.repeat(9)}`
    const saved = await save(owner, 'Errors', {
      filter: { method: 'POST', q: `STATUS:500..599   ${secret}`, range: '7d' },
      isShared: true,
    })
    expect(saved).toMatchObject({
      filter: { method: 'POST', q: 'status:5xx key:sq_live_A1b2', range: '7d' },
      isShared: true,
      isOwn: true,
      madeBy: { id: owner.id },
      revision: 1,
    })
    await save(developer, 'All of mine')
    const { data } = await views(developer).list()
    expect(data.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['All of mine', true],
      ['Errors', false],
    ])
    const params = { id: saved.id }
    const admin = await tenant.member('admin')
    const body = { filter: { status: '4xx' }, isShared: false } as const
    expect(await views(admin).change({ params, body })).toMatchObject({ isOwn: false, ...body })
    expect(await names(developer)).toEqual(['All of mine'])
    expect(await refusalOf(views(admin).delete({ params }))).toMatchObject({ status: 404 })
    await views(owner).delete({ params })
    expect(await names(owner)).toEqual([])
  })

  test('the list is paged by name', async () => {
    for (const name of ['c', 'a', 'b']) await save(owner, name)
    const first = await views(owner).list({ query: { limit: 2 } })
    const rest = await views(owner).list({ query: { limit: 2, cursor: first.page.next! } })
    expect([...first.data, ...rest.data].map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })
})

test('XC-4 who saved, changed and deleted a view is in the audit log, with what it said', async () => {
  const { id } = await save(owner, 'Errors')
  await views(owner).change({ params: { id }, body: { name: 'Failures' } })
  await views(owner).delete({ params: { id } })
  const { data } = await world.as(owner).audit.search({ query: { target: id } })
  const filter = { status: '5xx', q: 'path:/v1/c*' }
  expect(data.map(({ action, before, after }) => [action, before, after])).toEqual([
    ['logViews.deleted', { name: 'Failures', filter, isShared: false }, null],
    [
      'logViews.changed',
      { name: 'Errors', filter, isShared: false },
      { name: 'Failures', filter, isShared: false },
    ],
    ['logViews.saved', null, { name: 'Errors', filter, isShared: false }],
  ])
})
