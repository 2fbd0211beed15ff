import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What the host itself speaks besides English; views bring their own words. */
export const languages: Languages<typeof english> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
}
