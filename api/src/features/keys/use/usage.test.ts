import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { refusalOf } from '../../../testing/partner.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { startWorld, type World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld()
  acme = await world.tenant('Acme', { roles: ['owner', 'viewer'] })
})
afterAll(() => world.stop())

test('EM-5: whoever may not see keys hears nothing of how they are used', async () => {
  const viewer = world.as(await acme.member('viewer'))
  expect(await refusalOf(viewer.keys.usage())).toMatchObject({ code: 'forbidden' })
})

test('EM-5: what is asked with a key is counted for it, with what was refused', async () => {
  const app = await acme.app()
  const [busy, idle] = [
    await acme.key({ app, label: 'Busy' }),
    await acme.key({ app, label: 'Idle' }),
  ]
  await world.as(busy).apps.list()
  await world.as(busy).apps.list()
  await refusalOf(world.as(busy).apps.show({ params: { id: busy.id } }))
  const { keys } = await world.as(busy).keys.usage()
  expect(keys.map(({ id }) => id)).toEqual([busy.id, idle.id])
  expect(keys[0]).toMatchObject({ label: 'Busy', requests: 3, errors: 1 })
  expect(keys[0]?.lastUsedAt).not.toBeUndefined()
  const today = new Date().toISOString().slice(0, 10)
  expect(keys[0]?.days).toHaveLength(7)
  expect(keys[0]?.days.at(-1)).toEqual({ day: today, requests: 3, errors: 1 })
  expect(keys[1]).toMatchObject({ requests: 0, errors: 0, lastUsedAt: null })
})

test('KY-4: of the keys that are named all are told, and none that one does not see', async () => {
  const app = await acme.app()
  const [one, two] = [await acme.key({ app }), await acme.key({ app })]
  await acme.key({ app, label: 'Not named' })
  const elsewhere = await (await world.tenant('Elsewhere', { roles: ['owner'] })).key()
  await world.as(two).apps.list()
  const owner = world.as(await acme.member('owner'))
  const keyIds = [one, two, elsewhere].map(({ id }) => id).join(',')
  const { keys } = await owner.keys.usage({ query: { keyIds } })
  expect(keys.map(({ id, requests }) => [id, requests])).toEqual([
    [two.id, 1],
    [one.id, 0],
  ])
  const many = Array.from({ length: 101 }, () => one.id).join(',')
  for (const strange of ['mine', `${one.id},`, `${one.id},mine`, many]) {
    expect(await refusalOf(owner.keys.usage({ query: { keyIds: strange } }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '?keyIds' }],
    })
  }
})

test('EM-5: a key hears of the keys of its own app, a member of all, and nobody of another tenant', async () => {
  const [one, other] = [await acme.app(), await acme.app()]
  const [mine, theirs] = [await acme.key({ app: one }), await acme.key({ app: other })]
  const seenBy = async (holder: { token: string }, query = {}) =>
    (await world.as(holder).keys.usage({ query })).keys.map(({ id }) => id)
  expect(await seenBy(mine)).toEqual([mine.id])
  const owner = await acme.member('owner')
  expect(await seenBy(owner)).toEqual(expect.arrayContaining([mine.id, theirs.id]))
  expect(await seenBy(owner, { appId: other.id })).toEqual([theirs.id])
  expect(await seenBy(owner, { appId: other.id, environment: 'production' })).toEqual([])
  const stranger = await (await world.tenant('Elsewhere', { roles: ['owner'] })).member('owner')
  expect(await seenBy(stranger)).toEqual([])
})
