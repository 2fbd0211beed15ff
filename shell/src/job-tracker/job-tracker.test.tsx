import type { Job } from '@sonaqor/contract/jobs'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import { cancelledJob, doneJob, expiredJob, failedJob, jobOf, jobs } from '../jobs/testing/jobs.ts'
import { languages } from '../jobs/texts/index.ts'
import JobTracker from './job-tracker.tsx'

const { nav: shellNav } = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../module.json`, 'utf8'),
) as { nav: readonly { view: string; path: string }[] }

type Jobs = ModuleContext['api']['jobs']

function showTracker(rows: readonly Job[] = jobs, options: FakeModuleOptions = {}, locale = 'en') {
  const list = jest.fn<Jobs['list']>(() => pageWith(rows))
  const module = fakeModule({
    kind: 'embed',
    scopes: ['jobs:read', 'jobs:run'],
    views: ['home.jobTracker'],
    ...options,
    api: { jobs: { list, ...options.api?.jobs } },
  })
  render(
    <Surface locale={locale}>
      <JobTracker />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { ...module, list }
}

const now = async () => within(await screen.findByRole('list', { name: 'Now' }))
const past = async () => within(await screen.findByRole('list', { name: 'Earlier jobs' }))
const unanswered = () => Promise.reject(new TypeError('no answer'))
const names = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)

test('EM-5: what runs says its stage, how many, how fast and how long still', async () => {
  const { list } = showTracker([jobOf()])
  const cards = await now()
  for (const words of [
    'Running',
    'Writing the file',
    '412,000 of 1,000,000 rows',
    '21,400 a second',
    'about 30 seconds left',
  ]) {
    expect(cards.getByText(words)).toBeTruthy()
  }
  expect(cards.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('41')
  expect(list).toHaveBeenCalledWith({ query: { limit: 50, environment: 'sandbox' } })
})

test('EM-5: it moves without a reload, and what ends in view stays until it is put away', async () => {
  const { emit, list } = showTracker([jobOf()])
  await now()
  list.mockImplementation(() => pageWith([{ ...doneJob, id: jobOf().id }]))
  act(() => emit('jobs.changed', { jobId: jobOf().id }))
  expect(await (await now()).findByText('Done')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('list', { name: 'Now' })).toBeNull()
  expect((await past()).getAllByRole('listitem')).toHaveLength(1)
})

test('EM-5: the last few that are over say how they ended, why one failed, and who began it', async () => {
  showTracker([doneJob, failedJob, cancelledJob, expiredJob, doneJob, doneJob, doneJob].map(nth))
  const lines = (await past()).getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines).toHaveLength(5)
  expect(lines[0]).toContain('Done48,210 rows · Ada Marsh · 3 hours ago')
  expect(lines[1]).toContain('Failed')
  expect(lines[1]).toContain('Something went wrong on our side.')
  expect(lines[1]).toContain(failedJob.failure!.requestId)
  expect(lines[2]).toContain('Cancelled')
})
const nth = (job: Job, at: number): Job => ({ ...job, id: `${job.id} ${at}` })

test('EM-10: a session that can only read is offered no act', async () => {
  showTracker([jobOf(), failedJob], { scopes: ['jobs:read', 'audit:read'] })
  await now()
  expect(names()).toEqual([])
})

test('EM-5: it stops by its button, and a refusal is said', async () => {
  const cancel = jest
    .fn<Jobs['cancel']>(() => Promise.resolve(jobOf({ state: 'cancelled' })))
    .mockImplementationOnce(() => Promise.reject(new TypeError('no network')))
  showTracker([jobOf()], { api: { jobs: { cancel } } })
  await userEvent.click((await now()).getByRole('button', { name: 'Cancel' }))
  expect((await screen.findAllByText('That could not be done')).length).toBeGreaterThan(0)
  await userEvent.click((await now()).getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(cancel).toHaveBeenCalledTimes(2))
  expect(cancel).toHaveBeenLastCalledWith({ params: { id: jobOf().id } })
})

test('EM-5: it goes on, or begins again, only by who holds the scope of what it works on', async () => {
  const resume = jest.fn<Jobs['resume']>(() => Promise.resolve(jobOf()))
  const retry = jest.fn<Jobs['retry']>(() => Promise.resolve(jobOf()))
  const open = { ...cancelledJob, scope: 'keys:read' } as const
  const scopes = ['jobs:read', 'jobs:run', 'keys:read'] as const
  showTracker([failedJob, open], { scopes, api: { jobs: { resume, retry } } })
  const lines = (await past()).getAllByRole('listitem')
  expect(within(lines[0]!).queryAllByRole('button')).toEqual([])
  const title = 'Audit log export, CSV'
  await userEvent.click(within(lines[1]!).getByRole('button', { name: `Resume ${title}` }))
  await waitFor(() => expect(resume).toHaveBeenCalledWith({ params: { id: open.id } }))
  await userEvent.click(within(lines[1]!).getByRole('button', { name: `Start again: ${title}` }))
  await waitFor(() => expect(retry).toHaveBeenCalledWith({ params: { id: open.id } }))
})

test('EM-5 LG-6: whoever may see what was exported gets the file, and is led nowhere else for it', async () => {
  const ofLogs = { ...doneJob, scope: 'logs:read', about: { of: 'logs', format: 'csv' } } as const
  const running = jobOf({ id: doneJob.id })
  const scopes = ['jobs:read', 'jobs:run', 'logs:read'] as const
  const { emit, list } = showTracker([running], { scopes })
  await now()
  list.mockImplementation(() => pageWith([ofLogs]))
  act(() => emit('jobs.changed', { jobId: running.id }))
  expect(await (await now()).findByRole('button', { name: /^Download/ })).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
})

test('EM-5: it hands out no file of what the session may not see, and says where it is to be had for as long as it is', async () => {
  const running = jobOf({ id: doneJob.id })
  const { emit, list } = showTracker([running])
  await now()
  list.mockImplementation(() => pageWith([doneJob]))
  act(() => emit('jobs.changed', { jobId: running.id }))
  const words = /^48,210 rows\. The file can be downloaded in Sonaqor until /
  expect(await (await now()).findByText(words)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
  const link = screen.getByRole('link', { name: /^Get the files in Sonaqor/ })
  // Where the shell has the page of the jobs; a partner's page has no address for it.
  const path = shellNav.find(({ view }) => view === 'home.jobs')?.path ?? 'no address'
  expect(link.getAttribute('href')).toBe(`https://sonaqor.example${path}`)
  list.mockImplementation(() => pageWith([expiredJob]))
  act(() => emit('jobs.changed', { jobId: running.id }))
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
})

test('EM-5: it leads to all jobs where the page shows them, and nowhere else', async () => {
  const { navigated } = showTracker(jobs, { views: ['home.jobTracker', 'home.jobs'] })
  await now()
  await userEvent.click(screen.getByRole('button', { name: 'All jobs' }))
  expect(navigated).toEqual([{ view: 'home.jobs', params: undefined }])
})

test('EM-3: it says whether it is live, that nothing has run, and what did not come off', async () => {
  showTracker([], { liveStatus: 'lost' })
  expect(screen.getByText('Connecting')).toBeTruthy()
  expect(await screen.findByText('Nothing has run yet')).toBeTruthy()
  showTracker([], { api: { jobs: { list: unanswered } } })
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})

test.each([
  ['open', 1],
  ['lost', 3],
] as const)(
  'EM-3: while the connection is %s it asks in half a minute %i times',
  async (of, times) => {
    jest.useFakeTimers()
    const { list } = showTracker([jobOf()], { liveStatus: of })
    await act(() => jest.advanceTimersByTimeAsync(31_000))
    expect(list).toHaveBeenCalledTimes(times)
    jest.useRealTimers()
  },
)

test('EM-5: a widget heads no page, and says which scope is missing', () => {
  const { list } = showTracker(jobs, { scopes: [] })
  expect(screen.getByRole('heading', { level: 2, name: 'Job tracker' })).toBeTruthy()
  expect(screen.getByText('jobs:read')).toBeTruthy()
  expect(screen.queryByText('Live')).toBeNull()
  expect(list).not.toHaveBeenCalled()
})

test('EM-3: it speaks the language of the page', async () => {
  await loadTexts('de', languages)
  showTracker(jobs, {}, 'de')
  await screen.findByRole('list', { name: 'Jetzt' })
  expect(screen.getByRole('heading', { level: 2, name: 'Aufträge im Blick' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/Job|rows|Earlier|Failed|Get the files/)
})
