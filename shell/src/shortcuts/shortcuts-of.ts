import type { Say } from '@sonaqor/ui/texts'
import type { Shown } from '../frame/use-dashboard.ts'
import * as texts from '../texts/en.ts'
import { lettersOf, type Shortcut } from './shortcut.ts'

export interface ShortcutSources {
  readonly nav: Shown['nav']
  readonly onGo: (path: string) => void
  readonly onSearch: () => void
  readonly onCommands: () => void
  readonly onHelp: () => void
}

/** All keys that the shell offers, in the order in which its help tells of them. */
export function shortcutsOf(sources: ShortcutSources, say: Say): readonly Shortcut[] {
  const { nav, onGo, onSearch, onCommands, onHelp } = sources
  const letters = lettersOf(nav)
  const pages = nav.flatMap(({ view, title, path }) => {
    const letter = letters.get(view)
    if (!letter) return []
    return [{ keys: `g ${letter}`, title: say(texts.goTo, { page: title }), run: () => onGo(path) }]
  })
  return [
    { keys: 'Mod+k', title: say(texts.openCommandMenu), run: onCommands },
    { keys: '/', title: say(texts.searchOnPage), run: onSearch },
    ...pages,
    { keys: '?', title: say(texts.showTheseShortcuts), run: onHelp },
  ]
}
