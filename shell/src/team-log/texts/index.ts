import type { Languages } from '@sonaqor/ui/texts'

/** What the log of the team says, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
