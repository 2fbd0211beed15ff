import { expect, test } from '@jest/globals'
import { toFacets } from './logs.counted.ts'

test('LG-2 of what was counted among the newest lines it is told how many they were', () => {
  const [from, later, to] = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => new Date(day))
  const whole = { values: [], completeFrom: from! }
  const newest = { values: [], completeFrom: later!, newest: 2000 }
  const all = { status: whole, method: whole, app: whole, key: whole, ip: newest }
  const told = toFacets(
    { ...all, path: { ...newest, completeFrom: from! } },
    { from: from!, to: to!, seconds: 60 },
  )
  expect(told.ip).toMatchObject({ isApproximate: true, newest: 2000 })
  // Where so many are all there are, nothing was left out.
  expect(told.path).toEqual({ values: [], isApproximate: false, completeFrom: from!.toISOString() })
  expect(told.status).not.toHaveProperty('newest')
})
