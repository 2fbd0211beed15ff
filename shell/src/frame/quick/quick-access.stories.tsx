import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { allAtHand } from '../testing/all-at-hand.ts'
import { frameOf } from '../testing/frame-of.ts'
import { QuickAccess } from './quick-access.tsx'

export default {
  title: 'Shell/Quick access',
  component: QuickAccess,
  args: {
    frame: frameOf(),
    atHand: allAtHand,
    onSearch: () => undefined,
  },
} satisfies Meta<typeof QuickAccess>

export const InTheHead: StoryObj<typeof QuickAccess> = {}
