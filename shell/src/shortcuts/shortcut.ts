import type { Say } from '@sonaqor/ui/texts'
import type { Shown } from '../frame/use-dashboard.ts'
import * as texts from '../texts/en.ts'

/** Keys that do something from anywhere on the page. */
export interface Shortcut {
  /** As they are pressed, one after the other: `Mod+k`, `?`, `g p`. `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: string
  readonly title: string
  readonly run: () => void
}

/** Whether it does without Ctrl or ⌘, so that it can be switched off. */
export const isSingle = (keys: string) => !keys.startsWith('Mod')

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** The keys as they are written on the keyboard: "Ctrl K", "Strg K", "G P". */
export function written(keys: string, say: Say): string {
  return keys
    .split(/[ +]/)
    .map((key) => nameOfKey(key, say))
    .join(' ')
}

function nameOfKey(key: string, say: Say): string {
  if (key === 'Mod') return isMac() ? '⌘' : say(texts.controlKey)
  return key.length === 1 ? key.toLocaleUpperCase() : key
}

/**
 * The letter of each page, by its view: the first one of its path that no page before it has taken.
 * So the pages that have been there all along keep theirs when a module brings new ones after them.
 */
export function lettersOf(nav: Shown['nav']): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  const taken = new Set<string>()
  for (const { view, path } of nav) {
    const letter = [...path.toLowerCase()].find((sign) => /[a-z]/.test(sign) && !taken.has(sign))
    if (!letter) continue
    taken.add(letter)
    letters.set(view, letter)
  }
  return letters
}
