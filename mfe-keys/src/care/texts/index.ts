import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What is said besides English of the care of a key: its bounds, its use, its history. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
