import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ShortcutHelp } from './shortcut-help.tsx'

const nothing = () => undefined

export default {
  title: 'Shell/Shortcut help',
  component: ShortcutHelp,
  args: {
    shortcuts: [
      { keys: 'Mod+k', title: 'Open the command menu', run: nothing },
      { keys: '/', title: 'Search on this page', run: nothing },
      { keys: 'g p', title: 'Go to Projects', run: nothing },
      { keys: '?', title: 'Show these shortcuts', run: nothing },
    ],
    single: true,
    onSingle: nothing,
    onClose: nothing,
  },
} satisfies Meta<typeof ShortcutHelp>

type Story = StoryObj<typeof ShortcutHelp>

export const Opened: Story = {}

export const SingleKeysOff: Story = { args: { single: false } }
