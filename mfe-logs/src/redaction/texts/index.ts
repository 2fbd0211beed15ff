import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What is said of trying out what the log keeps. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
