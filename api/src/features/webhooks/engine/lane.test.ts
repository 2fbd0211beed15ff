/** WH-1, WH-3: what a lane knows of its endpoint and of what waits is never older than what it has heard. */
import { expect, test } from '@jest/globals'
import type { Sendable } from '../endpoints/sendable.ts'
import type { LaneFacts } from './doors.store.ts'
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

test('WH-3: what was put in line while it was read out is looked for once more', () => {
  const lane = new Lane(facts)
  lane.add([], 20, true)
  expect(lane.room(new Date())).toBeGreaterThan(0)
  lane.add([], 20, false)
  expect(lane.room(new Date())).toBe(0)
})
