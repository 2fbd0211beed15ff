import { useEffect, useEffectEvent } from 'react'
import { watchPresence } from '../session/presence.ts'

const askMs = 5_000

/**
 * Asks again every few seconds: no socket is opened where staff work. It asks while the page is seen and
 * somebody is at it, for whoever has gone away is to be signed out. What fails is asked again.
 */
export function useKeptAsking(ask: () => Promise<unknown>): void {
  const again = useEffectEvent(ask)
  useEffect(() => {
    const presence = watchPresence()
    let timer: ReturnType<typeof setTimeout>
    let isOver = false

    async function turn() {
      await presence.here()
      if (!isOver && document.visibilityState === 'visible') await again().catch(() => undefined)
      next()
    }
    function next() {
      if (!isOver) timer = setTimeout(() => void turn(), askMs)
    }

    next()
    return () => {
      isOver = true
      clearTimeout(timer)
      presence.end()
    }
  }, [])
}
