import { expect, test } from '@jest/globals'
import { failureOf, failureOfReading, faultsOf } from './problem.ts'

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

test('a reading that is refused has no fields to mend: what was refused is named', () => {
  const problem = {
    code: 'invalid',
    title: 'Some fields are not valid',
    detail: 'One field is not valid.',
    instance: 'request-77',
    errors: [{ pointer: '?path', detail: 'must not contain control characters' }],
  }
  expect(failureOfReading({ problem })).toMatchObject({
    reason: 'path must not contain control characters.',
    advice: 'Change or clear the filters and try again.',
    requestId: 'request-77',
  })
  expect(failureOf({ problem }).advice).toBe('Mend the fields that are marked.')
})

test('any other failure of a reading is told as it is', () => {
  const error = new TypeError('Failed to fetch')
  expect(failureOfReading(error)).toEqual(failureOf(error))
})
