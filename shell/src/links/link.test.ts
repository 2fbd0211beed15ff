import { expect, jest, test } from '@jest/globals'
import { openFurtherLinks, takeLink } from './link.ts'

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

test('XC-1: a link that is opened where its page stands already is opened anew', () => {
  const reload = jest.fn()
  const change = (pathname: string, hash: string) => {
    const heard = new EventTarget()
    openFurtherLinks(Object.assign(heard, { location: { pathname, hash, reload } }) as never)
    heard.dispatchEvent(new Event('hashchange'))
  }
  change('/keys', '#main')
  change('/sign-up', '')
  expect(reload).not.toHaveBeenCalled()
  change('/sign-up', '#t0ken')
  expect(reload).toHaveBeenCalledTimes(1)
})
