import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { uuidv7 } from '../crypto/index.ts'
import { listenAt } from '../../testing/listener.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import type { ProcessWorld } from '../../testing/world.ts'

let world: ProcessWorld
beforeAll(async () => {
  world = await startToyProcessWorld()
})
afterAll(() => world.stop())

const insert = `insert into events (tenant_id, environment, id, type, ref, data, at)
  values ($1, 'sandbox', uuidv7(), 'projects.noted', jsonb_build_object('noteId', $2::text), '{}', now())`

async function write(tenantId: string, server = 0): Promise<string> {
  const json = { appId: uuidv7(), environment: 'sandbox', text: 'x' }
  const response = await world.ask('/v1/notes', { as: bearer(tenantId), json, server })
  return ((await response.json()) as { id: string }).id
}

test('what commits late gets a late number, and is not lost', async () => {
  const tenantId = uuidv7()
  const listener = await listenAt(world.url, bearer(tenantId))
  const slow = new Client({ connectionString: world.db.options.connectionString! })
  await slow.connect()
  await slow.query('begin')
  await slow.query(insert, [tenantId, 'slow'])
  await world.db.query(insert, [tenantId, 'quick'])
  await listener.until(() => listener.events.length === 1)
  await slow.query('commit')
  await slow.end()
  await listener.until(() => listener.events.length === 2)
  listener.close()
  expect(listener.events.map(({ sequence, ref }) => [sequence, ref['noteId']])).toEqual([
    [1, 'quick'],
    [2, 'slow'],
  ])
})

test('numbers have no gap in a tenant, and two sequencers at once give none twice', async () => {
  const tenants = [uuidv7(), uuidv7(), uuidv7()]
  await Promise.all(Array.from({ length: 90 }, (_, i) => write(tenants[i % 3]!)))
  await world.db.query(
    `insert into events (tenant_id, environment, id, type, ref, data, at)
     select $1, 'sandbox', uuidv7(), 'projects.noted', '{}', '{}', now() from generate_series(1, 500)`,
    [tenants[0]],
  )
  await Promise.all(
    Array.from({ length: 8 }, () => world.db.query('select app.number_events(100)')),
  )
  const { rows } = await world.db.query<{
    tenant: string
    count: number
    last: number
    set: number
  }>(
    `select tenant_id as tenant, count(*)::int, max(sequence)::int as last,
       count(distinct sequence)::int as set
     from events where tenant_id = any ($1) and sequence is not null group by 1`,
    [tenants],
  )
  expect(rows).toHaveLength(3)
  for (const { count, last, set } of rows) expect([last, set]).toEqual([count, count])
  const positions = await world.db.query(
    'select 1 from events where position is not null having count(*) <> count(distinct position)',
  )
  expect(positions.rows).toEqual([])
})

test('when the process that numbers dies, another one goes on', async () => {
  const tenantId = uuidv7()
  await world.grow()
  const listener = await listenAt(world.servers[1]!.url, bearer(tenantId))
  await world.servers[0]!.kill()
  const ids = [await write(tenantId, 1), await write(tenantId, 1)]
  await listener.until(() => listener.events.length === 2)
  expect(listener.events.map(({ ref }) => ref['noteId'])).toEqual(ids)
  listener.close()
})
