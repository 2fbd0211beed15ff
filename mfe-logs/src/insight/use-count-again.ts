import { useEffect, useEffectEvent, useRef } from 'react'

/** New rows come one by one, and a count is of all that there are. */
const atMostEachMs = 10_000

/** Counts again once rows were taken into the list that the last count cannot hold; seldom what takes long. */
export function useCountAgain(newest: string | undefined, count: () => unknown, tookMs = 0) {
  const countedAtMs = useRef(-Infinity)
  const countAgain = useEffectEvent(() => {
    countedAtMs.current = Date.now()
    count()
  })
  useEffect(() => {
    if (newest === undefined) return undefined
    const eachMs = Math.max(atMostEachMs, tookMs * 20)
    const waiting = setTimeout(countAgain, countedAtMs.current + eachMs - Date.now())
    return () => clearTimeout(waiting)
  }, [newest, tookMs])
}
