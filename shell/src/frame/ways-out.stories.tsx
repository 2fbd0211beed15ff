import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { WaysOut } from './ways-out.tsx'

export default { title: 'Shell/Ways out', component: WaysOut } satisfies Meta<typeof WaysOut>

type Story = StoryObj<typeof WaysOut>

const stay = () => Promise.resolve()

export const OneTenant: Story = { args: { others: [], onSwitch: stay, onSignOut: stay } }

export const SeveralTenants: Story = {
  args: {
    others: [
      { id: 't2', name: 'Contoso' },
      { id: 't3', name: 'Adventure Works' },
    ],
    onSwitch: stay,
    onSignOut: stay,
  },
}

/** As wide as the menu that they stand in. */
export const UnbrokenName: Story = {
  args: { others: [{ id: 't2', name: unbroken }], onSwitch: stay, onSignOut: stay },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 246 }}>
        <Story />
      </div>
    ),
  ],
}
