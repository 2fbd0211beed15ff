import { expect, test } from '@jest/globals'
import { isHeldBy } from './ip-range.ts'

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
