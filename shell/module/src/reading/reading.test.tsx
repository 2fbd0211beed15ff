import { afterEach, expect, jest, test } from '@jest/globals'
import { act, renderHook, waitFor } from '@testing-library/react'
import { useMutation } from '../use-mutation.ts'
import { usePages } from '../use-pages.ts'
import { useReadAgain } from '../use-read-again.ts'
import { fakeModule } from '../testing.ts'
import { keepPreviousData, useQuery } from './use-query.ts'
import { useQueryClient } from './use-store.ts'

/** A reader whose answers come when the test says so. */
function reader<Data>() {
  const asked: PromiseWithResolvers<Data>[] = []
  const read = () => {
    const answer = Promise.withResolvers<Data>()
    asked.push(answer)
    return answer.promise
  }
  const answer = (at: number, data: Data) => act(async () => asked[at]!.resolve(data))
  const refuse = (at: number) => act(async () => asked[at]!.reject(new Error('refused')))
  return { asked, read, answer, refuse }
}

const show = <Result, Props>(hook: (props: Props) => Result, initialProps?: Props) =>
  renderHook(hook, {
    wrapper: fakeModule().wrapper,
    ...(initialProps === undefined ? {} : { initialProps }),
  }).result

const goOffline = () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  dispatchEvent(new Event('offline'))
}
const comeBack = () =>
  act(async () => {
    jest.restoreAllMocks()
    dispatchEvent(new Event('online'))
  })

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  dispatchEvent(new Event('online'))
})

test('two who look at the same thing ask once, whatever the order of its fields', async () => {
  const { asked, read, answer } = reader<string>()
  const result = show(() => [
    useQuery({ queryKey: ['keys', { state: 'active', app: 'a1' }], queryFn: read }),
    useQuery({ queryKey: ['keys', { app: 'a1', state: 'active' }], queryFn: read }),
  ])
  expect(result.current.map(({ fetchStatus }) => fetchStatus)).toEqual(['fetching', 'fetching'])
  await answer(0, 'one')
  expect(result.current.map(({ data }) => data)).toEqual(['one', 'one'])
  expect(asked).toHaveLength(1)
})

test('LV-1: what happened while it was being read is read again, and the answer from before is not shown', async () => {
  const { asked, read, answer } = reader<string>()
  const result = show(() => ({
    ...useQuery({ queryKey: ['keys'], queryFn: read }),
    again: useReadAgain('keys'),
  }))
  await answer(0, 'first')
  act(() => void result.current.refetch())
  act(() => void result.current.again())
  expect(asked).toHaveLength(3)
  await answer(1, 'from before')
  expect(result.current.data).toBe('first')
  await answer(2, 'from after')
  expect(result.current.data).toBe('from after')
})

test('an area is read again, and none whose name only begins so', async () => {
  const [keys, others] = [reader<number>(), reader<number>()]
  const result = show(() => {
    useQuery({ queryKey: ['keys', 'one', 'k1'], queryFn: keys.read })
    useQuery({ queryKey: ['keys-of-others'], queryFn: others.read })
    return useReadAgain('keys')
  })
  await keys.answer(0, 1)
  await others.answer(0, 1)
  act(() => void result.current())
  expect([keys.asked.length, others.asked.length]).toEqual([2, 1])
})

test('what has not changed is the same object as before', async () => {
  const { read, answer } = reader<{ id: string; uses: number }[]>()
  const result = show(() => useQuery({ queryKey: ['keys'], queryFn: read }))
  await answer(0, [
    { id: 'a', uses: 1 },
    { id: 'b', uses: 1 },
  ])
  const before = result.current.data
  act(() => void result.current.refetch())
  await answer(1, [
    { id: 'a', uses: 1 },
    { id: 'b', uses: 2 },
  ])
  expect(result.current.data?.[0]).toBe(before?.[0])
  expect(result.current.data?.[1]).toEqual({ id: 'b', uses: 2 })
  const after = result.current.data
  act(() => void result.current.refetch())
  await answer(2, [
    { id: 'a', uses: 1 },
    { id: 'b', uses: 2 },
  ])
  expect(result.current.data).toBe(after)
})

test('what was read stays when a later reading fails, and goes well again', async () => {
  const { read, answer, refuse } = reader<string>()
  const result = show(() => useQuery({ queryKey: ['keys'], queryFn: read }))
  await answer(0, 'first')
  act(() => void result.current.refetch())
  await refuse(1)
  expect(result.current).toMatchObject({ status: 'error', data: 'first' })
  expect(result.current.error?.message).toBe('refused')
  act(() => void result.current.refetch())
  await answer(2, 'second')
  expect(result.current).toMatchObject({ status: 'success', data: 'second', error: null })
})

test('without a network it waits, says so, and goes on by itself', async () => {
  goOffline()
  const { asked, read, answer } = reader<string>()
  const result = show(() => useQuery({ queryKey: ['keys'], queryFn: read }))
  expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'paused' })
  await comeBack()
  expect(asked).toHaveLength(1)
  await answer(0, 'there')
  expect(result.current).toMatchObject({ status: 'success', fetchStatus: 'idle', data: 'there' })
})

test('what became old without a network is read when that is back', async () => {
  const { asked, read, answer } = reader<string>()
  show(() => useQuery({ queryKey: ['keys'], queryFn: read, staleTime: 0 }))
  await answer(0, 'old')
  goOffline()
  await comeBack()
  expect(asked).toHaveLength(2)
})

test('another question keeps the last answer in view where that was asked for', async () => {
  const { read, answer } = reader<string>()
  let question = 'a'
  const { wrapper } = fakeModule()
  const { result, rerender } = renderHook(
    () => useQuery({ queryKey: ['x', question], queryFn: read, placeholderData: keepPreviousData }),
    { wrapper },
  )
  await answer(0, 'to a')
  question = 'b'
  rerender()
  expect(result.current).toMatchObject({ data: 'to a', isPlaceholderData: true })
  await answer(1, 'to b')
  expect(result.current).toMatchObject({ data: 'to b', isPlaceholderData: false })
})

test('what nobody looks at any more is let go in its time', async () => {
  jest.useFakeTimers()
  const { asked, read } = reader<string>()
  const { wrapper } = fakeModule()
  let store: ReturnType<typeof useQueryClient> | undefined
  const { rerender } = renderHook(
    ({ looks }: { looks: boolean }) => {
      store = useQueryClient()
      useQuery({ queryKey: [looks ? 'this' : 'that'], queryFn: read, gcTime: 1000 })
    },
    { wrapper, initialProps: { looks: true } },
  )
  await act(async () => asked[0]!.resolve('seen'))
  rerender({ looks: false })
  await act(() => jest.advanceTimersByTimeAsync(999))
  expect(store?.getQueryData(['this'])).toBe('seen')
  await act(() => jest.advanceTimersByTimeAsync(1))
  expect(store?.getQueryData(['this'])).toBeUndefined()
})

test('what is asked for by the minute is not asked for while nobody sees the page', async () => {
  jest.useFakeTimers()
  const { asked, read, answer } = reader<string>()
  show(() => useQuery({ queryKey: ['keys'], queryFn: read, refetchInterval: 60_000 }))
  await answer(0, 'first')
  const seen = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await act(() => jest.advanceTimersByTimeAsync(60_000))
  expect(asked).toHaveLength(1)
  seen.mockRestore()
  await act(() => jest.advanceTimersByTimeAsync(60_000))
  expect(asked).toHaveLength(2)
})

test('a list that is read again keeps as many pages as were in view', async () => {
  const read = jest.fn((cursor: string | undefined) =>
    Promise.resolve({ data: [cursor ?? 'c1'], page: { next: cursor ? null : 'c2' } }),
  )
  const result = show(() => ({ ...usePages(['rows'], read), again: useReadAgain('rows') }))
  await waitFor(() => expect(result.current.data).toEqual(['c1']))
  await act(async () => void (await result.current.fetchNextPage()))
  await act(async () => void (await result.current.again()))
  expect(result.current.data).toEqual(['c1', 'c2'])
  expect(read.mock.calls).toEqual([[undefined], ['c2'], [undefined], ['c2']])
})

test('a write waits for the network as a reading does', async () => {
  goOffline()
  const write = jest.fn((what: string) => Promise.resolve(`${what} written`))
  const result = show(() => useMutation({ mutationFn: write }))
  act(() => result.current.mutate('a key'))
  expect(result.current.isPending).toBe(true)
  expect(write).not.toHaveBeenCalled()
  await comeBack()
  await waitFor(() => expect(result.current.data).toBe('a key written'))
})
