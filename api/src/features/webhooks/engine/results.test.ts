/** WH-3: what became of attempts is written, whatever else is in its batch and whenever the worker stops. */
import { expect, jest, test } from '@jest/globals'
import { until } from '../../../testing/until.ts'
import type { LaneFacts, Result, Settling } from './doors.store.ts'
import { Lane } from './lane.ts'
import { gatherResults, type Written } from './results.ts'

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
const at = new Date(0)
const attempt = { at, detail: 'as it was', url: 'https://a.test' } as Result['attempt']
const resultOf = (id: string): Result => ({
  tenant_id: 't',
  environment: 'sandbox',
  endpoint_id: 'e',
  id,
  number: 1,
  due: 0,
  attempt,
  state: 'delivered',
  step: 1,
  due_at: null,
  settled_at: at,
  payload: null,
})
const unstorable = () => Object.assign(new Error('no'), { code: '22P05' })
const away = () => Object.assign(new Error('away'), { code: '57P01' })

/** A database that does with each batch what it is told to, and what became of all of them. */
function gathering(take: (settling: Settling) => unknown) {
  const batches: Settling[] = []
  const written: Written[] = []
  const failures: unknown[] = []
  const refusals: string[] = []
  const results = gatherResults({
    async write(settling) {
      batches.push(settling)
      await take(settling)
      return new Set(settling.results.map(({ id }) => id))
    },
    newId: () => 'told',
    now: () => at,
    written: (one) => void written.push(one),
    failed: (error) => void failures.push(error),
    refused: ({ id }) => void refusals.push(id),
  })
  const lane = new Lane(facts)
  const add = (...ids: string[]) => ids.forEach((id) => results.add({ lane, result: resultOf(id) }))
  const over = () => written.flatMap(({ done }) => done.map(({ result }) => result.id))
  return { results, lane, add, batches, written, failures, refusals, over }
}

const ids = (count: number) => Array.from({ length: count }, (_, n) => `d${n}`)

test('WH-3 one that no database takes is written without what it was told, and all others as they were', async () => {
  const kept = new Map<string, Result>()
  const all = gathering(({ results }) => {
    if (results.some(({ id, attempt: made }) => id === 'd7' && made?.detail === 'as it was')) {
      throw unstorable()
    }
    for (const one of results) kept.set(one.id, one)
  })
  all.add(...ids(20))
  await until(() => all.written.length > 0)
  expect(all.over()).toEqual(ids(20))
  expect(all.written[0]!.ids).toEqual(new Set(ids(20)))
  expect(kept.get('d7')).toMatchObject({ state: 'delivered', attempt: { url: '' } })
  expect(kept.get('d8')!.attempt).toEqual(attempt)
  expect(all.batches.some(({ told }) => told.length > 0)).toBe(true)
  expect(all.failures).toEqual([])
})

test('WH-3 one that is refused in every form stops no other, and is not sent over and over', async () => {
  const all = gathering(({ results }) => {
    if (results.some(({ id }) => id === 'd1')) throw unstorable()
  })
  all.add(...ids(3))
  await until(() => all.written.length > 0)
  expect(all.refusals).toEqual(['d1'])
  expect(all.over()).toEqual(['d0', 'd2'])
  const last = all.batches.map(({ results }) => results).findLast(([one]) => one?.id === 'd1')
  expect(last).toMatchObject([{ state: 'failed', attempt: null }])
})

test('WH-3 while the database is away all of it waits, and is written when it is back', async () => {
  let isAway = true
  const all = gathering(() => {
    if (isAway) throw away()
  })
  all.add(...ids(3))
  await until(() => all.failures.length > 0)
  expect(all.results.waiting).toBe(3)
  isAway = false
  await until(() => all.results.waiting === 0)
  expect(all.over()).toEqual(ids(3))
})

test('WH-8 what comes is written at once, however long its screens wait to hear of it', async () => {
  const all = gathering(() => undefined)
  jest.useFakeTimers()
  all.lane.tellAt = Infinity
  for (const count of [1, 2]) {
    all.add(`d${count}`)
    await jest.advanceTimersByTimeAsync(10)
    expect(all.written).toHaveLength(count)
  }
  await all.results.flush()
  jest.useRealTimers()
})

test('WH-3 a worker that stops while one batch is being written writes each result once', async () => {
  const takes: (() => void)[] = []
  const all = gathering(() => new Promise<void>((take) => takes.push(take)))
  all.add('d0')
  await until(() => takes.length === 1)
  all.add('d1')
  const flushed = all.results.flush()
  takes.shift()!()
  await until(() => takes.length === 1)
  takes.shift()!()
  await flushed
  expect(all.batches.map(({ results }) => results.map(({ id }) => id))).toEqual([['d0'], ['d1']])
  expect(all.over()).toEqual(['d0', 'd1'])
  all.add('d2')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(all.batches).toHaveLength(2)
})

test('WH-3 a worker stops though the database is away, with nothing left but screens to tell', async () => {
  let isAway = false
  const all = gathering(() => {
    if (isAway) throw away()
  })
  all.lane.tellAt = Infinity
  all.add('d0')
  await until(() => all.written.length === 1)
  isAway = true
  await all.results.flush()
  expect(all.failures).toHaveLength(1)
})
