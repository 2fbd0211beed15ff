import { expect, jest, test } from '@jest/globals'
import { act, renderHook, waitFor } from '@testing-library/react'
import { fakeModule } from './testing.ts'
import { usePages } from './use-pages.ts'

test('pages are read one after the other, and seen as one list', async () => {
  const read = jest.fn((cursor: string | undefined) =>
    Promise.resolve(
      cursor === 'c2'
        ? { data: [3], page: { next: null } }
        : { data: [1, 2], page: { next: 'c2' } },
    ),
  )
  const { wrapper } = fakeModule()
  const { result } = renderHook(() => usePages(['rows'], read), { wrapper })
  await waitFor(() => expect(result.current.data).toEqual([1, 2]))
  expect(result.current.hasNextPage).toBe(true)
  await act(() => result.current.fetchNextPage())
  await waitFor(() => expect(result.current.data).toEqual([1, 2, 3]))
  expect(result.current.hasNextPage).toBe(false)
  expect(read.mock.calls).toEqual([[undefined], ['c2']])
})
