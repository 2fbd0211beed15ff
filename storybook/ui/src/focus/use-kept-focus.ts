import { useEffect, useRef } from 'react'

/**
 * Where what has the focus goes away, hands it to what takes its place, or to the place itself, which
 * needs a `tabIndex` of -1. Its result is spread onto the element around both.
 */
export function useKeptFocus<Element extends HTMLElement>(
  next: (place: Element) => HTMLElement | null,
) {
  const ref = useRef<Element>(null)
  const hasFocus = useRef(false)
  useEffect(() => {
    const place = ref.current
    if (!place || !hasFocus.current) return
    const { activeElement } = place.getRootNode() as Document | ShadowRoot
    if (!activeElement || activeElement === document.body) (next(place) ?? place).focus()
  })
  return {
    ref,
    onFocus: () => {
      hasFocus.current = true
    },
    // What goes away while it is drawn anew is not heard to lose it.
    onBlur: () => {
      hasFocus.current = false
    },
  }
}
