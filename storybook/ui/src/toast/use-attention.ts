import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Who is at the shelf: whether pointer or focus is there, in which case nothing goes by itself, and
 * where the focus was before, for it has to go back when what it stood on goes.
 */
export function useAttention(shelf: RefObject<HTMLElement | null>, hasAny: boolean) {
  const [isHeld, setIsHeld] = useState(false)
  const cameFrom = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const element = shelf.current
    if (!element || !hasAny) return
    // A moment later, for while the focus is on its way it is nowhere.
    const look = () => setTimeout(() => setIsHeld(holdsFocus(element) || element.matches(':hover')))
    const remember = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLElement && !element.contains(relatedTarget)) {
        cameFrom.current = relatedTarget
      }
    }
    const events = ['pointerenter', 'pointerleave', 'focusin', 'focusout']
    for (const type of events) element.addEventListener(type, look)
    element.addEventListener('focusin', remember)
    look()
    return () => {
      for (const type of events) element.removeEventListener(type, look)
      element.removeEventListener('focusin', remember)
    }
  }, [shelf, hasAny])

  /** Runs what takes something off; the focus does not fall off the page with it. */
  const withFocusKept = (act: () => void) => {
    const hadFocus = holdsFocus(shelf.current)
    act()
    if (hadFocus && cameFrom.current?.isConnected) cameFrom.current.focus()
  }
  return { isHeld, withFocusKept }
}

/** In a shadow root the document only knows that the focus is somewhere in there. */
function holdsFocus(element: HTMLElement | null): boolean {
  const root = element?.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot
    ? (element?.contains(root.activeElement) ?? false)
    : false
}
