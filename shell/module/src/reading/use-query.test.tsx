import { expect, jest, test } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import { fakeModule } from '../testing.ts'
import { keepPreviousData, useQuery } from './use-query.ts'

/** A reader of what is asked by name, whose answers come when the test says so. */
function reader() {
  const asked: { of: string; answer: PromiseWithResolvers<string> }[] = []
  const read = (of: string) => () => {
    const answer = Promise.withResolvers<string>()
    asked.push({ of, answer })
    return answer.promise
  }
  const answer = (at: number, data: string) =>
    act(async () => asked[at]!.answer.resolve(`${data} of ${asked[at]!.of}`))
  return { asked, read, answer }
}

interface Asked {
  readonly name: string
  readonly enabled?: boolean
}

test('who asks again for what was in view then does not get it for what is in view now', async () => {
  const { asked, read, answer } = reader()
  const { result, rerender } = renderHook(
    ({ name }: Asked) => useQuery({ queryKey: ['x', name], queryFn: read(name) }),
    { wrapper: fakeModule().wrapper, initialProps: { name: 'a' } },
  )
  await answer(0, 'first')
  const { refetch } = result.current
  rerender({ name: 'b' })
  await answer(1, 'first')
  act(() => void refetch())
  await answer(2, 'second')
  expect(asked.map(({ of }) => of)).toEqual(['a', 'b', 'a'])
  rerender({ name: 'a' })
  expect(result.current.data).toBe('second of a')
})

test('what may be asked for from now on is being fetched as soon as it is drawn so', () => {
  const drawn: string[] = []
  const { rerender } = renderHook(
    ({ name, enabled = true }: Asked) => {
      const { fetchStatus } = useQuery({ queryKey: [name], queryFn: reader().read(name), enabled })
      drawn.push(fetchStatus)
    },
    { wrapper: fakeModule().wrapper, initialProps: { name: 'a', enabled: false } },
  )
  drawn.length = 0
  rerender({ name: 'a', enabled: true })
  expect(new Set(drawn)).toEqual(new Set(['fetching']))
})

test('two pages that share what they read each say from the beginning that it is fetched', async () => {
  const { read, answer } = reader()
  const { wrapper } = fakeModule()
  const look = () => {
    const drawn: string[] = []
    const drawing = () => drawn.push(useQuery({ queryKey: ['x'], queryFn: read('a') }).fetchStatus)
    renderHook(drawing, { wrapper })
    return drawn
  }
  look()
  await answer(0, 'first')
  expect(look()[0]).toBe('fetching')
})

test('an answer is drawn once', async () => {
  const { read, answer } = reader()
  let count = 0
  const look = () => {
    count += 1
    return useQuery({ queryKey: ['x'], queryFn: read('a') })
  }
  renderHook(look, { wrapper: fakeModule().wrapper })
  const before = count
  await answer(0, 'first')
  expect(count - before).toBe(1)
})

test('back and forth between two questions, each has its own answer', async () => {
  const { read, answer } = reader()
  const placeholderData = keepPreviousData
  const { result, rerender } = renderHook(
    ({ name }: Asked) => useQuery({ queryKey: [name], queryFn: read(name), placeholderData }),
    { wrapper: fakeModule().wrapper, initialProps: { name: 'a' } },
  )
  await answer(0, 'first')
  rerender({ name: 'b' })
  rerender({ name: 'a' })
  expect(result.current).toMatchObject({ data: 'first of a', isPlaceholderData: false })
  rerender({ name: 'b' })
  expect(result.current).toMatchObject({ data: 'first of a', isPlaceholderData: true })
  await answer(1, 'late')
  expect(result.current).toMatchObject({ data: 'late of b', isPlaceholderData: false })
})

test('what is drawn twice to be strict is asked for once', async () => {
  const { asked, read, answer } = reader()
  const { wrapper } = fakeModule()
  const wish = { refetchOnMount: 'always', gcTime: 0, initialData: 'known' } as const
  const look = () => useQuery({ queryKey: ['x'], queryFn: read('a'), ...wish })
  const { result } = renderHook(look, { wrapper, reactStrictMode: true })
  expect(result.current).toMatchObject({ data: 'known', isFetching: true })
  expect(asked).toHaveLength(1)
  await answer(0, 'first')
  expect(result.current).toMatchObject({ data: 'first of a', isFetching: false })
})

test('whoever may read goes on reading for whoever may not', async () => {
  const { asked, read, answer } = reader()
  const look = ({ enabled = true }: Partial<Asked>) =>
    useQuery({ queryKey: ['x'], queryFn: read('a'), enabled, refetchInterval: 1000 })
  const { wrapper } = fakeModule()
  jest.useFakeTimers()
  const silent = renderHook(look, { wrapper, initialProps: { enabled: false } })
  const reading = renderHook(look, { wrapper, initialProps: {} })
  await answer(0, 'first')
  reading.unmount()
  await act(() => jest.advanceTimersByTimeAsync(5000))
  expect(asked).toHaveLength(1)
  expect(silent.result.current).toMatchObject({ status: 'success', data: 'first of a' })
  jest.useRealTimers()
})
