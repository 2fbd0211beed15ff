import { expect, jest, test } from '@jest/globals'
import type { Router } from '@sonaqor/embed/host'
import type { Environment } from '@sonaqor/module'
import { act, renderHook } from '@testing-library/react'
import { useAddressedEnvironment } from './use-addressed-environment.ts'

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

function follow(router: Router, environments: readonly Environment[] = ['sandbox', 'production']) {
  const onChange = jest.fn()
  const { rerender } = renderHook(
    ({ environment }) => useAddressedEnvironment(router, { environments, environment, onChange }),
    { initialProps: { environment: 'sandbox' as Environment } },
  )
  return { onChange, change: (environment: Environment) => rerender({ environment }) }
}

test('XC-12: the environment stands in the address beside what was chosen in the view', () => {
  const { at, router } = address({ status: '4xx' })
  const { change } = follow(router)
  expect(at.query).toEqual({ status: '4xx', environment: 'sandbox' })
  change('production')
  expect(at.query).toEqual({ status: '4xx', environment: 'production' })
})

test('another page keeps it, and an address that asks for another is followed', () => {
  const { at, router, go } = address({})
  const { onChange } = follow(router)
  go({ page: '2' })
  expect(at.query).toEqual({ page: '2', environment: 'sandbox' })
  expect(onChange).not.toHaveBeenCalled()
  go({ environment: 'production' })
  expect(onChange).toHaveBeenCalledWith('production')
})

test('where there is only one, it narrows nothing and is not said', () => {
  const { at, router } = address({})
  follow(router, ['sandbox'])
  expect(at.query).toEqual({})
})
