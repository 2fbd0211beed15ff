import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Job } from '@sonaqor/contract/jobs'
import { Button, Dialog } from '@sonaqor/ui'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ExportDialog } from './export-dialog.tsx'
import { StartedExport } from './started-export.tsx'
import { cancelledJob, doneJob, failedJob, jobOf, waitingJob } from './testing/jobs.ts'
import { languages } from './texts/index.ts'

export default { title: 'Home/Jobs/Export dialog', component: ExportDialog } satisfies Meta<
  typeof ExportDialog
>

type Story = StoryObj

const scopes = ['audit:read', 'jobs:read', 'jobs:run'] as const
const nothing = () => undefined

export const OfTheWholeLog: Story = {
  decorators: [onModule({ scopes })],
  render: () => <ExportDialog onClose={nothing} />,
}

export const OfWhatTheFiltersShow: Story = {
  decorators: [onModule({ scopes })],
  render: () => <ExportDialog narrowed={() => ({ area: 'keys' })} onClose={nothing} />,
}

export const InGerman: Story = {
  ...OfWhatTheFiltersShow,
  loaders: [inGerman(languages)],
  decorators: [onModule({ scopes, locale: 'de' }), onSurface({ locale: 'de', widthPx: 360 })],
}

const started = (job: Job): Story => ({
  decorators: [onModule({ scopes, api: { jobs: { show: () => Promise.resolve(job) } } })],
  render: () => (
    <Dialog
      title="Export audit log"
      onClose={nothing}
      actions={<Button onClick={nothing}>Close</Button>}
    >
      <StartedExport job={job} />
    </Dialog>
  ),
})

export const Waiting = started(waitingJob)
export const Running = started(jobOf())
export const Checking = started(jobOf({ stage: 'checking', done: 40, total: 40, perSecond: null }))
export const Done = started(doneJob)
export const Failed = started(failedJob)
export const Cancelled = started(cancelledJob)
