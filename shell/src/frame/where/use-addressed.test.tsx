import { expect, jest, test } from '@jest/globals'
import type { Router } from '@sonaqor/embed/host'
import { act, renderHook } from '@testing-library/react'
import { useAddressed } from './use-addressed.ts'

type Query = Readonly<Record<string, string>>

/** An address, and who hears when it changes. */
function address(query: Query) {
  const heard = new Set<() => void>()
  const at = { query }
  const router = {
    viewState: { read: () => at.query, write: (next: Query) => (at.query = next) },
    subscribe(listener: () => void) {
      heard.add(listener)
      return () => heard.delete(listener)
    },
  } as unknown as Router
  const go = (next: Query) =>
    act(() => {
      at.query = next
      for (const listener of heard) listener()
    })
  return { at, router, go }
}

function keepIn(router: Router, first: string | undefined = 'sandbox') {
  const follow = jest.fn((asked: string) => asked === 'production')
  const { rerender } = renderHook(
    ({ value }) => useAddressed(router, { name: 'environment', value, follow }),
    { initialProps: { value: first } },
  )
  return { follow, change: (value: string) => rerender({ value }) }
}

test('XC-12: what is looked at stands in the address beside what was chosen in the view', () => {
  const { at, router } = address({ status: '4xx' })
  const { change } = keepIn(router)
  expect(at.query).toEqual({ status: '4xx', environment: 'sandbox' })
  change('production')
  expect(at.query).toEqual({ status: '4xx', environment: 'production' })
})

test('another page keeps it, and an address that asks for another is followed', () => {
  const { at, router, go } = address({})
  const { follow } = keepIn(router)
  go({ page: '2' })
  expect(at.query).toEqual({ page: '2', environment: 'sandbox' })
  expect(follow).not.toHaveBeenCalled()
  go({ environment: 'production' })
  expect(follow).toHaveBeenCalledWith('production')
  expect(at.query).toEqual({ environment: 'production' })
})

test('an address that asks for what there is not is put right', () => {
  const { at, router, go } = address({})
  keepIn(router)
  go({ environment: 'moon' })
  expect(at.query).toEqual({ environment: 'sandbox' })
})

test('where there is nothing to choose, nothing is said', () => {
  const { at, router } = address({})
  renderHook(() => useAddressed(router, { name: 'project', value: undefined, follow: () => true }))
  expect(at.query).toEqual({})
})
