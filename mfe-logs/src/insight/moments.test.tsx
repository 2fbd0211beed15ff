import {
  logDetailOf,
  logEntries,
  logEntryOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { memoryViewState } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { inWords, mark } from '../histogram/instants.ts'
import { pageOver, press, type Search } from '../testing/show-logs-page.tsx'

const counted = logHistogramOf()
const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf, histogram: counted })

const atNoon = (year: number) => new Date(year, 4, 17, 12).toISOString()
const momentOf = (year: number) => ({ ...counted, from: atNoon(year), to: atNoon(year) })

test('LG-5: requests that are let in are counted as well, and the chart goes on saying of when it is', async () => {
  const histogram = jest.fn(() => Promise.resolve(counted))
  const { arrive } = showPage({ api: { logs: { histogram } } })
  await screen.findByRole('slider')
  await press('Pause')
  arrive([logEntryOf({ id: 'newest', at: ago(0) })])
  expect(screen.getByText(/^As of /)).toBeTruthy()
  expect(histogram).toHaveBeenCalledTimes(1)
  await press('1 new')
  await waitFor(() => expect(histogram).toHaveBeenCalledTimes(2))
  expect(screen.getByText(/^As of /)).toBeTruthy()
})

test('LG-2: where all that matches is older than the range, the newest of it is a press away', async () => {
  const old = logEntryOf({ id: 'old', at: atNoon(2015) })
  const search = jest.fn<Search>((request) => pageWith(request?.query?.from ? [] : [old]))
  const { viewState } = showPage({ api: { logs: { search } } })
  await press('Show the newest, of May 17, 2015')
  const from = new Date(2015, 4, 17).toISOString()
  expect(viewState.read()).toEqual({ range: `${from}/${new Date(2015, 4, 18).toISOString()}` })
})

test('LG-2: where nothing matches at any time, no way leads to it', async () => {
  const search = jest.fn<Search>(() => pageWith([]))
  showPage({ api: { logs: { search } } })
  await waitFor(() => expect(search.mock.lastCall?.[0]?.query).toMatchObject({ limit: 1 }))
  await screen.findByText('No requests in this range')
  expect(screen.queryByRole('button', { name: /^Show the newest/ })).toBeNull()
})

test.each(['abc', '-5d', '999999d', '9999-01-01T00:00:00Z/0001-01-01T00:00:00Z'])(
  'LG-2: a range in the address that cannot be read, %s, is said to be',
  async (range) => {
    showPage({ viewState: memoryViewState({ range }) })
    expect(await screen.findByText(/cannot be read. These are the last 30 days/)).toBeTruthy()
  },
)

test('LG-2: a range in the address that was read is not said to be otherwise', async () => {
  showPage({ viewState: memoryViewState({ range: '24h' }) })
  await screen.findByText('201 Created')
  expect(screen.queryByText(/cannot be read/)).toBeNull()
})

test('LG-5: a chart of another year says the year, and one of this year does not', () => {
  const thisYear = new Date().getFullYear()
  for (const told of [
    inWords(momentOf(2015), 3600, 'en'),
    mark(atNoon(2015), momentOf(2015), 'en'),
  ])
    expect(told).toContain('May 17, 2015')
  for (const told of [
    inWords(momentOf(thisYear), 3600, 'en'),
    mark(atNoon(thisYear), momentOf(thisYear), 'en'),
  ])
    expect(told).not.toContain(String(thisYear))
})

test('LG-2: what is seldom done has a button of its own, which says whether it is open', async () => {
  showPage({ scopes: ['logs:read', 'jobs:read', 'jobs:run'] })
  await press('Actions for these requests')
  const more = screen.getByRole('button', { name: 'Actions for these requests' })
  expect(more.getAttribute('aria-expanded')).toBe('true')
  const acts = document.getElementById(more.getAttribute('aria-controls')!)
  expect(acts?.textContent).toContain('Export…')
})
