import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What is said besides English of taking the log away. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
