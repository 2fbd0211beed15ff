import { failureOf, useText, useToast } from '@sonaqor/ui'
import { CommandMenu } from '../../commands/command-menu.tsx'
import type { Command } from '../../commands/command.ts'
import { commandsOf } from '../../commands/commands-of.ts'
import { findThings } from '../../commands/find-things.ts'
import { recentCommands, rememberCommand } from '../../commands/recent-commands.ts'
import { shortcutGroups } from '../../shortcuts/shortcut-groups.ts'
import { ShortcutHelp } from '../../shortcuts/shortcut-help.tsx'
import type { shortcutsOf } from '../../shortcuts/shortcuts-of.ts'
import * as texts from '../../texts/en.ts'
import type { FrameParts } from '../frame-parts.ts'
import type { AtHand } from '../use-at-hand.ts'
import { ViewDialog } from './view-dialog.tsx'

interface QuickDialogsProps {
  readonly frame: FrameParts
  readonly atHand: Pick<AtHand, 'open' | 'show' | 'close'>
  readonly shortcuts: ReturnType<typeof shortcutsOf>
}

/** What the command menu and the keys open, one at a time. */
export function QuickDialogs({ frame, atHand, shortcuts }: QuickDialogsProps) {
  const say = useText()
  const run = useRunning(atHand.close)
  const { open, show, close } = atHand
  const { host, nav, onGo, preferences, change } = frame
  if (open === 'commands') {
    const ways = { ...frame, onHelp: () => show('help'), onIssueKey: () => show('issue') }
    return (
      <CommandMenu
        commands={commandsOf(ways, say)}
        find={findThings(frame, say)}
        recent={recentCommands()}
        onRun={(command) => void run(command)}
        onClose={close}
      />
    )
  }
  if (open === 'issue' && host) {
    return (
      <ViewDialog
        host={host}
        view="keys.issue"
        title={say(texts.issueKeyTitle)}
        onGo={(view, params) => {
          close()
          const page = nav.find((item) => item.view === view)
          if (page) onGo(page.path, params)
        }}
        onClose={close}
      />
    )
  }
  return open === 'help' ? (
    <ShortcutHelp
      groups={shortcutGroups(shortcuts, nav, say)}
      single={preferences.singleKeys}
      onSingle={(on) => change({ singleKeys: on })}
      onClose={close}
    />
  ) : null
}

/** Does what a command says; what did not come about is told. */
function useRunning(close: () => void) {
  const say = useText()
  const toast = useToast()
  return async (command: Command) => {
    close()
    // What was found by its name is found by it again; it is none of those that can be done always.
    if (!command.detail) rememberCommand(command.id)
    try {
      await command.run()
    } catch (error) {
      const { reason, advice, requestId } = failureOf(error, say)
      const request = requestId ? say(texts.requestToQuote, { id: requestId }) : ''
      toast({
        title: say(texts.notDone, { what: command.title }),
        detail: `${reason} ${advice} ${request}`.trim(),
        tone: 'danger',
      })
    }
  }
}
