/** LG-2 LG-5: what was not counted yet is never shown as if it were nothing, and is counted on. */
import type { LogHistogram } from '@sonaqor/contract/logs'
import {
  logDetailOf,
  logEntries,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { pageOver, press } from '../testing/show-logs-page.tsx'
import { giveRoom } from '../testing/room.ts'
import { groups, totalOf, uncountedShare } from '../histogram/bars.ts'
import { inWords } from '../histogram/instants.ts'

type Count = ModuleContext['api']['logs']['histogram']
type Facets = ModuleContext['api']['logs']['facets']

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const whole = logHistogramOf()
const reach = whole.buckets[16]!.at
const none = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }
const only = (isTold: (at: string) => boolean, more: Partial<LogHistogram> = {}) => ({
  ...whole,
  ...more,
  buckets: whole.buckets.map((bucket) =>
    isTold(bucket.at) ? bucket : Object.assign({ at: bucket.at }, none),
  ),
})
const newer = only((at) => at >= reach, { isApproximate: true, completeFrom: reach })
const older = only((at) => at < reach)
const sum = ({ buckets }: LogHistogram) => buckets.reduce((all, one) => all + totalOf(one), 0)
const requests = (count: number) => `${count.toLocaleString('en')} requests`

beforeEach(() => giveRoom(1200))

async function show(counts: (before: string | undefined) => Promise<LogHistogram>) {
  const histogram = jest.fn<Count>((asked) => counts(asked?.query?.before))
  const facets = jest.fn<Facets>(() => Promise.resolve(logFacetsOf()))
  showPage({
    viewState: memoryViewState({ q: 'images', breakdown: 'shown' }),
    api: { logs: { histogram, facets } },
  })
  const bars = await screen.findByRole('slider')
  return { bars, histogram, facets }
}
const head = () => document.querySelector('.sq-histogram strong')?.textContent
const band = () => document.querySelector('.sq-histogram-uncounted')
const refused = () =>
  Promise.reject(Object.assign(new Error('Looking takes long.'), { problem: { status: 422 } }))

test('LG-5: a part is called one at its number, in the bars and aloud, and is counted on until it is whole', async () => {
  const rest = Promise.withResolvers<LogHistogram>()
  const { bars, histogram, facets } = await show((before) =>
    before === undefined ? Promise.resolve(newer) : rest.promise,
  )
  expect(head()).toBe(`At least ${requests(sum(newer))}`)
  expect(band()?.textContent).toBe('Not counted')
  expect(bars.getAttribute('aria-valuetext')).toMatch(/; earlier ones are not counted$/)
  expect(screen.getByText(/on so far, counting further back\.$/)).toBeTruthy()
  // What is counted beside it is of the same part, which is not known yet.
  expect(facets).not.toHaveBeenCalled()
  const end = new Date(Date.parse(whole.buckets.at(-1)!.at) + 900_000).toISOString()
  await waitFor(() =>
    expect(histogram.mock.lastCall?.[0]?.query).toMatchObject({ before: reach, bucketsTo: end }),
  )
  // It is one question, which is audited once: what tells its parts apart is not of it.
  const [first, further] = histogram.mock.calls.map(([asked]) => asked?.query)
  expect(further).toEqual({ ...first, before: reach, bucketsTo: end })
  rest.resolve(older)
  await waitFor(() => expect(head()).toBe(requests(sum(whole))))
  expect(band()).toBeNull()
  expect(screen.queryByRole('button', { name: 'Count further back' })).toBeNull()
  await waitFor(() => expect(facets).toHaveBeenCalledTimes(1))
  expect(facets.mock.lastCall?.[0]?.query?.from).toBe(histogram.mock.lastCall?.[0]?.query?.from)
})

test('LG-2 LG-5: where it ends early, bars, table and breakdown are of one part and say so, and it is a press to go on', async () => {
  let isLong = true
  const { bars, histogram, facets } = await show((before) => {
    if (before === undefined) return Promise.resolve(newer)
    return isLong ? refused() : Promise.resolve(older)
  })
  expect(await screen.findByText(/^Counted from .* Earlier requests are not counted/)).toBeTruthy()
  await waitFor(() => expect(facets.mock.lastCall?.[0]?.query?.since).toBe(reach))
  expect(facets.mock.lastCall?.[0]?.query?.from).toBe(histogram.mock.lastCall?.[0]?.query?.from)
  expect(await screen.findByText(/^Counted from .*, as in the chart\.$/)).toBeTruthy()
  bars.focus()
  await press('Table')
  const table = within(screen.getByRole('table', { name: 'Requests over time' }))
  const last = table.getAllByRole('row').at(-1)!
  expect(within(last).getAllByText('Not counted')).toHaveLength(groups.length)
  isLong = false
  await press('Count further back')
  await waitFor(() => expect(head()).toBe(requests(sum(whole))))
  expect(table.queryByText('Not counted')).toBeNull()
})

test('LG-5: who was refused to have it counted further back is told why, and is not led there again', async () => {
  const { histogram } = await show((before) =>
    before === undefined ? Promise.resolve(newer) : refused(),
  )
  await screen.findByText(/Earlier requests are not counted/)
  const asked = histogram.mock.calls.length
  await press('Count further back')
  const told = await screen.findByText(/Counting further back takes too long: choose a shorter/)
  expect(document.activeElement?.contains(told)).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
  expect(histogram.mock.lastCall?.[0]?.query).toMatchObject({ before: reach })
  expect(histogram).toHaveBeenCalledTimes(asked + 1)
  expect(screen.queryByRole('button', { name: 'Count further back' })).toBeNull()
})

test('LG-5: a bucket in which counting ended is told of from then on', async () => {
  const ended = new Date(Date.parse(reach) + 7 * 60_000).toISOString()
  const part = only((at) => at >= reach, { isApproximate: true, completeFrom: ended })
  await show((before) => (before ? refused() : Promise.resolve(part)))
  await press('Table')
  const table = await screen.findByRole('table', { name: 'Requests over time' })
  const [first, uncounted] = Array.from(table.querySelectorAll('tbody tr')).slice(-2)
  const words = (from: string, to: string) => inWords({ from, to }, whole.intervalSeconds, 'en')
  expect(first?.textContent).toContain(words(ended, whole.buckets[17]!.at))
  expect(uncounted?.textContent).toContain(words(whole.from, ended))
})

test('LG-5: that there are none is not said of what was not looked at', async () => {
  const empty = only(() => false, { isApproximate: true, completeFrom: reach })
  const { bars } = await show((before) => (before ? refused() : Promise.resolve(empty)))
  expect(head()).toBe('None so far')
  expect(bars.getAttribute('aria-valuetext')).toMatch(/no request, .*earlier ones are not counted$/)
  expect(uncountedShare(empty)).toBeCloseTo(16 / 24)
  expect(uncountedShare(whole)).toBe(0)
})
