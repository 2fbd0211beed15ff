/** How high a frame is: as its view, unless the page gives its element less than that. */
export interface FrameHeight {
  /** The view is as high as this now, in pixels. */
  follow(heightPx: number): void
  stop(): void
}

/** Keeps a frame as high as what stands in it, so that it has no scrollbar that the page did not ask for. */
export function heightOf(frame: HTMLIFrameElement, element: HTMLElement): FrameHeight {
  let wanted = 0

  function fit() {
    if (wanted === 0) return
    // First as high as it would be: an element that does not grow with it has a height of its own.
    frame.style.blockSize = `${wanted}px`
    const room = roomIn(element)
    if (room < wanted) frame.style.blockSize = `${room}px`
  }

  const sizes = new ResizeObserver(fit)
  sizes.observe(element)
  return {
    follow(heightPx) {
      wanted = Math.ceil(heightPx)
      fit()
    },
    stop: () => sizes.disconnect(),
  }
}

function roomIn(element: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(element)
  return element.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
}
