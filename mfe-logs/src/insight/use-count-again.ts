import { useEffect, useEffectEvent, useRef } from 'react'

/** New rows come one by one, and a count is of all that there are. */
const atMostEachMs = 10_000

/** Counts again once rows were taken into the list that the last count cannot hold. */
export function useCountAgain(newest: string | undefined, count: () => unknown) {
  const countedAtMs = useRef(-Infinity)
  const countAgain = useEffectEvent(() => {
    countedAtMs.current = Date.now()
    count()
  })
  useEffect(() => {
    if (newest === undefined) return undefined
    const waiting = setTimeout(countAgain, countedAtMs.current + atMostEachMs - Date.now())
    return () => clearTimeout(waiting)
  }, [newest])
}
