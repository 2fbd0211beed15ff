import type { Say } from '@sonaqor/ui/texts'
import type { Shown } from '../frame/use-dashboard.ts'
import * as texts from '../texts/en.ts'
import { inLists, ofPages, type ToldGroup } from './page-shortcuts.ts'
import { isSingle, type Shortcut } from './shortcut.ts'

/** Keys that are told of together. */
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly {
    readonly keys: string
    readonly title: string
    /** Whether it is switched off with all that do without Ctrl or ⌘. */
    readonly canBeOff: boolean
  }[]
}

/** All keys, in the order in which the help tells of them: of the frame, of pages, of what is in them. */
export function shortcutGroups(
  own: readonly Shortcut[],
  nav: Shown['nav'],
  say: Say,
): readonly ShortcutGroup[] {
  const mine = own.map(({ keys, title }) => ({ keys, title, canBeOff: isSingle(keys) }))
  const pages = mine.filter(({ keys }) => keys.startsWith('g '))
  const told = nav.flatMap(({ view }) => ofPages[view] ?? [])
  const groups = [
    { title: say(texts.anywhereGroup), shortcuts: mine.filter((one) => !pages.includes(one)) },
    { title: say(texts.pagesGroup), shortcuts: pages },
    ...[inLists, ...told].map((group) => inWords(group, say)),
  ]
  return groups.filter(({ shortcuts }) => shortcuts.length > 0)
}

const inWords = ({ title, shortcuts }: ToldGroup, say: Say): ShortcutGroup => ({
  title: say(title),
  shortcuts: shortcuts.map(({ keys, title: does, canBeOff = false }) => ({
    keys,
    title: say(does),
    canBeOff,
  })),
})
