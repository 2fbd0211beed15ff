/** LG-5: bars that are counted anew are counted once, however many counts were under way. */
import type { LogHistogram } from '@sonaqor/contract/logs'
import { logHistogramOf } from '@sonaqor/storybook/fixtures/logs'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, renderHook, waitFor } from '@testing-library/react'
import { useBars } from './use-bars.ts'

type Count = ModuleContext['api']['logs']['histogram']

const { buckets, ...whole } = logHistogramOf()
const none = buckets.map(({ at }) => ({ at, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }))
/** Each answer goes one bucket further back. */
const upTo = (place: number): LogHistogram => ({
  ...whole,
  buckets: none,
  isApproximate: place > 0,
  completeFrom: place > 0 ? buckets[place]!.at : whole.from,
})
const placeOf = (before: string) => buckets.findIndex(({ at }) => at === before)

function countingBy(count: Count) {
  const span = { from: whole.from }
  const { wrapper } = fakeModule({ scopes: ['logs:read'], api: { logs: { histogram: count } } })
  const { result, rerender } = renderHook(({ q }) => useBars({ q }, span, false), {
    initialProps: { q: 'images' },
    wrapper: ({ children }) => wrapper({ children }),
  })
  return { result, rerender }
}

test('LG-5 a count that another one took the place of asks for nothing more', async () => {
  const open: (() => void)[] = []
  let isHeld = false
  const histogram = jest.fn<Count>(async (asked) => {
    const before = asked?.query?.before
    if (isHeld) await new Promise<void>((resolve) => open.push(resolve))
    return upTo(before === undefined ? 4 : placeOf(before) - 1)
  })
  const { result } = countingBy(histogram)
  await waitFor(() => expect(result.current.bars?.isApproximate).toBe(false))
  expect(histogram).toHaveBeenCalledTimes(5)

  isHeld = true
  const again = () => act(() => void result.current.countAgain())
  again()
  await waitFor(() => expect(open).toHaveLength(1))
  again()
  again()
  await waitFor(() => expect(open).toHaveLength(2))
  isHeld = false
  await act(async () => {
    for (const answer of open) answer()
  })
  await waitFor(() => expect(result.current.isCounting).toBe(false))
  // Those of the first count, the one that was sent and is not wanted any more, and those of the last.
  expect(histogram).toHaveBeenCalledTimes(5 + 2 + 4)
  expect(result.current.bars?.isApproximate).toBe(false)
})

test('LG-5 a span that is refused is told from a count that failed', async () => {
  const problem = { status: 422, errors: [{ pointer: '?from', detail: 'must be later' }] }
  const refused = countingBy(() =>
    Promise.reject(Object.assign(new Error('Refused.'), { problem })),
  )
  await waitFor(() =>
    expect(refused.result.current).toMatchObject({ hasFailed: true, isTooLong: true }),
  )
  const failed = countingBy(() => Promise.reject(new TypeError('No answer.')))
  await waitFor(() =>
    expect(failed.result.current).toMatchObject({ hasFailed: true, isTooLong: false }),
  )
})

test('LG-5 who turns back to a question finds it counted on', async () => {
  const rest = Promise.withResolvers<void>()
  const histogram = jest.fn<Count>(async (asked) => {
    const { before, q } = asked?.query ?? {}
    if (q === 'images' && before !== undefined) await rest.promise
    return upTo(before === undefined ? 4 : placeOf(before) - 1)
  })
  const { result, rerender } = countingBy(histogram)
  await waitFor(() => expect(histogram).toHaveBeenCalledTimes(2))
  rerender({ q: 'other' })
  await waitFor(() => expect(result.current.bars?.isApproximate).toBe(false))
  rerender({ q: 'images' })
  await act(async () => rest.resolve())
  await waitFor(() => expect(result.current.isCounting).toBe(false))
  expect(result.current).toMatchObject({ hasFailed: false, bars: { isApproximate: false } })
})
