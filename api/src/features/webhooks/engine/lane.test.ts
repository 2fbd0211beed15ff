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
const read = (revision: number) => ({ revision, maxPerSecond: null }) as Sendable

test('WH-1: an endpoint that was read just before it changed is read again', () => {
  const lane = new Lane(facts)
  lane.isOpening = true
  lane.look({ ...facts, revision: 2 }, 10)
  lane.open(read(1), 11)
  lane.isOpening = false
  expect(lane.sendable).toBeNull()
  expect(lane.needsOpening(12)).toBe(true)
  lane.open(read(2), 13)
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
  lane.add([], 20, true)
  expect(lane.room(new Date(), 0)).toBeGreaterThan(0)
  lane.add([], 20, false)
  expect(lane.room(new Date(), 0)).toBe(0)
})

const due = (id: string) => ({ id, due: 0 }) as Due
const now = new Date(1000)
const opened = (more: Partial<Sendable>, deliveries = ['a', 'b']) => {
  const lane = new Lane(facts)
  lane.open({ ...read(1), ...more } as Sendable, 0)
  lane.look(facts, 0)
  lane.add(deliveries.map(due), 20, false)
  return lane
}

test('WH-8 a lane whose endpoint takes one a second rests until the next may go, and not while one is under way', () => {
  const lane = opened({ maxPerSecond: 1 })
  expect(lane.rest(now, 5, true)).toBeNull()
  expect(lane.next(now, 5)).toMatchObject({ id: 'a' })
  expect(lane.rest(now, 5, true)).toBeNull()
  lane.ended(true)
  expect(lane.rest(now, 5, true)).toBeNull()
  lane.written('a')
  expect(lane.rest(now, 5, true)).toEqual(new Date(now.getTime() + 1000))
  expect(lane.rest(now, 905, true)).toBeNull()
})

test('WH-3 a lane that is slow makes room for others where there is no place for it', () => {
  const lane = opened({})
  expect(lane.rest(now, 5, false)).toBeNull()
  lane.limits.takesLong()
  expect(lane.rest(now, 5, true)).toBeNull()
  expect(lane.rest(now, 5, false)!.getTime()).toBeGreaterThan(now.getTime())
})

test('WH-3 nothing of a lane begins while it is given back', () => {
  const lane = opened({})
  lane.isLeaving = true
  expect([lane.next(now, 5), lane.room(now, 5)]).toEqual([null, 0])
  expect(lane.rest(now, 5, false)).toBeNull()
})

test('WH-3 a lane with one that takes long under way is looked at every second for what else is due', () => {
  const lane = opened({}, ['a'])
  expect(lane.next(now, 0)).toMatchObject({ id: 'a' })
  expect(lane.room(now, 900)).toBe(0)
  expect(lane.room(now, 1000)).toBeGreaterThan(0)
  lane.ended(true)
  lane.written('a')
  expect(lane.room(now, 5000)).toBe(0)
})

test('WH-8 of an ordered lane one goes after another, and none after one that has to be tried again', () => {
  const lane = opened({ isOrdered: true }, ['a', 'b', 'c'])
  expect(lane.next(now, 0)).toMatchObject({ id: 'a' })
  expect(lane.next(now, 0)).toBeNull()
  lane.ended(true)
  expect(lane.next(now, 0)).toMatchObject({ id: 'b' })
  expect(lane.room(now, 0)).toBe(0)
  lane.ended(false)
  expect(lane.next(now, 0)).toBeNull()
  lane.written('a')
  lane.written('b')
  expect(lane.room(now, 0)).toBeGreaterThan(0)
})
