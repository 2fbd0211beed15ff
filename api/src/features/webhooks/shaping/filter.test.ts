import { describe, expect, test } from '@jest/globals'
import { EndpointFilter, type FilterCondition } from '@sonaqor/contract/webhook-endpoints'
import { conditionsOf, passes } from './filter.ts'

const payload = {
  type: 'keys.updated',
  timestamp: '2026-03-01T12:00:00.000Z',
  data: {
    label: null,
    state: 'active',
    amount: '1250.50',
    revision: 3,
    isOrdered: false,
    scopes: ['keys:read', 'logs:read'],
    lines: [{ sku: 'A-1', price: 7 }, { sku: 'B-2' }],
  },
}

describe('WH-8: a condition holds of what stands at its place', () => {
  test.each<[FilterCondition['operator'], string, unknown, boolean]>([
    ['is', 'data.state', 'active', true],
    ['is', 'data.state', 'Active', false],
    ['is', 'data.label', null, true],
    ['is', 'data.isOrdered', false, true],
    ['is', 'data.revision', 3, true],
    ['is', 'data.revision', '3', false],
    ['is', 'data.amount', 1250.5, true],
    ['is', 'data.amount', '1250.50', true],
    ['is', 'data.lines.0.sku', 'A-1', true],
    ['is', 'data.lines.1.price', 7, false],
    ['is', 'data.nowhere', null, false],
    ['is-not', 'data.state', 'closed', true],
    ['is-not', 'data.nowhere', 'closed', true],
    ['is-one-of', 'data.state', ['paused', 'active'], true],
    ['is-one-of', 'data.revision', [1, 2], false],
    ['starts-with', 'type', 'keys.', true],
    ['starts-with', 'data.revision', '3', false],
    ['contains', 'data.state', 'ctiv', true],
    ['contains', 'data.amount', 2, true],
    ['contains', 'data.scopes', 'logs:read', true],
    ['contains', 'data.scopes', 'logs', false],
    ['above', 'data.amount', 1250, true],
    ['above', 'data.amount', 1250.5, false],
    ['above', 'data.revision', 2.5, true],
    ['above', 'data.state', 0, false],
    ['above', 'data.nowhere', 0, false],
    ['below', 'data.amount', 9, false],
    ['below', 'data.label', 9, false],
    ['exists', 'data.label', undefined, true],
    ['exists', 'data.nowhere', undefined, false],
    ['is-missing', 'data.nowhere.further', undefined, true],
    ['is-missing', 'data.label', undefined, false],
  ])('%s %s %j: %s', (operator, path, value, holds) => {
    const filter = EndpointFilter.parse([{ operator, path, value }])
    expect(passes(filter, payload)).toBe(holds)
  })
})

test('WH-8: all conditions have to hold, and each says what it found', () => {
  const filter = EndpointFilter.parse([
    { path: 'data.state', operator: 'is', value: 'active' },
    { path: 'data.revision', operator: 'above', value: 5 },
    { path: 'data.nowhere', operator: 'exists' },
  ])
  expect(passes(filter, payload)).toBe(false)
  expect(conditionsOf(filter, payload)).toEqual([
    { holds: true, found: 'active' },
    { holds: false, found: 3 },
    { holds: false, found: undefined },
  ])
  expect(passes([], payload)).toBe(true)
})

test.each([
  '__proto__',
  'constructor',
  'constructor.name',
  'data.toString',
  'data.__proto__.constructor',
  'data.scopes.length',
  'data.scopes.push',
  'data.state.length',
  'data.scopes.00',
])('WH-8: no condition looks behind the payload: %s', (path) => {
  expect(passes([{ path, operator: 'exists' }], payload)).toBe(false)
})

describe('WH-8: a value that does not fit its operator is refused', () => {
  test.each([
    { path: 'a', operator: 'is' },
    { path: 'a', operator: 'is', value: ['b'] },
    { path: 'a', operator: 'is-one-of', value: 'b' },
    { path: 'a', operator: 'starts-with', value: 5 },
    { path: 'a', operator: 'starts-with', value: '' },
    { path: 'a', operator: 'contains', value: null },
    { path: 'a', operator: 'above', value: '5' },
    { path: 'a', operator: 'below' },
    { path: 'a', operator: 'exists', value: true },
    { path: 'a', operator: 'is-missing', value: null },
    { path: 'a..b', operator: 'exists' },
    { path: '.a', operator: 'exists' },
    { path: 'a.', operator: 'exists' },
  ])('%j', (condition) => {
    expect(EndpointFilter.safeParse([condition]).success).toBe(false)
  })
})
