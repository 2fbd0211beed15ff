import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What the language of the search says; it comes with the part that reads it. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
