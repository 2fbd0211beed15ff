import { expect, test } from '@jest/globals'
import { toggled } from './pieces.ts'

test('LG-2: one status that is asked for takes the place of its group, and another stands beside it', () => {
  expect(toggled('status:4xx', 'status', '422')).toBe('status:422')
  expect(toggled('status:422', 'status', '404')).toBe('status:422,404')
  expect(toggled('status:5xx', 'status', '404')).toBe('status:5xx,404')
  expect(toggled('status:4xx,422', 'status', '422')).toBe('status:4xx')
})
