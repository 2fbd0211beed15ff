import { logDetailOf, logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import LogsPage from './logs-page.tsx'

type Search = ModuleContext['api']['logs']['search']

const newest = logEntryOf({ id: 'newest', path: '/v1/brand-new', at: ago(0) })
const later = logEntryOf({ id: 'later', path: '/v1/later', at: ago(-1_000) })

function showPage(options: FakeModuleOptions = {}) {
  const module = fakeModule({
    scopes: ['logs:read'],
    ...options,
    api: {
      logs: {
        search: () => pageWith(logEntries),
        show: () => Promise.resolve(logDetailOf()),
        ...options.api?.logs,
      },
    },
  })
  render(<LogsPage />, { wrapper: module.wrapper })
  const arrive = (entries: readonly LogEntry[], dropped = 0) =>
    act(() => module.arrive({ entries, dropped }))
  const endTails = () => act(() => module.endTails())
  return { ...module, arrive, endTails }
}

const paths = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('code')?.textContent)

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

test('LG-1: without logs:read the page names the missing scope and asks for nothing', () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  showPage({ scopes: [], api: { logs: { search } } })
  expect(screen.getByText('logs:read')).toBeTruthy()
  expect(search).not.toHaveBeenCalled()
})

test('LG-3: a status is told by colour and in words', async () => {
  showPage()
  expect(await screen.findByText('201 Created')).toBeTruthy()
  expect(screen.getByText('503 Overloaded').getAttribute('data-tone')).toBe('danger')
  expect(screen.getByText('403 Forbidden').getAttribute('data-tone')).toBe('warning')
})

test('LG-2: the list is narrowed by status group, method and the beginning of the path', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = showPage({ api: { logs: { search } } })
  await userEvent.click(screen.getByRole('radio', { name: '4xx' }))
  await userEvent.selectOptions(screen.getByLabelText('Method'), 'POST')
  await userEvent.type(screen.getByLabelText(/^Path begins with/), '/v1/cu')
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ status: '4xx', method: 'POST', path: '/v1/cu' }),
    }),
  )
  expect(module.viewState.read()).toEqual({ status: '4xx', method: 'POST', path: '/v1/cu' })
  await press('Clear filters')
  expect(module.viewState.read()).toEqual({})
})

test('LG-2: a request id, as an error shows it to copy, finds its request', async () => {
  const id = logEntryOf().requestId
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = showPage({ api: { logs: { search } } })
  const field = screen.getByLabelText<HTMLInputElement>(/request id$/)
  await userEvent.type(field, '/v1/cu')
  await waitFor(() => expect(module.viewState.read()).toEqual({ path: '/v1/cu' }))
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(` ${id.toUpperCase()} `)
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ requestId: id, path: undefined }),
    }),
  )
  expect(module.viewState.read()).toEqual({ requestId: id })
  expect(field.value).toBe(id)
  await press('Clear filters')
  expect(module.viewState.read()).toEqual({})
})

test('LG-2: an address with an unknown status asks for all', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const viewState = fakeModule().viewState
  viewState.write({ status: '9xx' })
  showPage({ viewState, api: { logs: { search } } })
  await screen.findByText('201 Created')
  expect(search).toHaveBeenCalledWith({ query: expect.objectContaining({ status: undefined }) })
})

test('LG-4: an entry opens in place with request, response, headers and the request id', async () => {
  const module = showPage()
  await press('POST /v1/customers, 201 Created')
  const body = await screen.findByRole('region', { name: 'Request body' })
  expect(body.textContent).toContain('"reference": "cust-1042"')
  expect(screen.getByRole('region', { name: 'Response body' })).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Request headers' }).textContent).toContain(
    'user-agent: northwind-checkout/4.2',
  )
  expect(screen.getByText(logDetailOf().requestId)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Copy as curl' })).toBeTruthy()
  expect(module.viewState.read()).toEqual({ entry: logEntries[0]!.id })
})

test('XC-2: who may not read customers is told why bodies show their structure alone', async () => {
  const values = /to see values you need/
  showPage()
  await press('POST /v1/customers, 201 Created')
  expect(await screen.findByText(values)).toBeTruthy()
  cleanup()
  showPage({ scopes: ['logs:read', 'customers:read'] })
  await press('POST /v1/customers, 201 Created')
  await screen.findByRole('region', { name: 'Request body' })
  expect(screen.queryByText(values)).toBeNull()
})

test('LG-4: the link to an entry older than the list shows it above the list', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ entry: 'of-last-week' })
  const show = jest.fn(() => Promise.resolve(logDetailOf({ id: 'of-last-week' })))
  showPage({ viewState, api: { logs: { show } } })
  await screen.findByRole('region', { name: 'Linked request' })
  expect(show).toHaveBeenCalledWith({ params: { id: 'of-last-week' } })
  await press('Close')
  expect(screen.queryByRole('region', { name: 'Linked request' })).toBeNull()
})

test('XC-5: a new request appears at the top at once', async () => {
  const { arrive } = showPage()
  await screen.findByText('201 Created')
  arrive([newest])
  expect(paths()[0]).toBe('POST /v1/brand-new')
})

test('LG-5: while paused new requests are counted, and shown when asked for', async () => {
  const { arrive } = showPage()
  await screen.findByText('201 Created')
  await press('Pause')
  arrive([newest, later])
  expect(paths()[0]).toBe('POST /v1/customers')
  await press('2 new')
  expect(paths().slice(0, 2)).toEqual(['POST /v1/later', 'POST /v1/brand-new'])
})

test('XC-2: when the server ends the live updates the page says so and why, and can start again', async () => {
  const search = jest
    .fn<Search>(() => pageWith([newest, ...logEntries]))
    .mockImplementationOnce(() => pageWith(logEntries))
  const { endTails, tails, arrive } = showPage({ api: { logs: { search } } })
  await screen.findByText('201 Created')
  endTails()
  expect(screen.getByText('Live updates have ended')).toBeTruthy()
  expect(screen.getByText(/your right to read logs has ended/)).toBeTruthy()
  expect(screen.queryByText('Live')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  expect(tails()).toBe(0)
  expect(paths()[0]).toBe('POST /v1/customers')

  await press('Start again')
  expect(screen.queryByText('Live updates have ended')).toBeNull()
  expect(screen.getByText('Live')).toBeTruthy()
  await waitFor(() => expect(paths()[0]).toBe('POST /v1/brand-new'))
  arrive([later])
  expect(paths()[0]).toBe('POST /v1/later')
})

test('LG-5: an open entry never moves; closing it lets the new requests in', async () => {
  const { arrive } = showPage()
  await press('POST /v1/customers, 201 Created')
  arrive([newest])
  expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy()
  await press('POST /v1/customers, 201 Created')
  await waitFor(() => expect(paths()[0]).toBe('POST /v1/brand-new'))
})

test('LG-8: requests that were left out to keep up are counted and can be read', async () => {
  const search = jest
    .fn<Search>(() => pageWith([newest, ...logEntries]))
    .mockImplementationOnce(() => pageWith(logEntries))
  const { arrive } = showPage({ api: { logs: { search } } })
  await screen.findByText('201 Created')
  arrive([], 7)
  await press(/^7 left out/)
  await waitFor(() => expect(paths()[0]).toBe('POST /v1/brand-new'))
  expect(screen.queryByRole('button', { name: /left out/ })).toBeNull()
})

test('LG-5: older requests are read with the cursor and put below, once each', async () => {
  const older = logEntryOf({ id: 'older', path: '/v1/older', at: ago(3_600_000) })
  const search = jest
    .fn<Search>(() => pageWith([logEntries.at(-1)!, older]))
    .mockImplementationOnce(() => pageWith(logEntries, 'cursor-2'))
  showPage({ api: { logs: { search } } })
  await press('Load more')
  await waitFor(() => expect(paths().at(-1)).toBe('POST /v1/older'))
  expect(search).toHaveBeenLastCalledWith({
    query: expect.objectContaining({ cursor: 'cursor-2' }),
  })
})

test('LG-1: an empty log says how to fill it, an empty search that nothing matches', async () => {
  showPage({ api: { logs: { search: () => pageWith([]) } } })
  expect(await screen.findByText('No requests yet')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: '5xx' }))
  expect(await screen.findByText('No request matches the filters')).toBeTruthy()
})

test('XC-8: a failure shows its request id to copy, and a retry that works', async () => {
  const problem = {
    code: 'overloaded',
    title: 'Too busy at the moment',
    detail: 'All workers are busy.',
    instance: 'request-77',
  }
  const search = jest
    .fn<Search>(() => pageWith(logEntries))
    .mockImplementationOnce(() => Promise.reject(Object.assign(new Error(), { problem })))
  showPage({ api: { logs: { search } } })
  const failure = within(await screen.findByRole('alert'))
  expect(failure.getByText('request-77')).toBeTruthy()
  await userEvent.click(failure.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('201 Created')).toBeTruthy()
})
