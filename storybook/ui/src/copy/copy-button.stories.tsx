import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { CopyButton } from './copy-button.tsx'

export default {
  title: 'UI/Copy button',
  component: CopyButton,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CopyButton>

type Story = StoryObj<typeof CopyButton>

export const WithVerb: Story = {
  args: { text: 'curl …', what: 'request as curl', label: 'Copy as curl', look: 'plain' },
}
export const InARow: Story = { args: { text: 'req_01', what: 'request id' } }

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: { text: 'curl …', what: 'الطلب', label: 'نسخ بصيغة curl', look: 'plain' },
}
