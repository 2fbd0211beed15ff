import type { Languages } from '@sonaqor/ui/texts'

/** What hinders embeds, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
