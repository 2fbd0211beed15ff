/** WH-3: what becomes of a delivery, and how much an endpoint gets while it fails. */
import { describe, expect, test } from '@jest/globals'
import { retryDelaysSeconds } from '@sonaqor/contract/webhook-bounds'
import { LaneLimits } from './lane-limits.ts'
import { becomes, retryAfterOf } from './outcome.ts'
import { Pace } from './pace.ts'

const now = new Date('2026-11-22T12:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)
const failed = { status: 500, fault: 'status', notBefore: null } as const

describe('WH-3 a delivery that fails', () => {
  test('is tried after each delay of the table, a fifth longer or shorter, and then given up', () => {
    for (const [step, seconds] of retryDelaysSeconds.slice(1).entries()) {
      for (const [chance, share] of [
        [0, 0.8],
        [0.5, 1],
        [1, 1.2],
      ] as const) {
        const became = becomes({ ...failed, step }, now, () => chance)
        expect(became).toMatchObject({ state: 'retrying', step: step + 1 })
        expect(became.dueAt!.getTime() - now.getTime()).toBeCloseTo(seconds * 1000 * share, 0)
      }
    }
    const last = retryDelaysSeconds.length - 1
    expect(becomes({ ...failed, step: last }, now)).toMatchObject({ state: 'failed', dueAt: null })
  })

  test('is not tried before its receiver wants it, and never again after 410', () => {
    const notBefore = after(3_600_000)
    expect(becomes({ ...failed, step: 0, notBefore }, now).dueAt).toEqual(notBefore)
    expect(becomes({ ...failed, step: 0, status: 410 }, now)).toMatchObject({ state: 'failed' })
  })

  test.each([
    ['120', 120_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['999999999', 86_400_000],
    ['Sun, 22 Nov 2099 12:00:30 GMT', 86_400_000],
    ['0', null],
    ['-5', null],
    ['soon', null],
    ['Sun, 22 Nov 2020 12:00:30 GMT', null],
  ])('`Retry-After: %s` is understood', (value, ms) => {
    expect(retryAfterOf({ 'retry-after': value }, now)).toEqual(ms === null ? null : after(ms))
  })
})

const fresh = () => new LaneLimits({ notBefore: null, pauses: 0 })
const fail = (limits: LaneLimits, id: string, at = now, more = {}) =>
  limits.learn(id, { ...failed, step: 0, begunAt: at, latencyMs: 10, ...more }, at)
const succeed = (limits: LaneLimits, at = now, latencyMs = 10) =>
  limits.learn(
    'well',
    { step: 0, status: 200, fault: null, notBefore: null, begunAt: at, latencyMs },
    at,
  )

describe('WH-3 an endpoint', () => {
  test('that answers gets more at once, and one that hangs no more than one', () => {
    const limits = fresh()
    for (let i = 0; i < 20; i += 1) succeed(limits)
    expect(limits.atOnce).toBe(10)
    for (let i = 0; i < 4; i += 1) fail(limits, 'same', now, { status: null, fault: 'timeout' })
    expect([limits.atOnce, limits.isSlow]).toEqual([1, true])
  })

  test('that takes all it gets, but long for each, is slow until it has been quick for a while', () => {
    const limits = fresh()
    succeed(limits)
    expect(limits.isSlow).toBe(false)
    succeed(limits, now, 14_000)
    expect(limits.isSlow).toBe(true)
    for (let i = 0; i < 3; i += 1) succeed(limits)
    expect(limits.isSlow).toBe(false)
    limits.takesLong()
    expect(limits.isSlow).toBe(true)
  })

  test('that fails with one event alone goes on getting the others', () => {
    const limits = fresh()
    for (let i = 0; i < 20; i += 1) expect(fail(limits, 'poisoned')).toBeNull()
    expect(limits.pauses).toBe(0)
  })

  test('that fails with one after another is asked by one at a time, after longer and longer', () => {
    const limits = fresh()
    for (let i = 0; i < 4; i += 1) expect(fail(limits, `event-${i}`)).toBeNull()
    let at = now
    const pauses: number[] = []
    for (let i = 4; i < 14; i += 1) {
      const paused = fail(limits, `event-${i}`, at)
      expect([limits.atOnce, limits.isPaused(at)]).toEqual([1, true])
      pauses.push((paused!.notBefore!.getTime() - at.getTime()) / 1000)
      at = paused!.notBefore!
      expect(limits.isPaused(at)).toBe(false)
    }
    for (const [nth, seconds] of [5, 10, 20, 40, 80, 160, 300, 300, 300, 300].entries()) {
      expect(pauses[nth]).toBeGreaterThanOrEqual(seconds * 0.8)
      expect(pauses[nth]).toBeLessThanOrEqual(seconds * 1.2)
    }
    expect(succeed(limits, at)).toEqual({ notBefore: null, pauses: 0 })
    expect(limits.atOnce).toBeGreaterThan(1)
  })

  test('that was under way when its pause began does not make it longer', () => {
    const limits = fresh()
    fail(limits, 'first', now, { status: 503, notBefore: after(60_000) })
    const late = { ...failed, step: 0, begunAt: after(-10), latencyMs: 10 }
    expect(limits.learn('second', late, after(10))).toBeNull()
    const more = { ...late, notBefore: after(120_000) }
    expect(limits.learn('third', more, after(10))?.notBefore).toEqual(after(120_000))
  })

  test.each([429, 502, 504])(
    'that answers %i is left alone, by all that waits for it',
    (status) => {
      const limits = fresh()
      expect(fail(limits, 'one', now, { status })).not.toBeNull()
      expect(limits.isPaused(now)).toBe(true)
    },
  )

  test('WH-8 that takes so many a second gets no more in any', () => {
    const pace = new Pace(3)
    const begun: number[] = []
    for (let at = 0; at < 5000; at += 7) {
      if (pace.waitMs(at) > 0) continue
      pace.begin(at)
      begun.push(at)
    }
    expect(begun.length).toBeGreaterThanOrEqual(14)
    for (const [nth, at] of begun.entries()) {
      expect((begun[nth + 3] ?? Infinity) - at).toBeGreaterThanOrEqual(1000)
    }
  })
})
