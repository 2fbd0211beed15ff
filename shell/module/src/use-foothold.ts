import { useLayoutEffect, useRef, type FocusEvent } from 'react'

/**
 * Keeps the keyboard where it is at work: where what had the focus went away, such as a button with
 * its row, the place around takes it, and the next Tab goes on from there instead of from the top of
 * the page. While something lies over the place, the focus is there.
 */
export function useFoothold<Place extends HTMLElement>(isCovered: boolean) {
  const place = useRef<Place>(null)
  const held = useRef<Element>(null)

  // After each drawing, for any of them may have taken a row away.
  useLayoutEffect(() => {
    if (isCovered || !held.current || held.current.isConnected) return
    held.current = null
    if (!isFocusKept()) place.current?.focus({ preventScroll: true })
  })

  const onFocus = ({ target }: FocusEvent) => {
    held.current = target
  }
  return { place, onFocus }
}

/** Anything on the page may have it, also outside of the root that the place stands in. */
const isFocusKept = () =>
  document.activeElement !== null && document.activeElement !== document.body
