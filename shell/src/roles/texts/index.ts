import type { Languages } from '@sonaqor/ui/texts'

/** What the roles are called and what they may do, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
