import type { Languages } from '@sonaqor/ui/texts'

/** What one is told, and how, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
