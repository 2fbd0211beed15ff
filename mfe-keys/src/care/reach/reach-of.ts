import { keyReach, keyReveals } from '@sonaqor/contract/key-reach'

type Table = Readonly<Record<string, readonly string[] | undefined>>

const opened: Table = keyReach
const revealed: Table = keyReveals

const callsIn = (table: Table, scopes: readonly string[]) =>
  [...new Set(scopes.flatMap((scope) => table[scope] ?? []))].toSorted(byPath)

/** By what they are about first, so that what reads and what writes it stand together. */
function byPath(one: string, other: string): number {
  const [path, otherPath] = [pathOf(one), pathOf(other)]
  if (path !== otherPath) return path < otherPath ? -1 : 1
  return one < other ? -1 : 1
}

const pathOf = (call: string) => call.slice(call.indexOf(' ') + 1)

/** What a key with these scopes is able to call. */
export const callsOf = (scopes: readonly string[]) => callsIn(opened, scopes)

/** In which of these it is shown more than it would be without one of its scopes. */
export function revealingOf(scopes: readonly string[]): readonly string[] {
  const able = new Set(callsOf(scopes))
  return callsIn(revealed, scopes).filter((call) => able.has(call))
}

/** What it was able to call and is not any more. */
export function lostCalls(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = new Set(callsOf(after))
  return callsOf(before).filter((call) => !left.has(call))
}
