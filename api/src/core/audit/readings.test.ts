import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { uuidv7 } from '../crypto/index.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import { until } from '../../testing/until.ts'
import type { World } from '../../testing/world.ts'

let world: World

beforeAll(async () => {
  world = await startToyWorld({ worker: true })
})
afterAll(() => world.stop())

const readers = async () =>
  (await world.db.query('select reader from readings order by reader')).rows.map(
    (row) => row.reader,
  )

test('XC-4 what was read is remembered for as long as it is not audited again, in every tenant, and no longer', async () => {
  for (const [reader, age] of [
    ['member fresh', '4 minutes'],
    ['member old', '6 minutes'],
    ['key old', '2 days'],
  ]) {
    await world.db.query(
      `insert into readings (tenant_id, reader, filter_hash, audited_at)
       values ($1, $2, '\\x00', now() - $3::interval)`,
      [uuidv7(), reader, age],
    )
  }
  await world.db.query(
    `insert into job_outbox (id, name, payload) values (gen_random_uuid(), 'house.tidy', '{}')`,
  )
  await until(async () => (await readers()).length === 1)
  expect(await readers()).toEqual(['member fresh'])
})
