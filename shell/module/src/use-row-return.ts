import { useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back to the row that was open last, which its table marks as the current one. A
 * browser gives it to the row that was opened first, though one may have walked far along the list
 * meanwhile. Returns a reference to the list.
 */
export function useRowReturn(openKey: string | undefined) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<HTMLElement>(null)

  // After each drawing, for the row that is open may have been read only now.
  useLayoutEffect(() => {
    if (openKey !== undefined) {
      last.current = list.current?.querySelector<HTMLElement>('tr [aria-current]') ?? null
      return
    }
    last.current?.focus()
    last.current = null
  })
  return list
}
