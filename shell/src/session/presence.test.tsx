import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { fireEvent } from '@testing-library/react'
import { awayAfterMs, watchPresence, type Presence } from './presence.ts'

let presence: Presence

beforeEach(() => {
  jest.useFakeTimers()
  presence = watchPresence()
})
afterEach(() => {
  presence.end()
  jest.useRealTimers()
})

/** Whether who waits for somebody may go on by now. */
async function isSomebodyHere(waiting: Promise<void> = presence.here()): Promise<boolean> {
  return Promise.race([waiting.then(() => true), Promise.resolve(false).then(() => false)])
}

test('XC-1: while somebody is at the page, nothing waits', async () => {
  jest.advanceTimersByTime(awayAfterMs - 1)
  expect(await isSomebodyHere()).toBe(true)
})

test('XC-1: where nobody did anything for long, a renewal waits until somebody does', async () => {
  jest.advanceTimersByTime(awayAfterMs)
  const waiting = presence.here()
  expect(await isSomebodyHere(waiting)).toBe(false)
  fireEvent.keyDown(document.body, { key: 'Tab' })
  expect(await isSomebodyHere(waiting)).toBe(true)
  expect(await isSomebodyHere()).toBe(true)
})

test('XC-1: a page that is left keeps nobody waiting', async () => {
  jest.advanceTimersByTime(awayAfterMs)
  const waiting = presence.here()
  presence.end()
  expect(await isSomebodyHere(waiting)).toBe(true)
})
