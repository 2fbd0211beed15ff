/** XC-1: places that are held count over all processes, and outlive none of them. */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import type { OpenFoundation } from '../house/index.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { until } from '../../testing/until.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { createPlaces, type Places } from './places.ts'

let world: OwnWorld
let foundation: OpenFoundation
/** As two processes have them. */
let one: Places
let other: Places

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
  ;[one, other] = [createPlaces(foundation.database), createPlaces(foundation.database)]
})
afterEach(() => void jest.useRealTimers())
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const holding = (subject: string, most = 1) => ({ of: 'seats', subject, most })

const endOf = async (subject: string): Promise<number> => {
  const { rows } = await world.db.query<{ end: Date }>(
    'select expires_at as end from quota_windows where subject = $1',
    [subject],
  )
  return rows[0]?.end.getTime() ?? 0
}

test('XC-1 so many are had of however many want one at once, and those given back are had again', async () => {
  const crowd = await Promise.all(
    Array.from({ length: 30 }, (_, n) => (n % 2 ? one : other).take(holding('crowd', 5))),
  )
  const held = crowd.filter((leave) => leave !== undefined)
  expect(held).toHaveLength(5)
  expect(await one.take(holding('else', 5))).toBeDefined()
  held[0]!()
  held[0]!()
  await until(async () => (await other.take(holding('crowd', 5))) !== undefined)
  expect(await one.take(holding('crowd', 5))).toBeUndefined()
})

test('XC-1 whoever lives puts off the end of what they hold, also where the table was emptied', async () => {
  jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick'] })
  const leave = await createPlaces(foundation.database).take(holding('kept'))
  const first = await endOf('kept')
  jest.advanceTimersByTime(20_000)
  await until(async () => (await endOf('kept')) > first)
  await world.db.query(`delete from quota_windows where subject = 'kept'`)
  jest.advanceTimersByTime(20_000)
  await until(async () => (await endOf('kept')) > first)
  expect(await other.take(holding('kept'))).toBeUndefined()
  leave!()
  await until(async () => (await endOf('kept')) === 0)
})

test('XC-1 what was held by a process that is gone is free, and not given back by it later', async () => {
  const leave = await one.take(holding('gone'))
  await world.db.query(
    `update quota_windows set expires_at = now() - interval '1 second' where subject = 'gone'`,
  )
  expect(await other.take(holding('gone'))).toBeDefined()
  const end = await endOf('gone')
  leave!()
  const further = await one.take(holding('further'))
  expect(further).toBeDefined()
  expect(await endOf('gone')).toBe(end)
})
