import { expect, test } from '@jest/globals'
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
