import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { CommandMenu } from './command-menu.tsx'
import type { Command } from './command.ts'

const command = (title: string, group: Command['group'], keys?: string): Command => ({
  id: title,
  title,
  group,
  keys,
  run: () => undefined,
})

const commands = [
  command('Projects', 'Go to', 'G P'),
  command('API keys', 'Go to', 'G K'),
  command('Logs', 'Go to', 'G L'),
  command('Switch to production', 'Switch'),
  command('Switch to Contoso', 'Switch'),
  command('Use the dark theme', 'Switch'),
  command('Show keyboard shortcuts', 'Account'),
  command('Sign out', 'Account'),
]

export default {
  title: 'Shell/Command menu',
  component: CommandMenu,
  args: {
    commands,
    recent: ['Logs', 'Use the dark theme'],
    onRun: () => undefined,
    onClose: () => undefined,
  },
} satisfies Meta<typeof CommandMenu>

type Story = StoryObj<typeof CommandMenu>

export const Opened: Story = {}

export const NothingDoneYet: Story = { args: { recent: [] } }

export const UnbrokenName: Story = {
  args: { commands: [command(`Switch to ${unbroken}`, 'Switch'), ...commands], recent: [] },
}
