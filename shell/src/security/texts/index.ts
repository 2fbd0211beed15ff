import type { Languages } from '@sonaqor/ui/texts'

/** How a tenant is signed in to, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
