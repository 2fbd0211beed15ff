import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What is said of all requests that are found, by the part that comes after the list. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
