import type { LogFacets, LogHistogram } from '@sonaqor/contract/logs'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { adviceOf } from '@sonaqor/storybook/fixtures/key-care'
import { usageOf } from '@sonaqor/storybook/fixtures/key-usage'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDrawer, pageOver, press, rowOf } from '../testing/show-keys-page.tsx'

type Usage = ModuleContext['api']['keys']['usage']
type Histogram = ModuleContext['api']['logs']['histogram']

const showPage = pageOver({ keys, apps })
const [busy, , idle] = usageOf().keys
const used = { ...usageOf(), keys: [busy!, { ...idle!, id: keys[1]!.id }] }

const bucket = (at: string, errors: number) => ({
  at,
  '2xx': 90,
  '3xx': 0,
  '4xx': errors,
  '5xx': 0,
})
const course: LogHistogram = {
  from: ago(7 * dayMs),
  to: ago(0),
  intervalSeconds: 86_400,
  buckets: [bucket(ago(2 * dayMs), 20), bucket(ago(dayMs), 0)],
  isApproximate: false,
  completeFrom: ago(7 * dayMs),
}
const endpoints = {
  path: {
    values: [
      { value: '/v1/transactions', count: 150 },
      { value: '/v1/keys/*', count: 50 },
    ],
    isApproximate: false,
    completeFrom: ago(7 * dayMs),
  },
} as LogFacets

const namedIn = (usage: jest.Mock<Usage>) =>
  new Set(usage.mock.calls.map(([input]) => input?.query?.keyIds))

test('KY-4: the requests of today and their errors stand in each row, read by one call behind the list', async () => {
  const usage = jest.fn<Usage>(() => Promise.resolve(used))
  showPage({ api: { keys: { usage } } })
  const row = within(await rowOf('Checkout server'))
  expect(await row.findByText('1,060')).toBeTruthy()
  expect(row.getByText('2% errors')).toBeTruthy()
  expect(within(await rowOf(keys[1]!.label)).getByText('None today')).toBeTruthy()
  expect(usage).toHaveBeenCalledTimes(1)
  const keyIds = keys.map(({ id }) => id).join(',')
  expect(usage).toHaveBeenCalledWith({ query: { keyIds } })
})

test('KY-4: the list is there before the use of its keys is known, and without it where it cannot be', async () => {
  const late = Promise.withResolvers<never>()
  const usage = jest.fn<Usage>(() => late.promise)
  showPage({ api: { keys: { usage } } })
  const row = within(await rowOf('Checkout server'))
  await waitFor(() => expect(usage).toHaveBeenCalled())
  late.reject(new TypeError('no answer'))
  expect(row.getByText('Active')).toBeTruthy()
  expect(row.queryByText(/errors|None today/)).toBeNull()
})

test('KY-4: who has put away what is told of use asks for none', async () => {
  const usage = jest.fn<Usage>(() => Promise.resolve(used))
  showPage({ api: { keys: { usage } }, viewState: memoryViewState({ hide: 'use.used' }) })
  await press('Open Checkout server')
  await screen.findByRole('dialog', { name: 'Checkout server' })
  expect(screen.queryByRole('columnheader', { name: 'Requests today' })).toBeNull()
  // Of the one that is opened it is told there.
  await waitFor(() => expect(usage).toHaveBeenCalled())
  expect(namedIn(usage)).toEqual(new Set([keyOf().id]))
})

test('KY-4: in a row the last use is of the answer that counts its requests', async () => {
  const lastUsedAt = ago(10_000)
  const usage = jest.fn<Usage>(() => Promise.resolve({ ...used, keys: [{ ...busy!, lastUsedAt }] }))
  showPage({ api: { keys: { usage } } })
  const row = await rowOf('Checkout server')
  await within(row).findByText('1,060')
  expect(row.querySelector(`time[datetime="${lastUsedAt}"]`)).toBeTruthy()
  await openDrawer('Checkout server')
  // What stands behind the drawer is read with it, and it is looked at for itself.
  await waitFor(() => expect(usage).toHaveBeenCalledTimes(3))
})

test('KY-4 KY-8: a later use that the list hears of reaches the open drawer, and all that is counted there', async () => {
  const soon = new Date(Date.now() + 60_000).toISOString()
  const usage = jest
    .fn<Usage>(() => Promise.resolve({ ...used, keys: [{ ...busy!, lastUsedAt: soon }] }))
    .mockImplementationOnce(() => Promise.resolve(used))
  const show = jest
    .fn(() => Promise.resolve(keyOf({ lastUsedAt: soon })))
    .mockImplementationOnce(() => Promise.resolve(keyOf()))
  const histogram = jest.fn<Histogram>(() => Promise.resolve(course))
  const advice = jest.fn(() => Promise.resolve(adviceOf()))
  showPage({ api: { keys: { usage, show, advice }, logs: { histogram } } })
  await within(await rowOf('Checkout server')).findByText('1,060')
  const drawer = await openDrawer('Checkout server')
  await waitFor(() => expect(show).toHaveBeenCalledTimes(2))
  const ends = () => histogram.mock.calls.map(([input]) => Date.parse(input!.query!.to!))
  await waitFor(() => expect(ends().at(-1)).toBeGreaterThanOrEqual(Date.parse(soon)))
  expect(drawer.getByText('Last accepted use')).toBeTruthy()
  expect(advice).toHaveBeenCalledTimes(2)
})

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

test('KY-4: what is counted goes on in the open drawer, of refused requests too, and says as of when', async () => {
  const asOf = '2026-08-04T10:00:20Z'
  const more = {
    ...busy!,
    requests: busy!.requests + 1,
    days: [{ day: '2026-08-04', requests: 1, errors: 1 }],
  }
  const usage = jest.fn<Usage>(() => Promise.resolve({ ...used, keys: [busy!] }))
  const histogram = jest.fn<Histogram>(() => Promise.resolve(course))
  jest.useFakeTimers()
  try {
    showPage({
      api: { keys: { usage }, logs: { histogram } },
      viewState: memoryViewState({ key: keyOf().id }),
    })
    await pass(1000)
    const drawer = within(screen.getByRole('dialog', { name: 'Checkout server' }))
    await pass(20_000)
    expect(histogram).toHaveBeenCalledTimes(1)
    usage.mockResolvedValue({ asOf, keys: [more] })
    await pass(10_000)
    expect(histogram).toHaveBeenCalledTimes(2)
    const use = drawer.getByRole('region', { name: 'Use' })
    expect(use.querySelector('.sq-key-use-note > time')?.getAttribute('datetime')).toBe(asOf)
  } finally {
    jest.useRealTimers()
  }
})

test('KY-4: what leads to the requests of a key leads to the range that is looked at', async () => {
  const histogram = jest.fn<Histogram>(() => Promise.resolve(course))
  const module = showPage({ api: { logs: { histogram } } })
  const drawer = await openDrawer('Checkout server')
  await userEvent.click(drawer.getByRole('button', { name: 'Show requests' }))
  const { from, to } = histogram.mock.calls[0]![0]!.query!
  expect(module.navigated).toEqual([
    { view: 'logs.list', params: { keyId: keyOf().id, range: `${from}/${to}` } },
  ])
})

const allRefused = () => Promise.resolve({ ...used, keys: [{ ...busy!, lastUsedAt: null }] })

test('KY-4: of a key of which all was refused the requests are told, and that none was accepted', async () => {
  const refused = keyOf({ lastUsedAt: null })
  showPage({
    api: {
      keys: {
        usage: allRefused,
        list: () => pageWith([refused]),
        show: () => Promise.resolve(refused),
      },
      logs: { histogram: () => Promise.resolve(course) },
    },
  })
  const row = within(await rowOf('Checkout server'))
  expect(await row.findByText('1,060')).toBeTruthy()
  expect(row.getByText('Never')).toBeTruthy()
  const drawer = await openDrawer('Checkout server')
  expect(await drawer.findByRole('region', { name: 'Use' })).toBeTruthy()
  expect(drawer.getByText('No request has been accepted with this key yet.')).toBeTruthy()
  expect(drawer.getByRole('button', { name: 'Show requests' })).toBeTruthy()
})

test('KY-4: the drawer tells how much a key is used, how much of it is refused, and where it leads', async () => {
  const histogram = jest.fn<Histogram>(() => Promise.resolve(course))
  const module = showPage({
    api: { logs: { histogram, facets: () => Promise.resolve(endpoints) } },
  })
  const drawer = await openDrawer('Checkout server')
  const use = within(await drawer.findByRole('region', { name: 'Use' }))
  expect(await use.findByText('200')).toBeTruthy()
  expect(use.getByText('10%')).toBeTruthy()
  expect(use.getByText('150 · 75%')).toBeTruthy()
  expect(use.getByText('Requests · share of all')).toBeTruthy()
  await userEvent.click(use.getByRole('button', { name: /^.v1.keys/ }))
  const { from, to } = histogram.mock.calls[0]![0]!.query!
  expect(histogram.mock.calls[0]![0]!.query).toMatchObject({ keyId: keyOf().id })
  expect(module.navigated).toEqual([
    {
      view: 'logs.list',
      params: { keyId: keyOf().id, q: 'path:/v1/keys/*', range: `${from}/${to}` },
    },
  ])
})

test('KY-4: the range of it is chosen, and stands in the address', async () => {
  const histogram = jest.fn<Histogram>(() => Promise.resolve(course))
  const module = showPage({ api: { logs: { histogram } } })
  const drawer = await openDrawer('Checkout server')
  await userEvent.click(await drawer.findByRole('button', { name: /Last 7 days/ }))
  await userEvent.click(await drawer.findByRole('button', { name: 'Last 24 hours' }))
  await waitFor(() => expect(histogram).toHaveBeenCalledTimes(2))
  const { from, to } = histogram.mock.calls[1]![0]!.query!
  expect(Date.parse(to!) - Date.parse(from!)).toBe(dayMs)
  expect(module.viewState.read()).toEqual({ key: keyOf().id, use: '24h' })
})

test('KY-4: who may not read logs is told of the last week, and which scope shows more', async () => {
  const usage = jest.fn<Usage>(() => Promise.resolve({ ...used, keys: [busy!] }))
  showPage({ scopes: ['keys:read'], api: { keys: { usage } } })
  const drawer = await openDrawer('Checkout server')
  const use = within(await drawer.findByRole('region', { name: 'Use' }))
  expect(await use.findByText('4,210')).toBeTruthy()
  expect(use.getByText('logs:read')).toBeTruthy()
})

test('KY-4: a range without a request says so', async () => {
  showPage({ api: { keys: { list: () => pageWith([keyOf()]) } } })
  const drawer = await openDrawer('Checkout server')
  expect(await drawer.findByText('No requests in this range.')).toBeTruthy()
})
