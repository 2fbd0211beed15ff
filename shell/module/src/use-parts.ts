import { useEffect, useEffectEvent, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/**
 * The parts of a page that are not seen at first. `load` imports them: it is called once the browser
 * has nothing better to do, and again, where they did not come, by `fetchAhead` and by whatever
 * wants them. `onMissed` is told that wanted parts did not come, so that the page says so and gives
 * up what wanted them; it is never told of parts that nobody waits for any more, nor once the page
 * is gone.
 */
export function useParts<Parts>(
  load: () => Promise<Parts>,
  isWanted: boolean,
  onMissed: () => void,
): { readonly parts: Parts | undefined; readonly fetchAhead: () => void } {
  const [parts, setParts] = useState<Parts>()
  const keep = (loaded: Parts) => setParts(() => loaded)
  const fetchAhead = () => {
    if (!parts) void load().then(keep, () => undefined)
  }
  const ahead = useEffectEvent(fetchAhead)
  const fetchWanted = useEffectEvent(() => load())
  const missed = useEffectEvent(onMissed)

  useEffect(() => whenIdle(() => ahead()), [])

  useEffect(() => {
    if (!isWanted || parts) return
    let stands = true
    fetchWanted().then(
      (loaded) => setParts(() => loaded),
      () => {
        if (stands) missed()
      },
    )
    return () => {
      stands = false
    }
  }, [isWanted, parts])

  return { parts, fetchAhead }
}
