import type { Host } from '../../host/host.ts'
import { listen, openFrame, tell, type OpenFrame } from './open-frame.ts'

/** A frame that is loaded before anybody has asked for what it will show. */
export interface FrameAhead {
  /** Moves it to where it is to be shown; nothing, where it cannot be had or has not come. */
  take(ground: HTMLElement): OpenFrame | undefined
  /** Whether its script listens. */
  isHere(): boolean
  drop(): void
}

/**
 * Loads our frame and the code of a view in it, out of sight and without a session: it is let in by
 * whoever opens it. A move reloads a frame in browsers without `moveBefore`, which gain nothing and
 * are spared the bytes.
 */
export function prepareFrame(host: Host, root: ShadowRoot, view: string): FrameAhead {
  const place = document.createElement('div')
  place.hidden = true
  let frame: OpenFrame | undefined
  let hasLoaded = false
  let hasSpoken = false

  async function prepare() {
    const { embedId } = await host.session.grant()
    if (!place.isConnected) return
    frame = openFrame(host.origin, embedId)
    listen(frame, () => (hasSpoken = true))
    void frame.loaded.then(() => (hasLoaded = true))
    tell(frame, { type: 'prepare', view })
    place.append(frame.element)
  }

  if ('moveBefore' in place) {
    root.append(place)
    // Whoever opens the view is told what is wrong.
    prepare().catch(() => undefined)
  }
  return {
    take(ground) {
      // What has loaded and says nothing is another page: it did not come.
      const isLost = hasLoaded && !hasSpoken
      if (frame && !isLost) ground.moveBefore(frame.element, null)
      place.remove()
      return isLost ? undefined : frame
    },
    isHere: () => hasSpoken,
    drop() {
      place.remove()
      frame?.port.close()
    },
  }
}
