import { useRef, useState } from 'react'

/** A way to somewhere else that the server opens, one at a time. */
export interface WayOut {
  readonly state: 'ready' | 'busy' | 'closed'
  go(act: () => Promise<void>): void
}

/** What succeeds takes the page along, so there is no state for it. */
export function useWayOut(): WayOut {
  const [state, become] = useState<WayOut['state']>('ready')
  const underWay = useRef(false)
  return {
    state,
    go(act) {
      if (underWay.current) return
      underWay.current = true
      become('busy')
      act().catch(() => {
        underWay.current = false
        become('closed')
      })
    },
  }
}
