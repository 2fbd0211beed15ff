import type { Languages } from '@sonaqor/ui/texts'

/** One's own account and its parts, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
