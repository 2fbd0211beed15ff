import { areLoaded, sayIn, type Say } from '@sonaqor/module/texts'
import type { HostState } from './host.ts'
import { languages } from './texts/index.ts'

/** How what the host draws itself has to look and read. */
export interface Manner {
  readonly theme: string
  /** The language of `say`: English for as long as that of the page is not there. */
  readonly locale: string
  readonly say: Say
}

export function mannerOf({ appearance, locale: asked }: HostState): Manner {
  const locale = isAtHand(asked) ? asked : 'en'
  return { theme: appearance.theme, locale, say: sayIn(locale) }
}

function isAtHand(locale: string): boolean {
  return languageOf(locale) in languages && areLoaded(locale, languages)
}

/** `de` of `de-AT`. */
export const languageOf = (locale: string): string => locale.split('-', 1)[0]?.toLowerCase() ?? ''

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

/** Which way a language is written; a page's own direction reaches into a shadow root otherwise. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr'
}
