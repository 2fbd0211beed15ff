import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { doneJob, failedJob, jobOf, jobs, waitingJob } from '../jobs/testing/jobs.ts'
import { languages } from '../jobs/texts/index.ts'
import JobTracker from './job-tracker.tsx'

export default {
  title: 'Home/Job tracker',
  component: JobTracker,
} satisfies Meta<typeof JobTracker>

type Story = StoryObj<typeof JobTracker>
type List = NonNullable<NonNullable<FakeModuleOptions['api']>['jobs']>['list']

const of = (list: List, more: FakeModuleOptions = {}): FakeModuleOptions => ({
  kind: 'embed',
  scopes: ['jobs:read', 'jobs:run'],
  views: ['home.jobTracker'],
  api: { jobs: { list } },
  ...more,
})
const full = of(() => pageWith(jobs))

export const Full: Story = { decorators: [onModule(full)] }
export const Compact: Story = { decorators: [onModule(full), onSurface({ density: 'compact' })] }

/** As narrow as a column of a dashboard gets. */
export const InAColumn: Story = { decorators: [onModule(full), onSurface({ widthPx: 280 })] }

export const German: StoryObj = {
  loaders: [inGerman(languages)],
  decorators: [onModule({ ...full, locale: 'de' }), onSurface({ locale: 'de', widthPx: 280 })],
}

/** Without a user a session reads: nothing is offered to it. */
export const LookingOn: Story = { decorators: [onModule({ ...full, scopes: ['jobs:read'] })] }

/** A session that holds the scope of what was worked on lets it go on. */
export const GoingOn: Story = {
  decorators: [
    onModule(
      of(() => pageWith([jobOf(), waitingJob, { ...failedJob, scope: 'keys:read' }]), {
        scopes: ['jobs:read', 'jobs:run', 'keys:read'],
      }),
    ),
  ],
}

export const NothingUnderWay: Story = {
  decorators: [onModule(of(() => pageWith([doneJob, failedJob])))],
}

export const Connecting: Story = { decorators: [onModule({ ...full, liveStatus: 'connecting' })] }

export const UnbrokenName: Story = {
  decorators: [
    onModule(
      of(() => pageWith([jobOf({ ...doneJob, madeBy: { ...doneJob.madeBy, name: unbroken } })])),
    ),
    onSurface({ widthPx: 280 }),
  ],
}

export const Empty: Story = { decorators: [onModule(of(() => pageWith([])))] }

export const Loading: Story = { decorators: [onModule(of(() => new Promise(() => {})))] }

export const Failed: Story = {
  decorators: [onModule(of(() => Promise.reject(new TypeError('no answer'))))],
}

export const NoPermission: Story = { decorators: [onModule({ ...full, scopes: [] })] }
