import { sayIn, spokenIn, type Say } from '@sonaqor/module/texts'
import type { HostState } from '../host/host.ts'
import { languages } from '../texts/index.ts'

/** How what the host draws itself has to look and read. */
export interface Manner {
  readonly theme: string
  /** The language of `say`: English for as long as that of the page is not there. */
  readonly locale: string
  readonly say: Say
}

/** How to draw what a host says itself, from what it knows now of its page. */
export function mannerOf({ appearance, locale: asked }: HostState): Manner {
  const locale = spokenIn(asked, languages)
  return { theme: appearance.theme, locale, say: sayIn(locale) }
}
