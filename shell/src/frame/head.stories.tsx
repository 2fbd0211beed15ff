import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { allAtHand } from './testing/all-at-hand.ts'
import { frameOf } from './testing/frame-of.ts'
import { Head } from './head.tsx'

const frame = frameOf()

export default {
  title: 'Shell/Head',
  component: Head,
  args: { frame, atHand: allAtHand, onSearch: () => undefined },
} satisfies Meta<typeof Head>

type Story = StoryObj<typeof Head>

/** As wide as a phone, where project and environment are told by the tenant. */
const phone: Story['decorators'] = [
  (Story) => (
    <div style={{ containerType: 'inline-size', containerName: 'sq-surface', maxInlineSize: 360 }}>
      <Story />
    </div>
  ),
]

export const OnADesk: Story = {}

export const OnAPhone: Story = { decorators: phone }

export const OneProject: Story = {
  args: {
    frame: frameOf({ preferences: { ...frame.preferences, project: frame.projects.all[0] } }),
  },
}

export const UnbrokenNames: Story = {
  args: {
    frame: frameOf({
      me: { ...frame.me, tenant: { id: 't1', name: unbroken } },
      preferences: { ...frame.preferences, project: { id: 'p1', name: unbroken } },
    }),
  },
  decorators: phone,
}
