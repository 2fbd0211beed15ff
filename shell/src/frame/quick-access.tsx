import { adopt, Button, failureOf, useText, useToast } from '@sonaqor/ui'
import type { Command } from '../commands/command.ts'
import { shortcutsOf } from '../shortcuts/shortcuts-of.ts'
import { written } from '../shortcuts/shortcut.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import * as texts from '../texts/en.ts'
import type { FrameParts } from './frame-parts.ts'
import sheet from './quick-access.css'
import type { AtHand } from './use-at-hand.ts'

adopt(sheet)

export interface QuickAccessProps {
  readonly frame: FrameParts
  readonly atHand: AtHand
  readonly onSearch: () => void
}

/** The command menu and the keys: what leads anywhere without the way through the pages. */
export function QuickAccess({ frame, atHand, onSearch }: QuickAccessProps) {
  const say = useText()
  const toast = useToast()
  const { parts, open, show, close } = atHand
  const { host, nav, onGo, preferences, change } = frame
  const { singleKeys } = preferences

  const run = async (command: Command) => {
    close()
    // What was found by its name is found by it again; it is none of those that can be done always.
    if (parts && !command.detail) parts.rememberCommand(command.id)
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

  const shortcuts = shortcutsOf(
    { nav, onGo, onSearch, onCommands: () => show('commands'), onHelp: () => show('help') },
    say,
  )
  useShortcuts(shortcuts.filter(({ keys }) => singleKeys || keys.startsWith('Mod')))

  return (
    <div className="sq-quick">
      <Button
        icon="search"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show('commands')}
      >
        <span className="sq-quick-words">{say(texts.search)}</span>
        <kbd className="sq-quick-keys" aria-hidden="true">
          {written('Mod+k', say)}
        </kbd>
      </Button>
      {parts && open === 'commands' && (
        <parts.CommandMenu
          commands={parts.commandsOf(
            { ...frame, onHelp: () => show('help'), onIssueKey: () => show('issue') },
            say,
          )}
          find={parts.findThings(frame, say)}
          recent={parts.recentCommands()}
          onRun={(command) => void run(command)}
          onClose={close}
        />
      )}
      {parts && host && open === 'issue' && (
        <parts.ViewDialog
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
      )}
      {parts && open === 'help' && (
        <parts.ShortcutHelp
          groups={parts.shortcutGroups(shortcuts, nav, say)}
          single={singleKeys}
          onSingle={(on) => change({ singleKeys: on })}
          onClose={close}
        />
      )}
    </div>
  )
}
