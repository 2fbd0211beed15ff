interface Standing {
  /** Answers whether anything stands there that stays as it is. */
  readonly went: () => boolean
  readonly back: () => void
}

/** Tells a view that stands when the network goes, and when it is back. */
export function followNetwork(signal: AbortSignal, { went, back }: Standing): void {
  let isAway = false
  const goes = () => {
    isAway ||= went()
  }
  const comes = () => {
    if (isAway) back()
    isAway = false
  }
  addEventListener('offline', goes, { signal })
  addEventListener('online', comes, { signal })
}
