import { expect, test } from '@jest/globals'
import { instantsOf, presets, readRange, writeRange } from './range.ts'

const now = Date.parse('2026-11-20T12:00:00.000Z')
const morning = { from: '2026-11-20T08:00:00.000Z', to: '2026-11-20T09:30:00.000Z' }

test('a range comes back from an address as it was written into it', () => {
  for (const range of [...presets, morning]) expect(readRange(writeRange(range))).toEqual(range)
})

test('an address may name instants of any zone', () => {
  expect(readRange('2026-11-20T09:00+01:00/2026-11-20T09:30:00Z')).toEqual(morning)
})

test.each([
  '',
  '2h',
  '2026-11-20T08:00:00Z',
  '2026-11-20T08:00:00/2026-11-20T09:00:00',
  '2026-11-20T09:00:00Z/2026-11-20T08:00:00Z',
  '2026-13-41T08:00:00Z/2026-11-20T08:00:00Z',
  `${writeRange(morning)}/x`,
])('what is no range is not read as one: "%s"', (text) => {
  expect(readRange(text)).toBeUndefined()
})

test('a preset moves on with the time, two instants stay', () => {
  expect(instantsOf('1h', now)).toEqual({
    from: '2026-11-20T11:00:00.000Z',
    to: '2026-11-20T12:00:00.000Z',
  })
  expect(instantsOf(morning, now)).toBe(morning)
})
