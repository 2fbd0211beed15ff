import { expect, jest, test } from '@jest/globals'
import { memoryViewState } from './memory-view-state.ts'
import { stateWithin } from './state-within.ts'

test('PA-4: what a view within another one keeps stands beside what that keeps, and takes nothing of it', () => {
  const around = memoryViewState({ app: 'a1', tab: 'keys', state: 'of the outer' })
  const keys = stateWithin(around, 'keys')
  const logs = stateWithin(around, 'logs')
  expect(keys.read()).toEqual({})
  keys.write({ state: 'revoked', key: 'k1' })
  logs.write({ state: '5xx' })
  expect(around.read()).toEqual({
    app: 'a1',
    tab: 'keys',
    state: 'of the outer',
    'keys.state': 'revoked',
    'keys.key': 'k1',
    'logs.state': '5xx',
  })
  expect(keys.read()).toEqual({ state: 'revoked', key: 'k1' })
  keys.write({ state: 'active' })
  expect(keys.read()).toEqual({ state: 'active' })
  expect(logs.read()).toEqual({ state: '5xx' })
})

test('it is the same object until something was written, and hears of it', () => {
  const around = memoryViewState({ 'keys.state': 'active' })
  const keys = stateWithin(around, 'keys')
  const heard = jest.fn()
  keys.subscribe(heard)
  expect(keys.read()).toBe(keys.read())
  keys.write({})
  expect(heard).toHaveBeenCalledTimes(1)
  expect(keys.read()).toEqual({})
})
