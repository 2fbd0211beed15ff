import type { Languages } from '@sonaqor/ui/texts'

/** How embeds look, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
