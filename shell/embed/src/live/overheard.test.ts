import type { LiveEvent } from '@sonaqor/contract/live'
import type { Live } from '@sonaqor/module'
import { expect, jest, test } from '@jest/globals'
import { overheard } from './overheard.ts'

test('EM-3: a page hears once of each event that a view listens to, however many parts of it do', () => {
  const listeners = new Set<(events: readonly LiveEvent[]) => void>()
  const subscribe: Live['subscribe'] = (_, listener) => {
    const own: typeof listener = (events) => listener(events)
    listeners.add(own)
    return () => listeners.delete(own)
  }
  const hear = jest.fn()
  const live = overheard({ subscribe } as Live, hear)
  const view = jest.fn()
  const stops = [live.subscribe('keys', view), live.subscribe('keys', view)]
  const ref = { keyId: 'k1' }
  const happen = () => {
    for (const tell of listeners) tell([{ sequence: 1, type: 'keys.revoked', ref, at: '' }])
  }
  happen()
  expect(view).toHaveBeenCalledTimes(2)
  expect(hear.mock.calls).toEqual([[{ type: 'keys.revoked', ref }]])
  stops[0]?.()
  stops[0]?.()
  happen()
  expect(hear).toHaveBeenCalledTimes(2)
  stops[1]?.()
  expect(listeners.size).toBe(0)
})
