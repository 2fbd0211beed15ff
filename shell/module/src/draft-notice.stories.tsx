import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { DraftNotice } from './draft-notice.tsx'

const nothing = () => undefined
const savedAt = new Date(Date.now() - 8 * 60_000).toISOString()
const draft = {
  value: {},
  change: nothing,
  choose: nothing,
  startOver: nothing,
  drop: nothing,
  broughtBack: undefined,
  other: undefined,
}

export default {
  title: 'Module/Draft notice',
  component: DraftNotice,
  args: { draft: { ...draft, broughtBack: savedAt } },
} satisfies Meta<typeof DraftNotice>

type Story = StoryObj<typeof DraftNotice>

export const BroughtBack: Story = {}
export const AnotherOne: Story = { args: { draft: { ...draft, other: { value: {}, savedAt } } } }
