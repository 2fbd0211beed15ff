import type { Shown } from '../frame/use-dashboard.ts'
import { lettersOf, type Shortcut } from './shortcut.ts'

export interface ShortcutSources {
  readonly nav: Shown['nav']
  readonly onGo: (path: string) => void
  readonly onSearch: () => void
  readonly onCommands: () => void
  readonly onHelp: () => void
}

/** All keys that the shell offers, in the order in which its help tells of them. */
export function shortcutsOf(sources: ShortcutSources): readonly Shortcut[] {
  const { nav, onGo, onSearch, onCommands, onHelp } = sources
  const letters = lettersOf(nav)
  const pages = nav.flatMap(({ view, title, path }) => {
    const letter = letters.get(view)
    return letter ? [{ keys: `g ${letter}`, title: `Go to ${title}`, run: () => onGo(path) }] : []
  })
  return [
    { keys: 'Mod+k', title: 'Open the command menu', run: onCommands },
    { keys: '/', title: 'Search on this page', run: onSearch },
    ...pages,
    { keys: '?', title: 'Show these shortcuts', run: onHelp },
  ]
}
