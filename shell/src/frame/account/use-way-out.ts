import { useRef, useState } from 'react'

type WayState =
  | { readonly name: 'ready' | 'busy' }
  /** It was refused, or nobody answered. */
  | { readonly name: 'closed'; readonly error: unknown }

/** A way to somewhere else that the server opens, one at a time. */
export interface WayOut {
  readonly state: WayState
  go(act: () => Promise<void>): void
}

/** What succeeds takes the page along, so there is no state for it. */
export function useWayOut(): WayOut {
  const [state, become] = useState<WayState>({ name: 'ready' })
  const underWay = useRef(false)
  return {
    state,
    go(act) {
      if (underWay.current) return
      underWay.current = true
      become({ name: 'busy' })
      act().catch((error: unknown) => {
        underWay.current = false
        become({ name: 'closed', error })
      })
    },
  }
}
