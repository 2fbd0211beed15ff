const waiting = new Set<() => void>()
let hasGone = false

// Where there is no page, as on a server, no network is heard to go. Else it is heard once for all
// that is ever read here, from the beginning on, and not once for each.
if (typeof addEventListener === 'function') {
  addEventListener('offline', () => {
    hasGone = true
  })
  addEventListener('online', () => {
    hasGone = false
    for (const tell of waiting) tell()
  })
}

/**
 * Whether asking is of no use just now. A browser that never had a network where there is one is not
 * believed: it must have been heard to go, and still be gone.
 */
export const isOffline = (): boolean => hasGone && !navigator.onLine

export function onNetworkBack(tell: () => void): () => void {
  waiting.add(tell)
  return () => waiting.delete(tell)
}

/** Resolves once there is a network: at once, as a rule. */
export async function networkIsBack(): Promise<void> {
  if (!isOffline()) return
  await new Promise<void>((back) => {
    const leave = onNetworkBack(() => {
      leave()
      back()
    })
  })
}
