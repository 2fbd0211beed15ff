import type { Live } from '@sonaqor/module'
import type { EmbedEvents } from '../sdk.ts'

/** The same line, of which the page around the view hears each event once, however many listen to it. */
export function overheard(live: Live, hear: (event: EmbedEvents['sonaqor-event']) => void): Live {
  const areas = new Map<string, { listeners: number; readonly stop: () => void }>()

  function listenTo(area: string) {
    const stop = live.subscribe(area, (events) => {
      for (const { type, ref } of events) hear({ type, ref })
    })
    const heard = { listeners: 0, stop }
    areas.set(area, heard)
    return heard
  }

  return {
    ...live,
    subscribe(area, listener) {
      const heard = areas.get(area) ?? listenTo(area)
      heard.listeners += 1
      const stop = live.subscribe(area, listener)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        stop()
        heard.listeners -= 1
        if (heard.listeners > 0) return
        heard.stop()
        areas.delete(area)
      }
    },
  }
}
