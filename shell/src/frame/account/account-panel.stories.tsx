import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { AccountPanel } from './account-panel.tsx'
import { frameOf } from '../testing/frame-of.ts'

const frame = frameOf()

/** As wide as the popover that it stands in, and as unwilling to grow. */
export default {
  title: 'Shell/Account',
  component: AccountPanel,
  args: { frame },
  decorators: [
    (Story) => (
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr)',
          gap: 16,
          inlineSize: 266,
          overflowWrap: 'anywhere',
        }}
      >
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof AccountPanel>

type Story = StoryObj<typeof AccountPanel>

export const TwoTenants: Story = {}

export const UnbrokenNames: Story = {
  args: {
    frame: frameOf({
      me: {
        ...frame.me,
        person: { id: 'm1', name: unbroken, email: `${unbroken}@northwind.example` },
        tenant: { id: 't1', name: unbroken },
      },
    }),
  },
}
