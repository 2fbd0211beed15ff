import { keep, readKept } from '../frame/kept/kept.ts'

const name = 'sonaqor-recent-commands'
const most = 3

/** The ids of what was done lately, the last first. */
export function recentCommands(): readonly string[] {
  const kept = readKept('browser', name)
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : []
}

export function rememberCommand(id: string): void {
  const others = recentCommands().filter((other) => other !== id)
  keep('browser', name, [id, ...others].slice(0, most))
}
