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

/** How much of the neighbour stays in view, so that one sees that there is more. */
const peekPx = 24

/**
 * Scrolls the row until one of it is in view. `scrollIntoView` would scroll the pages around as
 * well, and a guest has no business there.
 */
export function reveal(row: HTMLElement, one: Element): void {
  const [frame, box] = [row.getBoundingClientRect(), one.getBoundingClientRect()]
  if (box.left < frame.left) row.scrollLeft -= frame.left - box.left + peekPx
  else if (box.right > frame.right) row.scrollLeft += box.right - frame.right + peekPx
}
