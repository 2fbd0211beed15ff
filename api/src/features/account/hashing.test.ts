/** XC-1: while passwords are compared and hashed, no connection to the database waits for it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { roles } from '@sonaqor/contract/access'
import type { WorldMember } from '../../testing/builders.ts'
import { startProcessWorld, type ProcessWorld } from '../../testing/world.ts'

const connections = 8
const fresh = 'lemon tugboat quiver anthem'

let world: ProcessWorld

beforeAll(async () => {
  world = await startProcessWorld({
    env: { SONAQOR_LIMIT_FACTOR: '1000', DATABASE_POOL_SIZE: String(connections) },
  })
})
afterAll(() => world?.stop())

/** So many are in a transaction and do nothing in it at this moment. */
async function idle(): Promise<number> {
  const { rows } = await world.db.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
     where datname = current_database() and application_name = 'sonaqor'
       and state = 'idle in transaction'`,
  )
  return rows[0]!.count
}

async function watch(until: AbortSignal): Promise<number[]> {
  const held: number[] = []
  while (!until.aborted) {
    held.push(await idle())
    await sleep(10)
  }
  return held
}

const change = ({ token, password }: WorldMember) =>
  world.ask('/v1/account/password', { as: { token }, json: { current: password, next: fresh } })

test('XC-1 of twenty that change their password at once, none holds a connection meanwhile', async () => {
  const people: WorldMember[] = []
  for (const name of ['Acme', 'Bolt', 'Cirrus', 'Dune']) {
    const tenant = await world.tenant(name, { hashing: 'as the product' })
    for (const role of roles) people.push(await tenant.member(role))
  }
  const done = new AbortController()
  const watching = watch(done.signal)
  const answers = await Promise.all(people.map(change))
  done.abort()
  const held = await watching
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 204))
  expect(held.length).toBeGreaterThan(20)
  const mean = held.reduce((sum, one) => sum + one, 0) / held.length
  expect(mean).toBeLessThan(connections / 3)
})
