import type { HostState } from './host.ts'

/** How what the host draws itself has to look and read. */
export interface Manner {
  readonly theme: string
  readonly locale: string
}

export function mannerOf({ appearance, locale }: HostState): Manner {
  return { theme: appearance.theme, locale }
}

const rightToLeft = /^(ar|dv|fa|he|ps|ur|yi)\b/

/** Which way a language is written; a page's own direction reaches into a shadow root otherwise. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.test(locale) ? 'rtl' : 'ltr'
}
