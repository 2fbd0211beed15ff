import { adopt, Button, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { CommandSources } from '../commands/commands-of.ts'
import type { Command } from '../commands/command.ts'
import { shortcutsOf } from '../shortcuts/shortcuts-of.ts'
import { written } from '../shortcuts/shortcut.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import sheet from './quick-access.css'

adopt(sheet)

/** What the sign-in can do without comes when it is first asked for, both in one part. */
const load = () => import('./quick-dialogs.ts')
type Dialogs = Awaited<ReturnType<typeof load>>

export interface QuickAccessProps extends Omit<CommandSources, 'onHelp'> {
  readonly onSearch: () => void
}

/** The command menu and the keys: what leads anywhere without the way through the pages. */
export function QuickAccess({ onSearch, ...sources }: QuickAccessProps) {
  const say = useToast()
  const [dialogs, setDialogs] = useState<Dialogs>()
  const [shown, show] = useState<'commands' | 'help'>()
  const close = () => show(undefined)

  const open = async (name: 'commands' | 'help') => {
    try {
      setDialogs(await load())
      show(name)
    } catch {
      say({ title: 'Not opened', detail: 'Check the connection and try again.', tone: 'danger' })
    }
  }

  const run = async (command: Command) => {
    close()
    dialogs?.rememberCommand(command.id)
    try {
      await command.run()
    } catch {
      say({ title: `Not done: ${command.title}`, detail: 'Try again.', tone: 'danger' })
    }
  }

  const { nav, onGo, preferences, change } = sources
  const shortcuts = shortcutsOf({
    nav,
    onGo,
    onSearch,
    onCommands: () => void open('commands'),
    onHelp: () => void open('help'),
  })
  const { singleKeys } = preferences
  useShortcuts(shortcuts.filter(({ keys }) => singleKeys || keys.startsWith('Mod')))

  return (
    <div className="sq-quick">
      <Button
        icon="search"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => void open('commands')}
      >
        <span className="sq-quick-words">
          Search<span className="sq-unseen"> pages and commands</span>
        </span>
        <kbd className="sq-quick-keys" aria-hidden="true">
          {written('Mod+k')}
        </kbd>
      </Button>
      {dialogs && shown === 'commands' && (
        <dialogs.CommandMenu
          commands={dialogs.commandsOf({ ...sources, onHelp: () => void open('help') })}
          recent={dialogs.recentCommands()}
          onRun={(command) => void run(command)}
          onClose={close}
        />
      )}
      {dialogs && shown === 'help' && (
        <dialogs.ShortcutHelp
          shortcuts={shortcuts}
          single={singleKeys}
          onSingle={(on) => change({ singleKeys: on })}
          onClose={close}
        />
      )}
    </div>
  )
}
