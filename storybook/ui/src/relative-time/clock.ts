import { useSyncExternalStore } from 'react'

const tickMs = 20_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for all times on the page; it runs only while one of them is in view. */
function subscribe(listener: () => void): () => void {
  // Nobody looked since the last one left, so that the clock may have stood still.
  if (listeners.size === 0) now = Date.now()
  listeners.add(listener)
  timer ??= setInterval(tick, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** The present moment, renewed a few times a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
