import type { Languages } from '@sonaqor/ui/texts'

/** How people prove who they are, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
