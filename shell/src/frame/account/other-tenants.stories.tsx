import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { OtherTenants } from './other-tenants.tsx'

export default { title: 'Shell/Other tenants', component: OtherTenants } satisfies Meta<
  typeof OtherTenants
>

type Story = StoryObj<typeof OtherTenants>

const stay = () => Promise.resolve()

export const Several: Story = {
  args: {
    others: [
      { id: 't2', name: 'Contoso' },
      { id: 't3', name: 'Adventure Works' },
    ],
    onSwitch: stay,
  },
}

/** As wide as the menu that they stand in. */
export const UnbrokenName: Story = {
  args: { others: [{ id: 't2', name: unbroken }], onSwitch: stay },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 246 }}>
        <Story />
      </div>
    ),
  ],
}
