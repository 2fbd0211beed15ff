import type { Job } from '@sonaqor/contract/jobs'
import type { ModuleContext } from '@sonaqor/module'
import { fileOf, logExport, manifestOf } from '@sonaqor/storybook/fixtures/log-exports'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { memoryViewState, type FakeApi, type FakeModuleOptions } from '@sonaqor/module/testing'
import { afterEach, expect, jest, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, press } from '../testing/show-logs-page.tsx'

type Api = ModuleContext['api']
type Start = Api['exports']['start']

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const scopes = ['logs:read', 'jobs:read', 'jobs:run'] as const

afterEach(() => {
  jest.restoreAllMocks()
})

interface World {
  readonly exports?: Required<FakeApi>['exports']
  readonly jobs?: Required<FakeApi>['jobs']
}

const show = ({ exports, jobs }: World = {}, options: FakeModuleOptions = {}) =>
  showPage({
    scopes,
    ...options,
    api: {
      exports: {
        measure: () => Promise.resolve({ rows: 1234, isAtLeast: false }),
        start: () => Promise.resolve(logExport({ state: 'queued' })),
        ...exports,
      },
      jobs: {
        list: () => pageWith<Job>([]),
        show: () => Promise.resolve(logExport({ state: 'queued' })),
        ...jobs,
      },
    },
  })

async function open() {
  await press('Export…')
  return within(await screen.findByRole('dialog', { name: 'Export requests' }))
}
const startOf = () => jest.fn<Start>(() => Promise.resolve(logExport({ state: 'queued' })))

test.each([[['logs:read']], [['logs:read', 'jobs:read']]] as const)(
  'XC-2 LG-6: who holds %s alone is offered no export',
  async (held) => {
    show({}, { scopes: held })
    await screen.findByRole('button', { name: 'Breakdown' })
    expect(screen.queryByRole('button', { name: 'Export…' })).toBeNull()
  },
)

test('LG-6: a search that cannot be read is not exported, nor the one before in its place', async () => {
  show()
  await screen.findByText('201 Created')
  await userEvent.type(screen.getByLabelText(/^Path, key/), 'status:teapot')
  const exporting = await screen.findByRole('button', { name: 'Export…' })
  await waitFor(() => expect(exporting.getAttribute('aria-disabled')).toBe('true'))
  expect(exporting.title).toBe(
    'Correct the search first: what cannot be read finds nothing to export.',
  )
  await userEvent.click(exporting)
  expect(screen.queryByRole('dialog', { name: 'Export requests' })).toBeNull()
  expect(screen.getByText('This search cannot be read')).toBeTruthy()
})

test('LG-6: what is exported is what the list shows: filter, query and span', async () => {
  const start = startOf()
  const measure = jest.fn<Api['exports']['measure']>(() =>
    Promise.resolve({ rows: 1234, isAtLeast: false }),
  )
  const state = { q: 'path:/v1/customers*', status: '5xx', range: '24h' }
  show({ exports: { start, measure } }, { viewState: memoryViewState(state) })
  const dialog = await open()
  expect(await dialog.findByText('1,234 requests')).toBeTruthy()
  expect(dialog.getByText('path:/v1/customers*')).toBeTruthy()
  expect(dialog.getByText(/redacted before the requests were kept/)).toBeTruthy()
  expect(dialog.getByText(/is in the audit log/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('radio', { name: 'NDJSON' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  const { body } = start.mock.calls[0]![0]
  expect(body).toMatchObject({
    of: 'logs',
    format: 'jsonl',
    language: 'en',
    filter: { q: 'path:/v1/customers*', status: '5xx', environment: 'sandbox' },
  })
  expect(measure.mock.calls[0]![0].body.filter).toEqual(body.filter)
  expect(body.filter!.from).toMatch(/^\d{4}-.*Z$/)
})

test('LG-6: a PDF of more requests than it holds is not offered, and it says what is', async () => {
  show({ exports: { measure: () => Promise.resolve({ rows: 100_000, isAtLeast: true }) } })
  const dialog = await open()
  expect(await dialog.findByText('At least 100,000')).toBeTruthy()
  expect(dialog.getByRole('radio', { name: 'PDF' })).toHaveProperty('disabled', true)
  expect(dialog.getByText(/up to 10,000 requests, and these are more. Take CSV/)).toBeTruthy()
})

test('LG-6: a refusal is said in the dialog, and it can be asked again', async () => {
  const start = jest.fn<Start>(() => Promise.reject(new TypeError('no network')))
  show({ exports: { start } })
  const dialog = await open()
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  expect(await dialog.findByRole('alert')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  await waitFor(() => expect(start).toHaveBeenCalledTimes(2))
})

test('LG-6 LG-8: how far it is moves without a reload, and at its end stand manifest and file', async () => {
  const done = logExport({
    state: 'done',
    done: 48_210,
    file: fileOf(),
    finishedAt: fileOf().expiresAt,
  })
  const read = jest
    .fn<Api['jobs']['show']>(() => Promise.resolve(done))
    .mockImplementationOnce(() => Promise.resolve(logExport()))
  const link = jest.fn<Api['exports']['link']>(({ params }) =>
    Promise.resolve({
      path: `/v1/downloads/${params.id}`,
      expiresAt: fileOf().expiresAt,
      fileName: fileOf().fileName,
      bytes: 1,
      sha256: '',
    }),
  )
  const taken: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function keep(
    this: HTMLAnchorElement,
  ) {
    taken.push(`${this.download} ${this.href} ${this.target}`)
  })
  const api = { exports: { link, show: () => Promise.resolve(manifestOf()) }, jobs: { show: read } }
  const module = show(api)
  const dialog = await open()
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  expect(await dialog.findByText('12,000 of 48,210 requests')).toBeTruthy()
  expect(dialog.getByText(/the export goes on/)).toBeTruthy()
  act(() => module.emit('jobs.changed', { jobId: done.id }))
  expect(await dialog.findByText(fileOf().sha256)).toBeTruthy()
  expect(await dialog.findByText(manifestOf().linesSha256!)).toBeTruthy()
  expect(dialog.getByText(/works once and for 60 seconds/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: /^Download logs-/ }))
  const address = `https://sonaqor.example/v1/downloads/${done.id}`
  await waitFor(() => expect(taken).toEqual([`${fileOf().fileName} ${address} _blank`]))
})

test('LG-6 XC-12: it is cancelled, and one that has failed says why and goes on', async () => {
  const failure = { code: 'internal', detail: '', requestId: 'request-7' } as const
  const cancel = jest.fn<Api['jobs']['cancel']>(() => Promise.resolve(logExport()))
  const resume = jest.fn<Api['jobs']['resume']>(() => Promise.resolve(logExport()))
  const read = jest
    .fn<Api['jobs']['show']>(() =>
      Promise.resolve(logExport({ state: 'failed', failure, finishedAt: fileOf().expiresAt })),
    )
    .mockImplementationOnce(() => Promise.resolve(logExport()))
  show({ jobs: { show: read, cancel, resume } })
  const dialog = await open()
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  await userEvent.click(await dialog.findByRole('button', { name: 'Cancel' }))
  expect(cancel).toHaveBeenCalledTimes(1)
  expect(await dialog.findByText(/Request ID: request-7/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Resume' }))
  expect(resume).toHaveBeenCalledTimes(1)
})

test('LG-6 XC-12: one that was cancelled says how far it came, and that it goes on from there', async () => {
  const stopped = logExport({ state: 'cancelled', done: 182_000, total: 400_261 })
  show({ jobs: { show: () => Promise.resolve(stopped) } })
  const dialog = await open()
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  expect(
    await dialog.findByText(
      /^Stopped at 182,000 of 400,261 requests\. Resume goes on from there\.$/,
    ),
  ).toBeTruthy()
  expect(dialog.getByRole('button', { name: 'Start anew' })).toBeTruthy()
})

test('LG-6: whoever comes back finds what was exported before, and none that is gone', async () => {
  const jobs = [
    logExport({ id: 'a', about: { of: 'logs', format: 'pdf' } }),
    logExport({ id: 'b', about: { of: 'audit', format: 'csv' } }),
    logExport({ id: 'c', state: 'done', file: fileOf({ expiresAt: '2026-01-01T00:00:00.000Z' }) }),
  ]
  show({ jobs: { list: () => pageWith(jobs) } })
  const dialog = await open()
  const past = within(await dialog.findByRole('list', { name: 'Earlier exports' }))
  expect(past.getAllByRole('article')).toHaveLength(1)
  expect(past.getByRole('article', { name: 'Requests as PDF' })).toBeTruthy()
})
