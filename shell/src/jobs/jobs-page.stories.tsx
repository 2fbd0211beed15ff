import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { onModule } from '@sonaqor/storybook/on-module'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import JobsPage from './jobs-page.tsx'
import {
  cancelledJob,
  doneJob,
  expiredJob,
  failedJob,
  fileOf,
  jobOf,
  jobs,
  waitingJob,
} from './testing/jobs.ts'

export default {
  title: 'Home/Jobs',
  component: JobsPage,
} satisfies Meta<typeof JobsPage>

type Story = StoryObj<typeof JobsPage>

const scopes = ['jobs:read', 'jobs:run', 'audit:read'] as const
const manifest = {
  id: doneJob.id,
  of: 'audit',
  format: 'csv',
  filter: { area: 'keys', from: '2026-10-22T00:00:00.000Z' },
  columns: ['sequence', 'at'],
  rows: doneJob.done,
  bytes: 4_236_112,
  sha256: fileOf().sha256,
  fileName: fileOf().fileName,
  madeBy: doneJob.madeBy,
  at: doneJob.at,
  finishedAt: doneJob.at,
  expiresAt: fileOf().expiresAt,
  contract: '0.1.0',
} as const
const api = {
  jobs: {
    list: () => pageWith(jobs),
    show: ({ params }: { params: { id: string } }) =>
      Promise.resolve(jobs.find(({ id }) => id === params.id) ?? doneJob),
  },
  exports: { show: () => Promise.resolve({ ...manifest, columns: [...manifest.columns] }) },
}

export const Full: Story = { decorators: [onModule({ scopes, api })] }

/** No developer sees the audit log, and nobody who may only look stops anything. */
export const LookingOn: Story = { decorators: [onModule({ scopes: ['jobs:read'], api })] }

export const NothingUnderWay: Story = {
  decorators: [
    onModule({
      scopes,
      api: {
        ...api,
        jobs: { ...api.jobs, list: () => pageWith([doneJob, failedJob, cancelledJob, expiredJob]) },
      },
    }),
  ],
}

export const ManyUnderWay: Story = {
  decorators: [
    onModule({
      scopes,
      api: {
        ...api,
        jobs: {
          ...api.jobs,
          list: () =>
            pageWith([
              waitingJob,
              jobOf(),
              jobOf({ id: 'checking', stage: 'checking', perSecond: null, secondsLeft: null }),
              jobOf({ id: 'unknown', total: null, secondsLeft: null }),
            ]),
        },
      },
    }),
  ],
}

const opened = (id: string) => memoryViewState({ job: id })

export const DoneOpened: Story = {
  decorators: [onModule({ scopes, api, viewState: opened(doneJob.id) })],
}

export const FailedOpened: Story = {
  decorators: [onModule({ scopes, api, viewState: opened(failedJob.id) })],
}

export const Exporting: Story = {
  decorators: [onModule({ scopes, api, viewState: memoryViewState({ exporting: 'audit' }) })],
}

const withList = (list: typeof api.jobs.list) => ({ ...api, jobs: { ...api.jobs, list } })

export const Empty: Story = {
  decorators: [onModule({ scopes, api: withList(() => pageWith([])) })],
}

export const NothingFound: Story = {
  decorators: [
    onModule({
      scopes,
      api: withList(() => pageWith([])),
      viewState: memoryViewState({ state: 'failed' }),
    }),
  ],
}

export const Loading: Story = {
  decorators: [onModule({ scopes, api: withList(() => new Promise(() => {})) })],
}

export const Failed: Story = {
  decorators: [
    onModule({ scopes, api: withList(() => Promise.reject(new TypeError('no answer'))) }),
  ],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: [] })] }

export const UnbrokenNames: Story = {
  decorators: [
    onModule({
      scopes,
      api: withList(() =>
        pageWith([
          jobOf({
            ...doneJob,
            madeBy: { ...doneJob.madeBy, name: unbroken },
            file: fileOf({ fileName: `${unbroken}.csv` }),
          }),
        ]),
      ),
    }),
  ],
}
