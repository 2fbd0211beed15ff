import type { Languages } from '../texts.ts'
import type * as english from './en.ts'

/** What this package itself says; views and components bring their own words. */
export const languages: Languages<typeof english> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
}
