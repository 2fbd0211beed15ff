import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { expect, jest, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { pageOver, paths, press, type Search } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })

const page = (rows: typeof logEntries, lookedTo: string | null, next: string | null) =>
  Promise.resolve({ data: [...rows], page: { next, prev: null }, lookedTo })

test('LG-5: a search that ended early says how far it looked and leads on, found or not', async () => {
  const search = jest
    .fn<Search>(() => page([], null, null))
    .mockImplementationOnce(() => page([], '2026-11-20T08:00:00.000Z', 'further'))
    .mockImplementationOnce(() => page(logEntries.slice(0, 2), '2026-11-19T08:00:00.000Z', 'on'))
  showPage({ api: { logs: { search } } })
  const looked = await screen.findByText(
    /^None found as far back as .*\. Earlier requests were not looked at/,
  )
  expect(looked.querySelector('time')?.dateTime).toBe('2026-11-20T08:00:00.000Z')
  await press('Look further back')
  expect(await screen.findByText(/^2 requests\. Looked only as far back as/)).toBeTruthy()
  expect(search.mock.lastCall?.[0]?.query?.cursor).toBe('further')
  expect(paths()).toHaveLength(2)
  await press('Look further back')
  expect(await screen.findByText('2 requests')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Look further back' })).toBeNull()
})
