import { useEffect, type RefObject } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './panel.css'

// What floats looks alike: `sq-panel`, and a class of its own for what is its own.
adopt(sheet)

const gapPx = 4
const edgePx = 8

/** Whether the sheet alone keeps a popover at its button; then nothing has to be measured. */
function sheetPlaces(): boolean {
  return globalThis.CSS?.supports('position-area', 'block-end') ?? false
}

/** Keeps an open popover at its button, also while pages scroll, where the browser cannot do it. */
export function usePlace(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const element = floating.current
    if (!open || !element || sheetPlaces()) return
    const place = () => {
      if (anchor.current) putBeside(anchor.current, element)
    }
    // What is not shown yet has no size, so that it is placed once more when it is.
    element.addEventListener('toggle', place)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    place()
    return () => {
      element.removeEventListener('toggle', place)
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [open, anchor, floating])
}

/** How much of the frame that it stands in is out of sight there, as the page around it says. */
const unseenOf = (element: HTMLElement, at: 'above' | 'below'): number =>
  Number.parseFloat(getComputedStyle(element).getPropertyValue(`--sonaqor-unseen-${at}`)) || 0

/** Below its anchor where there is room in sight, above it otherwise, and never beyond the window's edge. */
export function putBeside(anchor: HTMLElement, floating: HTMLElement): void {
  const [at, { width, height }] = [anchor.getBoundingClientRect(), floating.getBoundingClientRect()]
  const runsLeft = anchor.closest('[dir]')?.getAttribute('dir') === 'rtl'
  const atLeft = at.left
  const atRight = at.right - width
  const [start, end] = runsLeft ? [atRight, atLeft] : [atLeft, atRight]
  const most = window.innerWidth - width - edgePx
  const left = start < edgePx || start > most ? end : start
  const below = at.bottom + gapPx
  const foot = window.innerHeight - unseenOf(floating, 'below')
  const fitsBelow = below + height <= foot - edgePx
  const top = fitsBelow ? below : at.top - gapPx - height
  floating.style.left = `${Math.max(Math.min(left, most), edgePx)}px`
  floating.style.top = `${Math.max(top, unseenOf(floating, 'above') + edgePx)}px`
}
