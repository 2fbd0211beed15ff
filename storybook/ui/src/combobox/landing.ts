interface Press {
  readonly key: string
  readonly altKey: boolean
}

/** Which choice a key leads to; undefined where it leads to none and is the field's own. */
export function landingOf({ key, altKey }: Press, at: number | undefined, count: number) {
  if (altKey) return undefined
  // An arrow opens the list as well; before anything is found it only does that.
  if (key === 'ArrowDown') return count === 0 ? -1 : ((at ?? -1) + 1) % count
  if (key === 'ArrowUp') return count === 0 ? -1 : ((at ?? 0) - 1 + count) % count
  if (key === 'PageDown' && count > 0) return Math.min((at ?? -1) + 8, count - 1)
  if (key === 'PageUp' && count > 0) return Math.max((at ?? 0) - 8, 0)
  return undefined
}
