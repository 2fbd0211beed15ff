import { useEffect, useRef } from 'react'

/**
 * Takes the focus for what has just taken the place of what had it, so that keyboard and screen
 * reader go on where the page went on. The element needs a `tabIndex` of -1.
 */
export function useArrival<Element extends HTMLElement>() {
  const element = useRef<Element>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}
