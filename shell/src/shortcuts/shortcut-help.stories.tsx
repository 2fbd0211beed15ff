import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ShortcutHelp } from './shortcut-help.tsx'

const nothing = () => undefined

export default {
  title: 'Shell/Shortcut help',
  component: ShortcutHelp,
  args: {
    groups: [
      {
        title: 'Anywhere',
        shortcuts: [
          { keys: 'Mod+k', title: 'Open the command menu', canBeOff: false },
          { keys: '/', title: 'Search on this page', canBeOff: true },
          { keys: '?', title: 'Show these shortcuts', canBeOff: true },
        ],
      },
      { title: 'Go to', shortcuts: [{ keys: 'g p', title: 'Go to Projects', canBeOff: true }] },
      {
        title: 'In an open request',
        shortcuts: [
          { keys: 'j', title: 'Next request', canBeOff: true },
          { keys: 'k', title: 'Previous request', canBeOff: true },
        ],
      },
    ],
    single: true,
    onSingle: nothing,
    onClose: nothing,
  },
} satisfies Meta<typeof ShortcutHelp>

type Story = StoryObj<typeof ShortcutHelp>

export const Opened: Story = {}

export const SingleKeysOff: Story = { args: { single: false } }
