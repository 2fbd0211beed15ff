import { adopt, Button, useText } from '@sonaqor/ui'
import { shortcutsOf } from '../../shortcuts/shortcuts-of.ts'
import { written } from '../../shortcuts/shortcut.ts'
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts'
import * as texts from '../../texts/en.ts'
import type { FrameParts } from '../frame-parts.ts'
import sheet from './quick-access.css'
import type { AtHand } from '../use-at-hand.ts'

adopt(sheet)

export interface QuickAccessProps {
  readonly frame: FrameParts
  readonly atHand: AtHand
  readonly onSearch: () => void
}

/** The command menu and the keys: what leads anywhere without the way through the pages. */
export function QuickAccess({ frame, atHand, onSearch }: QuickAccessProps) {
  const say = useText()
  const { parts, show } = atHand
  const { nav, onGo, preferences } = frame

  const shortcuts = shortcutsOf(
    { nav, onGo, onSearch, onCommands: () => show('commands'), onHelp: () => show('help') },
    say,
  )
  useShortcuts(shortcuts.filter(({ keys }) => preferences.singleKeys || keys.startsWith('Mod')))

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
      {parts && <parts.QuickDialogs frame={frame} atHand={atHand} shortcuts={shortcuts} />}
    </div>
  )
}
