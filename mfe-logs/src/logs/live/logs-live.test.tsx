import { logDetailOf, logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openRequest, paths, press, pageOver, type Search } from '../../testing/show-logs-page.tsx'

const newest = logEntryOf({ id: 'newest', path: '/v1/brand-new', at: ago(0) })
const later = logEntryOf({ id: 'later', path: '/v1/later', at: ago(-1_000) })

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })

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

test('XC-6: who holds the rows and lets them go again stays on one button', async () => {
  showPage()
  await screen.findByText('201 Created')
  await press('Pause')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Resume' }))
  await press('Resume')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause' }))
})

test('XC-3: where nothing ever comes by itself the page says so, and promises nothing', async () => {
  showPage({ liveStatus: 'off' })
  await screen.findByText('201 Created')
  expect(screen.getByText('Not live')).toBeTruthy()
  expect(screen.queryByText('Connecting')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
})

test('XC-2: when the server ends the live updates the page says so and why, and can start again', async () => {
  const search = jest
    .fn<Search>(() => pageWith([newest, ...logEntries]))
    .mockImplementationOnce(() => pageWith(logEntries))
  const { endTails, tails, arrive } = showPage({ api: { logs: { search } } })
  await screen.findByText('201 Created')
  endTails()
  expect(await screen.findByText('Live updates have ended')).toBeTruthy()
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
  const drawer = await openRequest('POST /v1/customers, 201 Created')
  arrive([newest])
  expect(screen.getByRole('button', { name: '1 new' })).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Close' }))
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

test('LG-8: what the live tail has shown can be saved, with how much it left out', async () => {
  const files: Blob[] = []
  URL.createObjectURL = (file: Blob) => `blob:${files.push(file)}`
  URL.revokeObjectURL = () => undefined
  const { arrive } = showPage()
  await screen.findByText('201 Created')
  expect(screen.queryByRole('button', { name: 'Save what was shown' })).toBeNull()
  arrive([newest], 3)
  arrive([later])
  await userEvent.hover(screen.getAllByRole('row')[1]!)
  expect(await screen.findByText(/^2 requests came in live, 3 left out to keep up\./)).toBeTruthy()
  await press('Save what was shown')
  const [file] = files
  expect(file?.type).toBe('application/x-ndjson')
  const lines = (await textOf(file!)).trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { id?: string }).id)).toEqual([
    'newest',
    'later',
    undefined,
  ])
})

const textOf = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.readAsText(file)
  })
