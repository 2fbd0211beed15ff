import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { JobCard, type JobState } from './job-card.tsx'

export default {
  title: 'UI/Job card',
  component: JobCard,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 560, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof JobCard>

const nothing = () => undefined

function storyOf(job: JobState): StoryObj<typeof JobCard> {
  return {
    args: {
      title: 'Customers export',
      unit: 'rows',
      job,
      onCancel: nothing,
      onResume: nothing,
      onRetry: nothing,
      onDismiss: nothing,
    },
  }
}

export const Waiting = storyOf({ status: 'waiting' })

export const Running = storyOf({
  status: 'running',
  stage: 'Writing rows',
  figures: { done: 412_400, total: 1_000_000, perSecond: 96_200, leftMs: 6 * 60_000 },
})

export const RunningWithoutAnEnd = storyOf({ status: 'running', stage: 'Counting rows' })

export const Failed = storyOf({
  status: 'failed',
  reason: 'The receiver did not accept the file. Check the address, then try again.',
})

export const Cancelled = storyOf({ status: 'cancelled' })

export const Done = storyOf({
  status: 'done',
  result: '1,000,000 rows in 10 seconds. The file can be fetched for 24 hours.',
  download: { href: '#file', name: 'customers-2026-11-21.csv', size: '84 MB' },
})

export const DoneWithAKey = storyOf({
  status: 'done',
  result: '1,000,000 rows. The file can be downloaded for 7 days.',
  download: { onDownload: nothing, name: 'audit-2026-11-21.csv', size: '84 MB' },
})

const writing = storyOf({
  status: 'running',
  stage: 'كتابة الصفوف',
  figures: { done: 412_400, total: 1_000_000, perSecond: 96_200, leftMs: 6 * 60_000 },
})

export const FromRightToLeft: StoryObj<typeof JobCard> = {
  decorators: [fromRightToLeft],
  args: { ...writing.args, title: 'تصدير العملاء', unit: 'صف' },
}
