import { useEffect, useRef, type RefObject } from 'react'

/**
 * Tells of a new page as a browser would: by the title of the window, and by moving the focus to
 * its beginning. The first page of all leaves the focus where the browser has put it.
 */
export function useArrival(title: string | undefined, main: RefObject<HTMLElement | null>): void {
  const last = useRef<string>(undefined)
  useEffect(() => {
    document.title = title ? `${title} · Sonaqor` : 'Sonaqor'
    if (last.current && title && last.current !== title) main.current?.focus()
    last.current = title ?? last.current
  }, [title, main])
}
