/** WH-1, WH-3: what a lane knows of its endpoint and of what waits is never older than what it has heard. */
import { expect, test } from '@jest/globals'
import type { Sendable } from '../endpoints/sendable.ts'
import type { Due, LaneFacts } from './doors.store.ts'
import { Lane } from './lane.ts'

const facts: LaneFacts = {
  tenantId: 't',
  environment: 'sandbox',
  endpointId: 'e',
  appId: 'a',
  revision: 1,
  isActive: true,
  notBefore: null,
  pauses: 0,
}
const endpointOf = (revision: number) => ({ revision, maxPerSecond: null }) as Sendable

test('WH-1: an endpoint that was read just before it changed is read again', async () => {
  const lane = new Lane(facts)
  const read = Promise.withResolvers<void>()
  const opening = lane.opening(read.promise)
  lane.look({ ...facts, revision: 2 }, 10)
  lane.open(endpointOf(1), 11)
  expect(lane.needsOpening(12)).toBe(false)
  read.resolve()
  await opening
  expect(lane.sendable).toBeNull()
  expect(lane.needsOpening(12)).toBe(true)
  lane.open(endpointOf(2), 13)
  expect(lane.sendable).not.toBeNull()
  expect(lane.needsOpening(14)).toBe(false)
})

test('WH-1: an endpoint that was stopped is looked at as soon as it is said to have changed', () => {
  const lane = new Lane(facts)
  lane.look(facts, 10)
  lane.changedAt = 11
  expect(lane.needsLook(11)).toBe(false)
  lane.look({ ...facts, isActive: false }, 12)
  expect(lane.needsLook(13)).toBe(false)
  lane.changedAt = 13
  expect(lane.needsLook(13)).toBe(true)
})

test('WH-3: what was put in line while it was read out is looked for once more', () => {
  const lane = new Lane(facts)
  lane.line.add([], 20)
  expect(lane.room(new Date(), 0)).toBe(0)
  lane.line.mayGoOn = true
  expect(lane.room(new Date(), 0)).toBeGreaterThan(0)
})

const due = (id: string) => ({ id, due: 0 }) as Due
const now = new Date(1000)
const opened = (more: Partial<Sendable>, deliveries = ['a', 'b']) => {
  const lane = new Lane(facts)
  lane.open({ ...endpointOf(1), ...more } as Sendable, 0)
  lane.look(facts, 0)
  lane.line.add(deliveries.map(due), 20)
  return lane
}

test('WH-8 a lane whose endpoint takes one a second rests until the next may go, and not while one is under way', () => {
  const lane = opened({ maxPerSecond: 1 })
  expect(lane.restForPace(now, 5)).toBeNull()
  expect(lane.next(now, 5)).toMatchObject({ id: 'a' })
  expect(lane.restForPace(now, 5)).toBeNull()
  lane.settled()
  expect(lane.restForPace(now, 5)).toBeNull()
  lane.written('a')
  expect(lane.restForPace(now, 5)).toEqual(new Date(now.getTime() + 1000))
  expect(lane.restForPace(now, 905)).toBeNull()
})

test('WH-3 a lane that is slow makes room for others where there is no place for it', () => {
  const lane = opened({})
  expect(lane.restForPlace(now)).toBeNull()
  lane.limits.takesLong()
  expect(lane.restForPace(now, 5)).toBeNull()
  expect(lane.restForPlace(now)!.getTime()).toBeGreaterThan(now.getTime())
})

test('WH-3 nothing of a lane begins while it is given back', () => {
  const lane = opened({})
  lane.leave()
  expect([lane.next(now, 5), lane.room(now, 5)]).toEqual([null, 0])
  expect(lane.restForPlace(now)).toBeNull()
})

test('WH-3 a lane with one that takes long under way is looked at every second for what else is due', () => {
  const lane = opened({}, ['a'])
  expect(lane.next(now, 0)).toMatchObject({ id: 'a' })
  expect(lane.room(now, 900)).toBe(0)
  expect(lane.room(now, 1000)).toBeGreaterThan(0)
  lane.settled()
  lane.written('a')
  expect(lane.room(now, 5000)).toBe(0)
})

test('WH-8 of an ordered lane one goes after another, and none after one that has to be tried again', () => {
  const lane = opened({ isOrdered: true }, ['a', 'b', 'c'])
  expect(lane.next(now, 0)).toMatchObject({ id: 'a' })
  expect(lane.next(now, 0)).toBeNull()
  lane.settled()
  expect(lane.next(now, 0)).toMatchObject({ id: 'b' })
  expect(lane.room(now, 0)).toBe(0)
  lane.putOff()
  expect(lane.next(now, 0)).toBeNull()
  lane.written('a')
  lane.written('b')
  expect(lane.room(now, 0)).toBeGreaterThan(0)
})

const ms = 1000
const replayed = (id: string, dueMs: number) => ({ id, due: dueMs * ms, cause: 'replay' }) as Due

test('WH-9 what is replayed goes as far apart as it is due, though it was taken at once, and nothing waits for it', () => {
  const lane = opened({}, [])
  lane.line.add([replayed('a', 0), replayed('b', 200), replayed('c', 400), due('live')], 20)
  expect(lane.next(now, 0)).toMatchObject({ id: 'a' })
  expect(lane.next(now, 0)).toMatchObject({ id: 'live' })
  expect(lane.next(now, 0)).toBe(200)
  expect(lane.next(now, 200)).toMatchObject({ id: 'b' })
  expect(lane.next(now, 250)).toBe(150)
  expect(lane.next(now, 400)).toMatchObject({ id: 'c' })
})

/** Looked for as a timer does that is late by so much; begun when. */
function begunAt(perSecond: number, lateMs: (nth: number) => number, count: number) {
  const lane = opened({}, [])
  const begun: number[] = []
  let mono = 0
  for (let nth = 0; nth < count; nth += 1) {
    lane.line.add([replayed(String(nth), (nth * 1000) / perSecond)], 20)
    const next = lane.next(now, mono)
    if (typeof next === 'number') mono += Math.ceil(next) + lateMs(nth)
    expect(typeof next === 'number' ? lane.next(now, mono) : next).toMatchObject({ id: `${nth}` })
    lane.settled()
    begun.push(mono)
  }
  return begun
}
const fetched = (nth: number) => (nth % 50 === 0 ? 20 : 0.5)
const heldUp = (nth: number) => (nth === 3 ? 5000 : 0)
const gapsOf = (begun: number[]) => begun.slice(1).map((at, nth) => at - begun[nth]!)

test('WH-9 a replay goes as fast as it said, though timers and what is fetched come late', () => {
  expect(begunAt(200, fetched, 401).at(-1)).toBeLessThan(2050)
})

test('WH-9 a replay that was held up for long makes up a tenth of a second at most, and sends no two at once', () => {
  const slow = begunAt(2, heldUp, 10)
  expect(Math.min(...gapsOf(slow))).toBeGreaterThanOrEqual(400)
  expect(slow.at(-1)! - slow[3]!).toBeGreaterThanOrEqual(6 * 500 - 100)
  const fast = begunAt(200, heldUp, 200)
  expect(Math.min(...gapsOf(fast))).toBeGreaterThanOrEqual(2)
  expect(fast.at(-1)! - fast[3]!).toBeGreaterThanOrEqual(196 * 5 - 101)
})

test('WH-8 WH-9 an ordered lane keeps its order while a replay waits for its turn', () => {
  const lane = opened({ isOrdered: true }, [])
  lane.line.add([replayed('a', 0), replayed('b', 200), due('live')], 20)
  expect(lane.next(now, 0)).toMatchObject({ id: 'a' })
  lane.settled()
  expect(lane.next(now, 0)).toBe(200)
  expect(lane.next(now, 200)).toMatchObject({ id: 'b' })
})

test('WH-9 a replay that was held up by something else ends later, and goes no faster than it said', () => {
  const lane = opened({}, [])
  // Between two that were put in line far apart nothing waits for so long.
  lane.line.add([replayed('a', 0), replayed('b', 200), replayed('c', 50_000)], 20)
  const late = new Date(60_000)
  expect(lane.next(late, 0)).toMatchObject({ id: 'a' })
  expect(lane.next(late, 0)).toBe(200)
  expect(lane.next(late, 200)).toMatchObject({ id: 'b' })
  expect(lane.next(late, 1200)).toMatchObject({ id: 'c' })
})
