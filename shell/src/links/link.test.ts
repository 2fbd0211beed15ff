import { expect, jest, test } from '@jest/globals'
import { takeLink } from './link.ts'

const replaceState = jest.fn()
const history = { state: null, replaceState }

test('XC-1: the token of a mail leaves the address at once', () => {
  const link = takeLink({ pathname: '/reset-password', hash: '#t0ken' }, history)
  expect(link).toEqual({ page: 'reset-password', token: 't0ken' })
  expect(replaceState.mock.calls).toEqual([[null, '', '/reset-password']])
})

test('the same page without a token asks for what leads to one', () => {
  expect(takeLink({ pathname: '/sign-up', hash: '' }, history)).toEqual({
    page: 'sign-up',
    token: undefined,
  })
})

test('any other address is the dashboard’s', () => {
  expect(takeLink({ pathname: '/keys', hash: '#main' }, history)).toBeUndefined()
})
