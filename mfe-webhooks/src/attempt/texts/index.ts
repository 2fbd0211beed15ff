import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

/** What this part speaks besides English. */
export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
