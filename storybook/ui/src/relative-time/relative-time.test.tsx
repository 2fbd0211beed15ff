import { expect, test } from '@jest/globals'
import { exactly, relativeTo } from './relative-time.tsx'

const now = Date.parse('2026-11-20T12:00:00.000Z')
const inSeconds = (seconds: number) => new Date(now + seconds * 1000)

test.each([
  [-5, 'now'],
  [-110, '2 minutes ago'],
  [-3 * 3600, '3 hours ago'],
  [-26 * 3600, 'yesterday'],
  [9 * 24 * 3600, 'in 9 days'],
  [-400 * 24 * 3600, '1 year ago'],
  [-11.6 * 365 * 24 * 3600, '11 years ago'],
])('%d seconds away is said as "%s"', (seconds, words) => {
  expect(relativeTo(now, inSeconds(seconds), 'en')).toBe(words)
})

test('a time is said in the language of its reader', () => {
  expect(relativeTo(now, inSeconds(-3 * 3600), 'de')).toBe('vor 3 Stunden')
})

test('the exact instant names its zone', () => {
  expect(exactly(new Date(now), 'en')).toMatch(/Nov 20, 2026.*(UTC|GMT|[A-Z]{3,4})/)
})
