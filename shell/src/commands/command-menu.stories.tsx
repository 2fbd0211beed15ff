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
  command('Projects', 'pages', 'G P'),
  command('API keys', 'pages', 'G K'),
  command('Logs', 'pages', 'G L'),
  command('Switch to production', 'switches'),
  command('Switch to Contoso', 'switches'),
  command('Use the dark theme', 'switches'),
  command('Show keyboard shortcuts', 'account'),
  command('Sign out', 'account'),
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
  args: { commands: [command(`Switch to ${unbroken}`, 'switches'), ...commands], recent: [] },
}
