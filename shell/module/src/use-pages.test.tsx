import { expect, jest, test } from '@jest/globals'
import { act, renderHook, waitFor } from '@testing-library/react'
import { fakeModule } from './testing.ts'
import { usePages } from './use-pages.ts'
import { useReadAgain } from './use-read-again.ts'

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

/** A list of three pages of one row, of which two are in view, and whose next answers are awaited. */
async function twoOfThree() {
  const asked: { cursor: string | undefined; answer: PromiseWithResolvers<void> }[] = []
  const next: Readonly<Record<string, string | null>> = { c1: 'c2', c2: 'c3', c3: null }
  let isHeld = false
  const read = async (cursor = 'c1') => {
    const answer = Promise.withResolvers<void>()
    asked.push({ cursor, answer })
    if (isHeld) await answer.promise
    return { data: [cursor], page: { next: next[cursor] ?? null } }
  }
  const look = () => ({ ...usePages(['rows'], read), again: useReadAgain('rows') })
  const { result } = renderHook(look, { wrapper: fakeModule().wrapper })
  await waitFor(() => expect(result.current.data).toEqual(['c1']))
  await act(async () => void (await result.current.fetchNextPage()))
  asked.length = 0
  isHeld = true
  const letGo = () =>
    act(async () => {
      isHeld = false
      for (const { answer } of asked) answer.resolve()
    })
  return { result, asked, letGo }
}

const all = ['c1', 'c2', 'c3']

test.each([
  ['something has happened', 'again'],
  ['somebody wishes so', 'refetch'],
] as const)(
  'LV-1: what is read again as %s is, though one more page is asked for meanwhile',
  async (_, way) => {
    const { result, asked, letGo } = await twoOfThree()
    act(() => void result.current[way]())
    act(() => void result.current.fetchNextPage())
    expect(result.current.isFetchingNextPage).toBe(true)
    await letGo()
    await waitFor(() => expect(result.current.data).toEqual(all))
    expect(asked.filter(({ cursor }) => cursor === 'c1')).toHaveLength(2)
  },
)

test('a page that was asked for comes, though the list has to be read again meanwhile', async () => {
  const { result, letGo } = await twoOfThree()
  const { more } = await act(async () => ({ more: result.current.fetchNextPage() }))
  act(() => void result.current.again())
  expect(result.current.isFetchingNextPage).toBe(true)
  await letGo()
  expect((await more).data).toEqual(all)
  await waitFor(() => expect(result.current.isFetchingNextPage).toBe(false))
})

test('one more page asked for twice is read once', async () => {
  const { result, asked, letGo } = await twoOfThree()
  act(() => void result.current.fetchNextPage())
  act(() => void result.current.fetchNextPage())
  await letGo()
  await waitFor(() => expect(result.current.data).toEqual(all))
  expect(asked).toHaveLength(1)
})

test('after the last page there is none: what is in view stays as it is', async () => {
  const { result, letGo } = await twoOfThree()
  act(() => void result.current.fetchNextPage())
  await letGo()
  await waitFor(() => expect(result.current.data).toEqual(all))
  await act(async () => void (await result.current.fetchNextPage()))
  expect(result.current.data).toEqual(all)
})
