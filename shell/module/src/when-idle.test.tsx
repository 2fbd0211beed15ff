import { afterEach, expect, jest, test } from '@jest/globals'
import { whenIdle } from './when-idle.ts'

afterEach(() => {
  jest.useRealTimers()
  Reflect.deleteProperty(window, 'requestIdleCallback')
  Reflect.deleteProperty(window, 'cancelIdleCallback')
})

test('Quality: what is not seen at first waits until the browser is idle, but not for ever', () => {
  const asked: { act: IdleRequestCallback; timeout: number | undefined }[] = []
  const calledOff: number[] = []
  window.requestIdleCallback = (act, options) => asked.push({ act, timeout: options?.timeout })
  window.cancelIdleCallback = (request) => void calledOff.push(request)

  const act = jest.fn()
  const callOff = whenIdle(act)
  expect(act).not.toHaveBeenCalled()
  expect(asked[0]?.timeout).toBe(2_000)
  asked[0]?.act({ didTimeout: false, timeRemaining: () => 1 })
  expect(act).toHaveBeenCalledTimes(1)
  callOff()
  expect(calledOff).toEqual([1])
})

test('Quality: a browser that cannot tell acts a moment later, unless it is called off', () => {
  jest.useFakeTimers()
  const act = jest.fn()
  whenIdle(act)
  whenIdle(act)()
  jest.runAllTimers()
  expect(act).toHaveBeenCalledTimes(1)
})
