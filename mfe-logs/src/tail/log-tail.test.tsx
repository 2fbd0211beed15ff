import { logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Search } from '../testing/show-logs-page.tsx'
import LogTail from './log-tail.tsx'

const newest = logEntryOf({ id: 'newest', path: '/v1/brand-new', at: ago(0) })

function showTail(options: FakeModuleOptions = {}) {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = fakeModule({
    kind: 'embed',
    scopes: ['logs:read'],
    api: { logs: { search } },
    ...options,
  })
  render(
    <Surface>
      <LogTail />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return {
    ...module,
    search,
    arrive: () => act(() => module.arrive({ entries: [newest], dropped: 0 })),
  }
}

const lines = async () => {
  const rows = await screen.findByRole('list', { name: 'Latest requests' })
  return [...rows.querySelectorAll('code')].map(({ textContent }) => textContent)
}

test('EM-5: a request appears in the tail as it comes in, above those before it', async () => {
  const { arrive } = showTail()
  expect((await lines())[0]).toBe('POST /v1/customers')
  arrive()
  expect((await lines())[0]).toBe('POST /v1/brand-new')
})

test('EM-5: a tail that is paused holds still, counts what came, and shows it when asked', async () => {
  const { arrive } = showTail()
  await lines()
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  arrive()
  expect((await lines())[0]).toBe('POST /v1/customers')
  await userEvent.click(screen.getByRole('button', { name: '1 new' }))
  expect((await lines())[0]).toBe('POST /v1/brand-new')
})

test('EM-5: whoever is at a row by keyboard keeps it', async () => {
  const { arrive } = showTail()
  await lines()
  act(() => screen.getByRole('button', { name: /201 POST \/v1\/customers/ }).focus())
  arrive()
  expect((await lines())[0]).toBe('POST /v1/customers')
  expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy()
})

test('EM-5: a request is opened where the page shows it, and the same ones are in view there', async () => {
  const { navigated, search } = showTail({ params: { status: '4xx', colour: 'red' } })
  await lines()
  expect(screen.getByText('4xx, refused')).toBeTruthy()
  expect(search).toHaveBeenCalledWith({
    query: expect.objectContaining({ status: '4xx', without: 'embed-sessions' }),
  })
  await userEvent.click(screen.getByRole('button', { name: /201 POST \/v1\/customers/ }))
  expect(navigated).toEqual([
    { view: 'logs.list', params: { status: '4xx', entry: logEntries[0]?.id } },
  ])
})

test('EM-5: a session without the page of the logs offers no way to it', async () => {
  showTail({ views: ['logs.tail'] })
  await lines()
  expect(screen.queryByRole('button', { name: 'All requests' })).toBeNull()
  expect(screen.queryByRole('button', { name: /customers/ })).toBeNull()
})

test('EM-5: a widget heads no page, and says which scope is missing', async () => {
  showTail({ scopes: [] })
  expect(screen.getByRole('heading', { level: 2, name: 'Latest requests' })).toBeTruthy()
  expect(screen.getByText('logs:read')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
})
