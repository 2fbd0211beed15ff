import type { DashboardPreferences } from '@sonaqor/contract/preferences'
import { keep, readKept } from './kept.ts'

/** One of the choices that the server keeps. */
export type Choice = keyof DashboardPreferences

const name = 'sonaqor-unsaved'

/** What somebody has chosen in this browser that the server does not know yet: by person and tenant. */
export function unsavedOf(whose: string): ReadonlySet<string> {
  const kept = all()[whose]
  return new Set(Array.isArray(kept) ? kept : [])
}

export function keepUnsaved(whose: string, choices: readonly Choice[]): void {
  const { [whose]: _, ...others } = all()
  keep('browser', name, choices.length > 0 ? { ...others, [whose]: choices } : others)
}

function all(): Readonly<Record<string, unknown>> {
  const kept = readKept('browser', name)
  return typeof kept === 'object' && kept !== null ? { ...kept } : {}
}
