/** WH-8: a condition stays what it was, however often it is opened and kept. */
import type { FilterCondition } from '@sonaqor/contract/webhook-endpoints'
import { filterOperators } from '@sonaqor/contract/webhook-bounds'
import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { conditionOf, rowsOf } from './condition-rows.ts'

const again = (condition: FilterCondition) => rowsOf([condition]).map(conditionOf)[0]
const read = (operator: FilterCondition['operator'], value: string) =>
  conditionOf({ path: 'data.of', operator, value }).value

const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.constant(2 ** 60),
  )
  .filter((value) => !Object.is(value, -0))
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ' ', '\\', '4', 'e', '-', '\n', 'n') }),
  fc.constantFrom('49', 'true', 'null', 'Berlin, DE', '"49"', ' a ', '12345678901234567890', '049'),
)
const one = fc.oneof(text, number, fc.boolean(), fc.constant(null))
const valueOf = {
  is: one,
  'is-not': one,
  'is-one-of': fc.array(one, { minLength: 1, maxLength: 5 }),
  'starts-with': text,
  contains: fc.oneof(text, number),
  above: number,
  below: number,
  exists: fc.constant(undefined),
  'is-missing': fc.constant(undefined),
} satisfies Record<FilterCondition['operator'], fc.Arbitrary<FilterCondition['value']>>

test.each(filterOperators)('WH-8: what is asked with %s is kept as it was', (operator) => {
  fc.assert(
    fc.property(valueOf[operator] as fc.Arbitrary<FilterCondition['value']>, (value) => {
      const condition = { path: 'data.of', operator, ...(value !== undefined && { value }) }
      expect(again(condition)).toEqual(condition)
    }),
    { numRuns: 500 },
  )
})

test('WH-8: what is typed is read as it is meant', () => {
  expect(read('is-one-of', '"Berlin, DE", 5, true,Bonn')).toEqual(['Berlin, DE', 5, true, 'Bonn'])
  expect(read('starts-with', '49')).toBe('49')
  expect(read('contains', '049')).toBe('049')
  expect(read('is', '12345678901234567890')).toBe('12345678901234567890')
  expect(read('is', '"5"')).toBe('5')
})
