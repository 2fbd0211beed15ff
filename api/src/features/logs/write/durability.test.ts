/** LG-1: a request that was answered stands in the logs, whatever happens to process or database. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Key } from '@sonaqor/contract/keys'
import type { Holder } from '../../../testing/transport.ts'
import { startProcessWorld, type ProcessWorld } from '../../../testing/world.ts'

let world: ProcessWorld
let key: Key & Holder
/** The process that is asked; a test that ends one leaves a new one behind. */
let server = 0

beforeAll(async () => {
  world = await startProcessWorld({ env: { SONAQOR_LIMIT_FACTOR: '100' } })
  const tenant = await world.tenant('Acme', { roles: ['owner'] })
  key = await tenant.key()
})
afterAll(() => world.stop())

let count = 0
async function send(): Promise<Response> {
  const json = { externalId: `c-${(count += 1)}` }
  return world.ask('/v1/customers', { as: key, json, server })
}

const idOf = (response: Response) => response.headers.get('x-request-id') ?? 'none'

/** Of these requests, the ones of which there is no line. */
async function missing(ids: readonly string[]): Promise<string[]> {
  const { rows } = await world.db.query<{ id: string }>('select request_id as id from log_entries')
  const logged = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !logged.has(id))
}

test('an answer waits for its line while the database cannot take it', async () => {
  await send()
  const locker = await world.db.connect()
  await locker.query('begin; lock table log_entries in access exclusive mode')
  let isAnswered = false
  const waiting = send().finally(() => (isAnswered = true))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(isAnswered).toBe(false)
  await locker.query('commit')
  locker.release()
  const response = await waiting
  expect(response.status).toBe(200)
  expect(await missing([idOf(response)])).toEqual([])
})

test('a broken connection to the database costs time and no line', async () => {
  const calls = Array.from({ length: 40 }, send)
  await world.db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'sonaqor beside'`,
  )
  expect(await missing((await Promise.all(calls)).map(idOf))).toEqual([])
})

test('a graceful stop writes what it holds', async () => {
  const ids = (await Promise.all(Array.from({ length: 40 }, send))).map(idOf)
  await world.servers[server]!.stop()
  expect(await missing(ids)).toEqual([])
  await world.grow()
  server += 1
})

/** In the middle of the first lot, of the lots behind it, and long after all is warm. */
test.each([1, 20, 50, 150])(
  'kill -9 of the process after %i answers and more loses no line of them',
  async (before) => {
    const answered: string[] = []
    const callers = Array.from({ length: 8 }, async () => {
      for (;;) {
        const response = await send().catch(() => null)
        if (!response) return
        answered.push(idOf(response))
      }
    })
    while (answered.length < before) await new Promise((resolve) => setTimeout(resolve, 1))
    await world.servers[server]!.kill()
    await Promise.all(callers)
    expect(await missing(answered)).toEqual([])
    await world.grow()
    server += 1
  },
)
