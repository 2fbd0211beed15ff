import type { Languages } from '@sonaqor/ui/texts'

/** What is done with webhooks, as the audit log says it, in the languages of the shell. */
export const languages: Languages<typeof import('./en.ts')> = { de: () => import('./de.ts') }
