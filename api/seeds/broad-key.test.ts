import { afterAll, beforeAll, expect, test } from '@jest/globals'
import knex, { type Knex } from 'knex'
import { startWorld, type OwnWorld } from '../src/testing/world.ts'
import { settleBroadKey } from './broad-key.ts'

let world: OwnWorld
let owner: Knex

beforeAll(async () => {
  world = await startWorld()
  owner = knex({ client: 'pg', connection: world.ownerUrl, pool: { min: 0, max: 1 } })
})
afterAll(async () => {
  await owner.destroy()
  await world.stop()
})

test('KY-8 XC-9 the adviser has a key of the demo to narrow from the first start on, and one alone', async () => {
  const tenant = await world.tenant('Broad')
  const { id: appId } = await tenant.app()
  const api = world.as(await tenant.member())
  const place = { tenantId: tenant.id, appId, until: new Date() }
  await settleBroadKey(owner, api, place)
  await settleBroadKey(owner, api, place)
  const { keys } = await api.keys.advised({ query: {} })
  expect(keys).toHaveLength(1)
  const advice = await api.keys.advice({ params: { id: keys[0]!.keyId } })
  expect(advice).toMatchObject({ because: 'some-unused', keep: ['apps:read'] })
})
