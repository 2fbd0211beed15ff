import type { Languages } from '@sonaqor/ui/texts'

/** The console of Sonaqor's staff, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
