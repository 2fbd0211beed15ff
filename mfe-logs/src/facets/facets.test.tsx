/** LG-2: what is taken from a folder that is asked for is asked for in its place. */
import {
  logDetailOf,
  logEntries,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { memoryViewState } from '@sonaqor/module/testing'
import { beforeEach, expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver } from '../testing/show-logs-page.tsx'
import { giveRoom } from '../testing/room.ts'

beforeEach(() => giveRoom(1200))

test.each([
  ['/talks/git/a/*', 'path:/talks/git/* method:GET', 'method:GET path:/talks/git/a/*'],
  ['/talks/git/', 'path:/talks/git/*', 'path:/talks/git/'],
  ['/talks/git/a/*', 'path:/talks/git/*,/talks/c/*', 'path:/talks/c/*,/talks/git/a/*'],
  ['/talks/git/a/*', 'path:/talks/git/a/*', undefined],
])('LG-2: %s under %s', async (value, q, then) => {
  const facets = logFacetsOf()
  const path = { ...facets.path, values: [{ value, count: 12 }] }
  const { viewState } = pageOver({
    entries: logEntries,
    detailOf: logDetailOf,
    histogram: logHistogramOf(),
    facets: { ...facets, path },
  })({ viewState: memoryViewState({ breakdown: 'shown', q }) })
  await userEvent.click(await screen.findByTitle(value, {}, { timeout: 4000 }))
  expect(viewState.read()).toEqual({ breakdown: 'shown', ...(then && { q: then }) })
})
