/** WH-3, WH-8: a worker keeps no lane that only waits while others want lanes, and opens few endpoints at once. */
import { expect, test } from '@jest/globals'
import { until } from '../../../testing/until.ts'
import type { Queries } from '../../../core/database/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Sendable } from '../endpoints/sendable.ts'
import type { Due, LaneFacts } from './doors.store.ts'
import { lanesOfTenant, Leases } from './leases.ts'
import { opening } from './opening.ts'

const factsOf = (tenantId: string, endpointId: string): LaneFacts => ({
  tenantId,
  environment: 'sandbox',
  endpointId,
  appId: 'a',
  revision: 1,
  isActive: true,
  notBefore: null,
  pauses: 0,
})
const now = new Date()
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Leases over a database that answers as it is told to. */
function holding(answer: (query: string, values: readonly unknown[]) => readonly object[]) {
  const hearing = new Map<string, () => void>()
  const bus = {
    on: (topic: string, hear: () => void) => {
      hearing.set(topic, hear)
      return () => void hearing.delete(topic)
    },
  }
  const doors = {
    query: (query: string, values: readonly unknown[] = []) =>
      Promise.resolve(answer(query, values)),
  } as Queries
  const leases = new Leases({ bus } as unknown as Foundation, doors, {
    worker: uuid(0),
    hasPlace: () => true,
    forgotten: () => undefined,
    woken: () => undefined,
  })
  return { leases, hearing }
}

/** One that has just sent what it may in this second, and has more at hand. */
function paced(leases: Leases, n: number) {
  const lane = leases.laneOf(factsOf('t', uuid(n)), 0)
  lane.look(lane.facts, performance.now())
  lane.open({ revision: 1, maxPerSecond: 1, isOrdered: false } as Sendable, performance.now())
  lane.line.add([{ id: `${n} a` } as Due, { id: `${n} b` } as Due], 20)
  lane.next(now, performance.now())
  lane.settled()
  lane.written(`${n} a`)
  return lane
}
const ids = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
const held = () => ids(lanesOfTenant).map((n) => ({ id: uuid(n) }))

test('WH-8 a tenant that has all the lanes it may have gives those back that wait for their pace', async () => {
  const rests: unknown[] = []
  const { leases, hearing } = holding((query, values) => {
    if (query.includes('give_back')) rests.push(...(values[2] as unknown[]))
    return held()
  })
  for (const n of ids(lanesOfTenant - 1)) paced(leases, n)
  await leases.tend(now)
  expect([leases.lanes.size, rests.length]).toEqual([lanesOfTenant - 1, 0])
  paced(leases, lanesOfTenant)
  const other = leases.laneOf(factsOf('other', uuid(0)), 0)
  await leases.tend(now)
  expect([...leases.lanes.values()]).toEqual([other])
  expect(rests).toHaveLength(lanesOfTenant)
  expect(rests.every((rest) => (rest as Date) > now)).toBe(true)
  expect([...hearing.keys()]).toEqual(['webhooks:other', 'webhook-endpoints:other'])
})

test('WH-3 nothing at hand is sent any more where it was not heard whether its lane was given back', async () => {
  const { leases } = holding((query) => {
    if (query.includes('give_back')) throw new Error('cut off')
    return held()
  })
  const lanes = ids(lanesOfTenant).map((n) => paced(leases, n))
  await expect(leases.tend(now)).rejects.toThrow('cut off')
  expect(leases.lanes.size).toBe(0)
  expect(lanes.some((lane) => lane.line.waiting.length > 0 || lane.isActive)).toBe(false)
  expect(leases.areToBeRenewed).toBe(true)
})

test('WH-3 what happens in one tenant has only its own lanes looked through', () => {
  const { leases, hearing } = holding(() => [])
  const [own, other] = ['own', 'other'].map((id, n) => leases.laneOf(factsOf(id, uuid(n)), 0))
  for (const lane of [own!, other!]) lane.line.add([], 20)
  hearing.get('webhooks:own')!()
  expect([own!.line.mayGoOn, other!.line.mayGoOn]).toEqual([true, false])
})

test('WH-1 what is changed in one tenant has only its own lanes looked at, and one that was leased meanwhile', () => {
  const { leases, hearing } = holding(() => [])
  const heardAt = performance.now() - 10
  const look = (id: string, n: number, at: number) => {
    const lane = leases.laneOf(factsOf(id, uuid(n)), heardAt)
    lane.look({ ...lane.facts, isActive: false }, at)
    return lane
  }
  const [own, other, leased] = [
    look('own', 1, heardAt + 1),
    look('other', 2, heardAt + 1),
    look('other', 3, heardAt - 1),
  ]
  const toBeLookedAt = () => [own, other, leased].map((lane) => lane.needsLook(heardAt + 1))
  expect(toBeLookedAt()).toEqual([false, false, true])
  hearing.get('webhook-endpoints:own')!()
  expect(toBeLookedAt()).toEqual([true, false, true])
})

test('WH-3 endpoints of few tenants are opened at once, however often it is asked', async () => {
  const { leases } = holding(() => [])
  const begun: (() => void)[] = []
  const scopes = {
    run: () => new Promise((_, reject) => begun.push(() => reject(new Error('no')))),
  }
  const log = { warn: () => undefined }
  const open = opening({ scopes, log } as unknown as Foundation, () => undefined)
  for (const n of ids(10)) leases.laneOf(factsOf(`t${n}`, uuid(n)), 0)
  for (let round = 0; round < 3; round += 1) open(leases.lanes.values())
  expect(begun).toHaveLength(4)
  for (let count = 5; count <= 10; count += 1) {
    begun[count - 5]!()
    await until(() => begun.length === count)
  }
  begun.forEach((end) => end())
})
