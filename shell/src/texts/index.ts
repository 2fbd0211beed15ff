import type { Languages } from '@sonaqor/ui/texts'

/** The languages that the shell speaks besides English. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
