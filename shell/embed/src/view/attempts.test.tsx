import { sayIn } from '@sonaqor/module/texts'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { faults, HostFailure } from '../host/failure.ts'
import { createStage } from '../stage/stage.ts'
import { attemptsOn, type Attempts } from './attempts.ts'

const run = jest.fn<(ground: HTMLElement) => Promise<void>>()
const onFailed = jest.fn()
const onReady = jest.fn()
const begun: Attempts[] = []
let visibility = 'visible'
Object.defineProperty(document, 'visibilityState', { get: () => visibility })

beforeEach(() => {
  jest.useFakeTimers()
  jest.spyOn(Math, 'random').mockReturnValue(0.5)
  run.mockReset().mockRejectedValue(new Error('down'))
  onFailed.mockClear()
  onReady.mockClear()
  visibility = 'visible'
})
afterEach(() => {
  for (const attempts of begun.splice(0)) attempts.end()
  jest.useRealTimers()
})

async function begin() {
  const element = document.body.appendChild(document.createElement('div'))
  const stage = createStage(element, {
    manner: () => ({ theme: 'light', locale: 'en', say: sayIn('en') }),
    title: () => undefined,
    headingLevel: 2,
  })
  const attempts = attemptsOn(stage, { run, onFailed, onReady })
  begun.push(attempts)
  attempts.start()
  await pass(0)
  return { attempts, root: stage.root }
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

test('EM-7: what could not be had is tried again by itself, after ever longer pauses, and said once', async () => {
  await begin()
  for (const seconds of [2, 5, 15, 60, 60]) {
    const before = run.mock.calls.length
    await pass(seconds * 1000 - 1)
    expect(run).toHaveBeenCalledTimes(before)
    await pass(1)
    expect(run).toHaveBeenCalledTimes(before + 1)
  }
  expect(onFailed).toHaveBeenCalledTimes(1)
  run.mockResolvedValue()
  await pass(60_000)
  expect(onReady).toHaveBeenCalledTimes(1)
  await pass(600_000)
  expect(run).toHaveBeenCalledTimes(7)
})

test('EM-7: a retry that nobody asked for leaves what is said where it stands', async () => {
  const { root } = await begin()
  const button = root.querySelector('button')
  button?.focus()
  await pass(2_000)
  expect(root.querySelector('button')).toBe(button)
  expect(root.activeElement).toBe(button)
})

test('EM-7: a failure of another kind is said', async () => {
  await begin()
  run.mockRejectedValue(new HostFailure(faults.ended))
  await pass(2_000)
  expect(onFailed.mock.calls.map(([fault]) => fault)).toEqual([faults.unavailable, faults.ended])
})

test('EM-7: while nobody sees the page nothing is tried, and at once when it is seen', async () => {
  await begin()
  visibility = 'hidden'
  await pass(60_000)
  expect(run).toHaveBeenCalledTimes(1)
  visibility = 'visible'
  document.dispatchEvent(new Event('visibilitychange'))
  await pass(0)
  expect(run).toHaveBeenCalledTimes(2)
})

test('EM-7: what breaks by itself is not drawn for ever, and what the page has wired wrongly not twice', async () => {
  run.mockRejectedValue(new HostFailure(faults.broken))
  await begin()
  await pass(600_000)
  expect(run).toHaveBeenCalledTimes(4)
  run.mockReset().mockRejectedValue(new HostFailure(faults.otherApp))
  await begin()
  await pass(600_000)
  expect(run).toHaveBeenCalledTimes(1)
})

test('EM-9: it is tried at once when the network is back, and no more once it is gone', async () => {
  const { attempts } = await begin()
  window.dispatchEvent(new Event('online'))
  await pass(0)
  expect(run).toHaveBeenCalledTimes(2)
  attempts.end()
  window.dispatchEvent(new Event('online'))
  await pass(600_000)
  expect(run).toHaveBeenCalledTimes(2)
  expect(jest.getTimerCount()).toBe(0)
})

test('a retry that somebody has kept shows nothing once the place is given up', async () => {
  const { attempts } = await begin()
  attempts.end()
  const before = run.mock.calls.length
  attempts.start()
  attempts.fail(new Error('late'), faults.unavailable)
  await pass(120_000)
  expect(run).toHaveBeenCalledTimes(before)
  expect(onFailed).toHaveBeenCalledTimes(1)
})
