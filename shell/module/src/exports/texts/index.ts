import type { Languages } from '../../texts.ts'
import type * as english from './en.ts'

/** What is said of exports; a view that opens them names it beside its own. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
