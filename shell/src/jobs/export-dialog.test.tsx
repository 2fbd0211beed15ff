import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { afterEach, expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ExportDialog } from './export-dialog.tsx'
import { downloads, ledTo } from './testing/downloads.ts'
import { doneJob, jobOf, waitingJob } from './testing/jobs.ts'
import { languages } from './texts/index.ts'

type Api = ModuleContext['api']

afterEach(() => {
  jest.restoreAllMocks()
})

const refused = () => Promise.reject(new TypeError('no network'))
const start = () => jest.fn<Api['exports']['start']>(() => Promise.resolve(waitingJob))
const filter = { area: 'keys', actorKind: 'member' } as const

function showDialog(options: FakeModuleOptions = {}, locale = 'en') {
  const onClose = jest.fn(() => shown.unmount())
  const module = fakeModule({
    scopes: ['audit:read', 'jobs:read', 'jobs:run'],
    ...options,
    api: {
      ...options.api,
      exports: { start: start(), ...options.api?.exports },
      jobs: { show: () => Promise.resolve(waitingJob), ...options.api?.jobs },
    },
  })
  const shown = render(
    <Surface locale={locale}>
      <ExportDialog narrowed={() => filter} onClose={onClose} />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { ...module, onClose }
}

const begin = async () => userEvent.click(screen.getByRole('button', { name: 'Start export' }))
const card = async () => within(await screen.findByRole('article', { name: /^Audit log export/ }))

test('XC-4: what the filters show is offered first, and called an extract', async () => {
  const begun = start()
  showDialog({ api: { exports: { start: begun } } })
  expect(screen.getByText(/^An extract/)).toBeTruthy()
  expect(screen.getByText(/is in the log itself, with the filter/)).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'NDJSON' }))
  await begin()
  expect(begun).toHaveBeenCalledWith({
    body: { of: 'audit', format: 'jsonl', filter, language: 'en' },
  })
})

test('XC-4: whoever has filtered can still take the whole log', async () => {
  const begun = start()
  showDialog({ api: { exports: { start: begun } } })
  await userEvent.selectOptions(screen.getByLabelText('Entries'), 'The whole log')
  expect(screen.getByText(/^The whole chain/)).toBeTruthy()
  await begin()
  expect(begun).toHaveBeenCalledWith({
    body: { of: 'audit', format: 'csv', filter: {}, language: 'en' },
  })
})

test('OV-3: how far it is moves without a reload, and at its end is the file', async () => {
  const { link, led } = downloads()
  const done = { ...doneJob, id: waitingJob.id }
  const shown = jest
    .fn<Api['jobs']['show']>(() => Promise.resolve(done))
    .mockImplementationOnce(() => Promise.resolve(jobOf({ id: waitingJob.id })))
  const module = showDialog({ api: { exports: { link }, jobs: { show: shown } } })
  await begin()
  const work = await card()
  expect(await work.findByText('412,000 of 1,000,000 rows')).toBeTruthy()
  expect(work.queryByRole('button', { name: /^Download/ })).toBeNull()
  expect(screen.getByText(/the export goes on/)).toBeTruthy()
  module.emit('jobs.changed', { jobId: waitingJob.id })
  await userEvent.click(await work.findByRole('button', { name: /^Download/ }))
  await waitFor(() => expect(led).toEqual([ledTo(waitingJob.id)]))
  expect(screen.queryByText(/the export goes on/)).toBeNull()
})

test('XC-8: where no link to the file is made, that is said, and the browser is led nowhere', async () => {
  const { led } = downloads()
  const done = { ...doneJob, id: waitingJob.id }
  showDialog({ api: { exports: { link: refused }, jobs: { show: () => Promise.resolve(done) } } })
  await begin()
  await userEvent.click(await (await card()).findByRole('button', { name: /^Download/ }))
  const words = await screen.findAllByText('The file could not be downloaded')
  expect(words.length).toBeGreaterThan(0)
  expect(led).toEqual([])
})

test('XC-12: it is cancelled by its button, and goes on where it stopped', async () => {
  const cancelled = jobOf({ id: waitingJob.id, state: 'cancelled' })
  const cancel = jest.fn<Api['jobs']['cancel']>(() => Promise.resolve(cancelled))
  const resume = jest.fn<Api['jobs']['resume']>(() => Promise.resolve(waitingJob))
  const show = jest
    .fn<Api['jobs']['show']>(() => Promise.resolve(cancelled))
    .mockImplementationOnce(() => Promise.resolve(waitingJob))
  showDialog({ api: { jobs: { cancel, resume, show } } })
  await begin()
  const work = await card()
  await userEvent.click(work.getByRole('button', { name: 'Cancel' }))
  expect(cancel).toHaveBeenCalledWith({ params: { id: waitingJob.id } })
  await userEvent.click(await work.findByRole('button', { name: 'Resume' }))
  expect(resume).toHaveBeenCalledWith({ params: { id: waitingJob.id } })
})

test('XC-12: closing the dialog stops nothing, and says so before', async () => {
  const cancel = jest.fn<Api['jobs']['cancel']>(() => Promise.resolve(waitingJob))
  const { onClose } = showDialog({ api: { jobs: { cancel } } })
  await begin()
  expect(await screen.findByText(/the export goes on, and stands under Jobs/)).toBeTruthy()
  const [close] = screen.getAllByRole('button', { name: 'Close' })
  await userEvent.click(close!)
  expect(onClose).toHaveBeenCalled()
  expect(cancel).not.toHaveBeenCalled()
})

test('XC-8: a refusal is told in words, and what was chosen stands', async () => {
  showDialog({ api: { exports: { start: refused } } })
  await userEvent.click(screen.getByRole('radio', { name: 'NDJSON' }))
  await begin()
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'NDJSON' }).checked).toBe(true)
})

test('whoever works by keys goes on at the job, where the questions were', async () => {
  showDialog()
  await begin()
  await card()
  expect(document.activeElement).not.toBe(document.body)
  expect(document.activeElement?.querySelector('article')).toBeTruthy()
})

test('the dialog speaks the language of the reader', async () => {
  await loadTexts('de', languages)
  showDialog({}, 'de')
  expect(screen.getByRole('dialog', { name: 'Audit-Protokoll exportieren' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Export starten' }))
  expect(await screen.findByText(/Der Export läuft weiter/)).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\b(Entries|Format:|whole|Close|Jobs)\b/)
})
