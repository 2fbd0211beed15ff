import { useEffect, useState } from 'react'

/** The longest that a timer can wait; who is locked out for longer will not sit and wait. */
const longestMs = 2 ** 31 - 1

/** Whether it is locked still; it opens by itself when the moment has come. */
export function useLock(until: string | undefined): boolean {
  const [nowMs, setNowMs] = useState(() => Date.now())
  const untilMs = until === undefined ? 0 : Date.parse(until)

  useEffect(() => {
    const leftMs = untilMs - Date.now()
    if (leftMs <= 0) return
    const timer = setTimeout(() => setNowMs(Date.now()), Math.min(leftMs + 1, longestMs))
    return () => clearTimeout(timer)
  }, [untilMs])

  return untilMs > nowMs
}
