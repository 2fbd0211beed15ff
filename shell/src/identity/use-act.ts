import { isGivenUp } from '@sonaqor/module/given-up'
import { useRef, useState } from 'react'

export interface Act {
  readonly busy: boolean
  /** Why the last one did not take place; nothing while none failed. */
  readonly error: unknown
  /** Does something, unless something is under way. Never rejects. */
  run(act: () => Promise<unknown>): void
  forget(): void
}

/** One act at a time; a double press is faster than the next drawing. What was given up went wrong by nothing. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const underWay = useRef(false)

  async function go(act: () => Promise<unknown>) {
    setBusy(true)
    setError(undefined)
    await act().catch((thrown: unknown) => setError(isGivenUp(thrown) ? undefined : thrown))
    underWay.current = false
    setBusy(false)
  }

  return {
    busy,
    error,
    run(act) {
      if (underWay.current) return
      underWay.current = true
      void go(act)
    },
    forget: () => setError(undefined),
  }
}
