import type { Languages } from '@sonaqor/ui/texts'

/** The sign-in with a company, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
