import type { Job } from '@sonaqor/contract/jobs'
import { StartedExport } from '@sonaqor/module/exports'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { fileOf, logExport, manifestOf } from '@sonaqor/storybook/fixtures/log-exports'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import { Dialog, useText } from '@sonaqor/ui'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { pageLanguages } from '../testing/page-languages.ts'
import { ExportDialog } from './export-dialog.tsx'
import { wordsIn } from './export-words.ts'

export default { title: 'Logs/Export dialog', component: ExportDialog } satisfies Meta<
  typeof ExportDialog
>

type Story = StoryObj

const nothing = () => undefined
const names = { apps: [], keys: [] }
const search = {
  environment: 'sandbox',
  status: '5xx',
  q: 'path:/v1/transactions* latency:>500',
  without: 'embed-sessions',
} as const

const given = (rows: number | null, past: readonly Job[] = []): FakeModuleOptions => ({
  scopes: ['logs:read', 'jobs:read', 'jobs:run'],
  api: {
    exports: {
      measure: () => Promise.resolve({ rows, isAtLeast: rows === 100_000 }),
      show: () => Promise.resolve(manifestOf()),
    },
    jobs: { list: () => pageWith([...past]) },
  },
})

const dialog = () => (
  <ExportDialog
    search={search}
    span={{ from: ago(30 * 24 * 3_600_000) }}
    names={names}
    onClose={nothing}
  />
)

export const OfSome: Story = { decorators: [onModule(given(1234))], render: dialog }
/** Too many for a document. */
export const OfVeryMany: Story = { decorators: [onModule(given(100_000))], render: dialog }
export const Uncounted: Story = { decorators: [onModule(given(null))], render: dialog }

const doneExport = logExport({
  id: 'done',
  about: { of: 'logs', format: 'pdf' },
  state: 'done',
  stage: 'checking',
  done: 8210,
  total: 8210,
  file: fileOf({ fileName: 'logs-2026-11-21.pdf' }),
})

/** One is written still, and another one is there. */
export const WithEarlierOnes: Story = {
  decorators: [onModule(given(1234, [logExport(), doneExport]))],
  render: dialog,
}

export const InGerman: Story = {
  loaders: [inGerman(...pageLanguages)],
  decorators: [
    onModule({ ...given(1234, [doneExport]), locale: 'de' }),
    onSurface({ locale: 'de', widthPx: 360 }),
  ],
  render: dialog,
}

function Started({ job }: { readonly job: Job }) {
  const say = useText()
  return (
    <Dialog title="Export requests" onClose={nothing}>
      <StartedExport job={job} words={wordsIn(say)} />
    </Dialog>
  )
}

const started = (job: Job): Story => {
  const { api, ...options } = given(1234)
  const jobs = { show: () => Promise.resolve(job) }
  return {
    decorators: [onModule({ ...options, api: { ...api, jobs } })],
    render: () => <Started job={job} />,
  }
}

export const Waiting = started(logExport({ state: 'queued' }))
export const Running = started(logExport())
export const Done = started(doneExport)
export const Failed = started(
  logExport({
    state: 'failed',
    failure: { code: 'internal', detail: '', requestId: '01920000-0000-7000-8000-0000000000aa' },
  }),
)
export const Cancelled = started(logExport({ state: 'cancelled' }))
