import { expect, test } from '@jest/globals'
import { isHeldBy, isRange } from './ip-range.ts'

test.each([
  ['203.0.113.7', ['203.0.113.0/24']],
  ['203.0.113.7', ['10.0.0.0/8', '203.0.113.7']],
  ['8.8.8.8', ['0.0.0.0/0']],
  ['2001:db8::1', ['2001:db8::/32']],
  ['2001:db8:0:0:0:0:0:1', ['2001:db8::1']],
  ['::1', ['::1/128']],
])('PA-2: %s is held by %j', (address, ranges) => {
  expect(isHeldBy(ranges, address)).toBe(true)
})

test.each([
  ['203.0.114.7', ['203.0.113.0/24']],
  ['203.0.113.7', ['2001:db8::/32', '::/0']],
  ['2001:db9::1', ['2001:db8::/32']],
  ['203.0.113.7', ['203.0.113.7.1', '300.0.0.0/8', '203.0.113.0/33', '']],
  ['no address', ['0.0.0.0/0']],
])('PA-2: %s is not held by %j', (address, ranges) => {
  expect(isHeldBy(ranges, address)).toBe(false)
})

test.each([
  '203.0.113.7',
  '203.0.113.7/24',
  '0.0.0.0/0',
  '2001:DB8:0:0:0:0:0:1',
  '::/0',
  '::ffff:203.0.113.7/120',
])('PA-2: %s is a range, as the API has it', (text) => {
  expect(isRange(text)).toBe(true)
})

test.each([
  'hello',
  '300.1.1.1',
  '203.0.113.0/',
  '203.0.113.0/33',
  '203.0.113.0/08',
  '203.0.113.0/24/24',
  '010.0.0.0/8',
  '2001:db8::/129',
  '1::2::3',
  '203.0.113.7:443',
])('PA-2: %s is none', (text) => {
  expect(isRange(text)).toBe(false)
})
