/** Where something is kept: for this tab, or for the browser. */
export type Keeper = 'tab' | 'browser'

const storageOf = (keeper: Keeper) => (keeper === 'tab' ? sessionStorage : localStorage)

/** What was kept by this name. Storage may be switched off, and what stands in it is from any time. */
export function readKept(keeper: Keeper, name: string): unknown {
  try {
    return JSON.parse(storageOf(keeper).getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/** What cannot be kept is asked for again. */
export function keep(keeper: Keeper, name: string, value: unknown): void {
  try {
    storageOf(keeper).setItem(name, JSON.stringify(value))
  } catch {
    // Nothing depends on it.
  }
}
