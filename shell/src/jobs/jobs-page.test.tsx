import { pageWith } from '@sonaqor/storybook/fixtures/page'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { afterEach, expect, jest, test } from '@jest/globals'
import type { Job } from '@sonaqor/contract/jobs'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import JobsPage from './jobs-page.tsx'
import { downloads, ledTo } from './testing/downloads.ts'
import { doneJob, expiredJob, failedJob, fileOf, jobOf, jobs } from './testing/jobs.ts'
import { languages } from './texts/index.ts'

type Api = ModuleContext['api']

const scopes = ['jobs:read', 'jobs:run', 'audit:read'] as const

afterEach(() => {
  jest.restoreAllMocks()
})

function showPage(options: FakeModuleOptions = {}, locale = 'en') {
  const module = fakeModule({
    scopes,
    ...options,
    api: { ...options.api, jobs: { list: () => pageWith(jobs), ...options.api?.jobs } },
  })
  render(
    <Surface locale={locale}>
      <JobsPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

const listing = (...pages: (readonly Job[])[]) => {
  const list = jest.fn<Api['jobs']['list']>()
  for (const page of pages.slice(0, -1)) list.mockImplementationOnce(() => pageWith(page))
  return list.mockImplementation(() => pageWith(pages.at(-1)!))
}
const showFailed = () => Promise.resolve(failedJob)
const underWay = async () => within(await screen.findByRole('region', { name: 'Now' }))
const past = () => within(screen.getByRole('table', { name: 'Earlier jobs' }))

test('XC-2: without jobs:read the page names the missing scope and asks for nothing', () => {
  const list = listing([])
  showPage({ scopes: [], api: { jobs: { list } } })
  expect(screen.getByText('jobs:read')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('OV-3: what is under way says its stage, how many, how fast and how long still', async () => {
  showPage({ api: { jobs: { list: listing([jobOf()]) } } })
  const cards = await underWay()
  expect(cards.getByRole('heading', { name: 'Audit log export, CSV' })).toBeTruthy()
  for (const words of [
    'Writing the file',
    '412,000 of 1,000,000 rows',
    '21,400 a second',
    'about 30 seconds left',
  ]) {
    expect(cards.getByText(words)).toBeTruthy()
  }
})

test('WH-5: a replay says where to and how many are in line, under way and earlier', async () => {
  const replay = {
    kind: 'replays',
    scope: 'webhooks:write',
    about: { of: 'range', endpointId: 'w-1', endpoint: 'Bookings' },
    unit: 'deliveries',
    stage: 'replaying',
    done: 600,
    total: 2000,
    perSecond: 200,
  } as const
  const stopped = jobOf({
    ...replay,
    id: '01920000-0000-7000-8000-00000000f009',
    about: { ...replay.about, of: 'failed' },
    state: 'failed',
    failure: { code: 'endpoint-stopped', detail: 'The endpoint is paused.', requestId: 'r-1' },
  })
  showPage({ api: { jobs: { list: listing([jobOf(replay), stopped]) } } })
  const cards = await underWay()
  expect(cards.getByRole('heading', { name: 'Replay to Bookings' })).toBeTruthy()
  for (const words of ['Putting events in line', '600 of 2,000 deliveries']) {
    expect(cards.getByText(words)).toBeTruthy()
  }
  expect(past().getByText('Failed deliveries again, to Bookings')).toBeTruthy()
})

test('OV-3: while all that was counted is checked, no end of that is claimed', async () => {
  const checking = jobOf({ stage: 'checking', done: 40, total: 40, perSecond: null })
  showPage({ api: { jobs: { list: listing([checking]) } } })
  const bar = (await underWay()).getByRole('progressbar')
  expect(bar.hasAttribute('aria-valuenow')).toBe(false)
})

test('OV-3: it moves without a reload, and what ends in view stays there with its file', async () => {
  const done = { ...doneJob, id: jobOf().id }
  const module = showPage({ api: { jobs: { list: listing([jobOf()], [done]) } } })
  await underWay()
  module.emit('jobs.changed', { jobId: jobOf().id })
  const cards = await underWay()
  const name = `Download ${doneJob.file!.fileName}`
  expect(await cards.findByRole('button', { name })).toBeTruthy()
  await userEvent.click(cards.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('region', { name: 'Now' })).toBeNull()
  expect(past().getByText('Audit log export, CSV')).toBeTruthy()
})

test('XC-12: it is cancelled by its button, and a refusal is said', async () => {
  const cancel = jest
    .fn<Api['jobs']['cancel']>(() => Promise.resolve(jobOf({ state: 'cancelled' })))
    .mockImplementationOnce(() => Promise.reject(new TypeError('no network')))
  showPage({ api: { jobs: { list: listing([jobOf()]), cancel } } })
  const cards = await underWay()
  await userEvent.click(cards.getByRole('button', { name: 'Cancel' }))
  expect((await screen.findAllByText('That could not be done')).length).toBeGreaterThan(0)
  await userEvent.click(cards.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(cancel).toHaveBeenCalledTimes(2))
  expect(cancel).toHaveBeenLastCalledWith({ params: { id: jobOf().id } })
})

test('OV-3: a failed job says why, with what support asks for, and goes on where it stopped', async () => {
  const resume = jest.fn<Api['jobs']['resume']>(() => Promise.resolve(jobOf()))
  const retry = jest.fn<Api['jobs']['retry']>(() => Promise.resolve(jobOf()))
  showPage({ api: { jobs: { list: listing([failedJob]), show: showFailed, resume, retry } } })
  await userEvent.click(await screen.findByRole('button', { name: /^Audit log export.*Failed$/ }))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText(/^Something went wrong on our side/)).toBeTruthy()
  expect(drawer.getByText(failedJob.failure!.requestId)).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Resume' }))
  await waitFor(() => expect(resume).toHaveBeenCalledWith({ params: { id: failedJob.id } }))
  await userEvent.click(drawer.getByRole('button', { name: 'Start again' }))
  await waitFor(() => expect(retry).toHaveBeenCalledWith({ params: { id: failedJob.id } }))
})

test('XC-2: who may only look on is offered nothing to stop, start or resume', async () => {
  showPage({ scopes: ['jobs:read'] })
  await underWay()
  for (const name of ['Cancel', /^Resume/, 'Export audit log']) {
    expect(screen.queryByRole('button', { name })).toBeNull()
  }
})

test('LG-8: an export is started in its format, for some days, and may be left alone from then on', async () => {
  const start = jest.fn<Api['exports']['start']>(() => Promise.resolve(jobOf()))
  showPage({ api: { exports: { start } } })
  await underWay()
  await userEvent.click(screen.getByRole('button', { name: 'Export audit log' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.queryByRole('option', { name: 'What the filters show' })).toBeNull()
  await userEvent.click(dialog.getByRole('radio', { name: 'NDJSON' }))
  await userEvent.selectOptions(dialog.getByLabelText('Entries'), 'Last 30 days')
  await userEvent.click(dialog.getByRole('button', { name: 'Start export' }))
  await waitFor(() =>
    expect(start).toHaveBeenCalledWith({
      body: {
        of: 'audit',
        format: 'jsonl',
        filter: { from: expect.any(String) },
        language: 'en',
      },
    }),
  )
  expect((await screen.findAllByText('Export started')).length).toBeGreaterThan(0)
  expect(screen.queryByRole('dialog')).toBeNull()
})

const download = async () =>
  userEvent.click(await screen.findByRole('button', { name: `Download ${fileOf().fileName}` }))

test('LG-8: the browser is led to the file by a link of its own, and holds nothing of it', async () => {
  const { link, led } = downloads()
  showPage({ api: { exports: { link }, jobs: { list: listing([doneJob]) } } })
  await download()
  await waitFor(() => expect(led).toEqual([ledTo(doneJob.id)]))
})

test('XC-2: who may not see what was exported is offered no file of it', async () => {
  showPage({ scopes: ['jobs:read', 'jobs:run'], api: { jobs: { list: listing([doneJob]) } } })
  expect(await screen.findByText('48,210')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
})

test('XC-2: a file that holds more than its job works on names the scope that is lacked to have it', async () => {
  const holding = { ...doneJob, file: fileOf({ alsoTakes: ['keys:read'] }) }
  showPage({ scopes: ['jobs:read', 'audit:read'], api: { jobs: { list: listing([holding]) } } })
  expect(await screen.findByText('keys:read')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
})

test('what has expired says so, and offers nothing', async () => {
  showPage({ api: { jobs: { list: listing([expiredJob]) } } })
  expect(await screen.findByText('File deleted')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
})

test('XC-6: the filters stand in the address', async () => {
  const list = listing(jobs)
  const module = showPage({ api: { jobs: { list } } })
  await underWay()
  await userEvent.selectOptions(screen.getByLabelText('State'), 'failed')
  await waitFor(() => expect(module.viewState.read()).toEqual({ state: 'failed' }))
  expect(list.mock.lastCall![0]!.query).toMatchObject({ state: 'failed' })
  act(() => module.viewState.write({ mine: 'true' }))
  await waitFor(() => expect(list.mock.lastCall![0]!.query).toMatchObject({ mine: 'true' }))
})

test('the page speaks the language of the reader', async () => {
  await loadTexts('de', languages)
  showPage({}, 'de')
  await screen.findByRole('region', { name: 'Jetzt' })
  expect(screen.getByRole('heading', { name: 'Aufträge' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\b(Jobs|Rows|State|Started by|Resume)\b/)
})
