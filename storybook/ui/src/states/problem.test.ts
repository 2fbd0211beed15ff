import { expect, test } from '@jest/globals'
import { faultsOf } from './problem.ts'

test('a fault is told by the field that it points into, however deep', () => {
  const problem = {
    title: 'Some fields are not valid',
    detail: 'Two fields are not valid.',
    errors: [
      { pointer: '#/label', detail: 'must not be empty' },
      { pointer: '#/scopes/2', detail: 'must not name a scope twice' },
    ],
  }
  expect(faultsOf({ problem })).toEqual({
    label: 'must not be empty',
    scopes: 'must not name a scope twice',
  })
})

test('an error that is no problem has no faults', () => {
  expect(faultsOf(new TypeError('Failed to fetch'))).toEqual({})
  expect(faultsOf(null)).toEqual({})
})
