import type { Languages } from '@sonaqor/module/texts'
import type * as english from './en.ts'

export const languages: Languages<typeof english> = { de: () => import('./de.ts') }
