import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Progress } from './progress.tsx'

export default {
  title: 'UI/Progress',
  component: Progress,
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', gap: 20, maxInlineSize: 480, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Progress>

type Story = StoryObj<typeof Progress>

export const Shares: Story = {
  render: () => (
    <>
      <Progress label="Just begun" share={0.02} />
      <Progress label="Half way" share={0.5} />
      <Progress label="Arrived" share={1} tone="success" />
      <Progress label="Stopped by a fault" share={0.7} tone="danger" />
      <Progress
        label="Allowance used"
        share={0.35}
        tone="neutral"
        words="3,500 of 10,000 requests"
      />
    </>
  ),
}

export const Indeterminate: Story = { render: () => <Progress label="Counting rows" /> }

/** It fills from where lines begin. */
export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <>
      <Progress label="تصدير العملاء" share={0.35} />
      <Progress label="عدّ الصفوف" />
    </>
  ),
}
