interface Press {
  readonly key: string
  readonly currentTarget: Element
}

/** Where a key leads in a row of things that runs as its surface runs; undefined leads nowhere. */
export function turnTo({ key, currentTarget }: Press, at: number, count: number) {
  const runsLeft = currentTarget.closest('[dir]')?.getAttribute('dir') === 'rtl'
  const [onward, back] = runsLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === onward) return (at + 1) % count
  if (key === back) return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** How far the row fades towards what is out of view: what lies there cannot be read. */
const fadePx = 40

/**
 * Scrolls the row until one of it is in view, clear of the fade. `scrollIntoView` would scroll the pages around as
 * well, and a guest has no business there.
 */
export function reveal(row: HTMLElement, one: Element): void {
  const [frame, box] = [row.getBoundingClientRect(), one.getBoundingClientRect()]
  const [before, after] = [frame.left + fadePx - box.left, box.right - frame.right + fadePx]
  if (before > 0) row.scrollLeft -= before
  else if (after > 0) row.scrollLeft += after
}
