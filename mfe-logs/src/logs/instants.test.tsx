import { expect, test } from '@jest/globals'
import { isReadTwice } from './instants.ts'

const clock = (locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone })

test.each([
  ['2026-10-24T23:59:00Z', false],
  ['2026-10-25T00:30:00Z', true],
  ['2026-10-25T01:30:00Z', true],
  ['2026-10-25T02:00:00Z', false],
  ['2026-03-29T00:30:00Z', false],
])('LG-3: an hour that comes twice is known by its clock: %s, %s', (at, isTwice) => {
  expect(isReadTwice(new Date(at), clock('de', 'Europe/Berlin'))).toBe(isTwice)
  expect(isReadTwice(new Date(at), clock('en', 'Europe/Berlin'))).toBe(isTwice)
  expect(isReadTwice(new Date(at), clock('en', 'UTC'))).toBe(false)
})
