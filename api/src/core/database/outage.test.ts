import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { uuidv7 } from '../crypto/index.ts'
import { openGate, type Gate } from '../../testing/gate.ts'
import { listenAt } from '../../testing/listener.ts'
import { holdRequests } from '../../testing/toy/hold.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import { ask } from '../../testing/transport.ts'
import type { ServerProcess } from '../../testing/server-process.ts'
import { until } from '../../testing/until.ts'
import type { ProcessWorld } from '../../testing/world.ts'

let world: ProcessWorld
let gate: Gate
let server: ServerProcess
const someone = bearer(uuidv7())
const note = { appId: uuidv7(), environment: 'sandbox', text: 'x' }

beforeAll(async () => {
  world = await startToyProcessWorld()
  gate = await openGate(world.appUrl)
  server = await world.grow({ env: { DATABASE_APP_URL: gate.through(world.appUrl) } })
})
afterAll(async () => {
  await gate.shut()
  await world.stop()
})

const write = () => ask(`${server.url}/v1/notes`, { as: someone, json: note })
const statusOf = async (path: string) => (await ask(server.url + path)).status

test('while PostgreSQL is away every request gets a 503 that says when to come back', async () => {
  const listener = await listenAt(server.url, someone)
  expect((await write()).status).toBe(201)
  await gate.shut()
  for (let i = 0; i < 3; i += 1) {
    const response = await write()
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  }
  expect(await statusOf('/healthz')).toBe(200)
  expect(await statusOf('/readyz')).toBe(503)

  const meanwhile = await world.ask('/v1/notes', { as: someone, json: note })
  expect(meanwhile.status).toBe(201)
  await gate.open()
  await until(async () => (await statusOf('/readyz')) === 200)
  expect((await write()).status).toBe(201)
  // The socket stayed open all the time, and what happened meanwhile is heard now.
  await listener.until(() => listener.events.length === 3)
  expect(listener.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  listener.close()
})

test('requests that were under way when it went get a 503 too, and nothing is half-written', async () => {
  const id = uuidv7()
  const held = await holdRequests(world.db)
  const waiting = ask(`${server.url}/v1/notes/misbehave`, {
    as: someone,
    json: { how: 'wait', note: id },
  })
  await held.arrived()
  await gate.shut()
  expect((await waiting).status).toBe(503)
  await held.letGo()
  await gate.open()
  await until(async () => (await statusOf('/readyz')) === 200)
  const { rowCount } = await world.db.query('select 1 from toy_notes where id = $1', [id])
  expect(rowCount).toBe(0)
})

test('a statement that PostgreSQL cancels, or a server that shuts down, is no fault of the caller', async () => {
  const id = uuidv7()
  const held = await holdRequests(world.db)
  const waiting = world.ask('/v1/notes/misbehave', { as: someone, json: { how: 'wait', note: id } })
  await held.arrived()
  await world.db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name like 'sonaqor%'`,
  )
  expect((await waiting).status).toBe(503)
  await held.letGo()
  await until(async () => (await world.ask('/v1/notes', { as: someone })).status === 200)
})
