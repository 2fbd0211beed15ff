/** How much of an element is out of sight at its top and its foot, in pixels. */
export interface Unseen {
  readonly above: number
  readonly below: number
}

/**
 * Tells which part of an element is on the screen, at first and whenever another part is; at most
 * once for each picture that is drawn. Returns the way to stop.
 */
export function watchSeenPart(element: HTMLElement, tell: (unseen: Unseen) => void): () => void {
  let told: Unseen = { above: 0, below: 0 }
  let drawing: number | undefined

  function look() {
    drawing = undefined
    const { above, below } = unseenOf(element)
    if (above === told.above && below === told.below) return
    told = { above, below }
    tell(told)
  }
  const lookSoon = () => {
    drawing ??= requestAnimationFrame(look)
  }

  const stopped = new AbortController()
  const { signal } = stopped
  // Whatever scrolls in the page around it may carry it along.
  window.addEventListener('scroll', lookSoon, { capture: true, passive: true, signal })
  window.addEventListener('resize', lookSoon, { signal })
  const sizes = new ResizeObserver(lookSoon)
  sizes.observe(element)
  // What is put above it in the page moves it too.
  sizes.observe(document.body)
  lookSoon()
  return () => {
    stopped.abort()
    sizes.disconnect()
    if (drawing !== undefined) cancelAnimationFrame(drawing)
  }
}

function unseenOf(element: HTMLElement): Unseen {
  const { top, bottom } = element.getBoundingClientRect()
  let from = Math.max(top, 0)
  let to = Math.min(bottom, window.innerHeight)
  for (let around = parentOf(element); around; around = parentOf(around)) {
    if (getComputedStyle(around).overflowY === 'visible') continue
    const box = around.getBoundingClientRect()
    from = Math.max(from, box.top)
    to = Math.min(to, box.bottom)
  }
  // Where nothing of it is seen, nothing is known that would serve what stands in it better.
  if (to <= from) return { above: 0, below: 0 }
  return { above: Math.round(from - top), below: Math.round(bottom - to) }
}

/** The page itself clips nothing that the window does not. */
function parentOf(element: Element): Element | null {
  const around = element.assignedSlot ?? element.parentElement ?? hostOf(element)
  return around === document.body || around === document.documentElement ? null : around
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
