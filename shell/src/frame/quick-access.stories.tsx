import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { frameOf } from './frame-of.ts'
import { QuickAccess } from './quick-access.tsx'

const nothing = () => undefined

export default {
  title: 'Shell/Quick access',
  component: QuickAccess,
  args: {
    frame: frameOf(),
    dialogs: { open: undefined, show: nothing, close: nothing },
    onSearch: nothing,
  },
} satisfies Meta<typeof QuickAccess>

export const InTheHead: StoryObj<typeof QuickAccess> = {}
