import { expect, jest, test } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import { memoryViewState } from './memory-view-state.ts'
import { fakeModule } from './testing.ts'
import { useViewState } from './use-view-state.ts'

const defaults = { status: '', page: 1, onlyMine: false }

function use(stored: Record<string, string> = {}) {
  const module = fakeModule({ viewState: memoryViewState(stored) })
  const hook = renderHook(() => useViewState(defaults), { wrapper: module.wrapper })
  return {
    state: () => hook.result.current[0],
    change: (part: Partial<typeof defaults>) => act(() => hook.result.current[1](part)),
    stored: module.viewState.read,
  }
}

test('what is kept is read in the types of the defaults', () => {
  const { state } = use({ status: '4xx', page: '3', onlyMine: 'true' })
  expect(state()).toEqual({ status: '4xx', page: 3, onlyMine: true })
})

test('a number that is none is the default', () => {
  expect(use({ page: 'three' }).state().page).toBe(1)
})

test('a change is drawn and kept; what equals its default is not kept', () => {
  const { state, change, stored } = use()
  change({ status: '5xx', page: 2 })
  expect(state()).toEqual({ status: '5xx', page: 2, onlyMine: false })
  expect(stored()).toEqual({ status: '5xx', page: '2' })
  change({ page: 1 })
  expect(stored()).toEqual({ status: '5xx' })
})

test('what others keep in the same place stays', () => {
  const { change, stored } = use({ tab: 'usage' })
  change({ status: '2xx' })
  expect(stored()).toEqual({ tab: 'usage', status: '2xx' })
})

test('LG-5: what is opened beside a list is a step, another in its place is none, and to close it goes back', () => {
  const module = fakeModule({ viewState: memoryViewState({ status: '5xx' }) })
  const manners: unknown[] = []
  module.viewState.subscribe((manner) => manners.push(manner))
  const { result } = renderHook(() => useViewState({ ...defaults, entry: '', tab: '' }), {
    wrapper: module.wrapper,
  })
  const show = (entry: string, tab = '') => act(() => result.current[1]({ entry, tab }, 'beside'))
  for (const entry of ['1', '2']) show(entry)
  show('2', 'health')
  show('')
  expect(manners).toEqual(['step', undefined, undefined, 'back'])
  expect(module.viewState.read()).toEqual({ status: '5xx' })
})

const secret = `sq_live_9fK2${'0'.repeat(32)}`

test('EM-3: an address that holds the secret of a key is read without it, and rewritten in place', () => {
  const viewState = memoryViewState({ status: `key:${secret}`, others: `${secret} 5xx` })
  const write = jest.spyOn(viewState, 'write')
  const seen: string[] = []
  const { wrapper } = fakeModule({ viewState })
  renderHook(() => seen.push(useViewState(defaults)[0].status), { wrapper })
  expect(new Set(seen)).toEqual(new Set(['key:sq_live_9fK2']))
  expect(viewState.read()).toEqual({ status: 'key:sq_live_9fK2', others: 'sq_live_9fK2 5xx' })
  expect(write.mock.calls.map(([, manner]) => manner)).toEqual([undefined])
})

test('EM-3: no view writes the secret of a key into the address', () => {
  const { change, stored } = use()
  change({ status: secret })
  expect(stored()).toEqual({ status: 'sq_live_9fK2' })
})
