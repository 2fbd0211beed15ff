import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

interface Arrival {
  readonly title: string | undefined
  readonly takesFocus: boolean
}

/**
 * Tells of a new page as a browser would: by the title of the window, and by moving the focus to
 * its beginning. The first page of all leaves the focus where the browser has put it, unless it
 * stands where something else stood, as after the sign-in.
 */
export function useArrival(
  { title, takesFocus }: Arrival,
  main: RefObject<HTMLElement | null>,
): void {
  const last = useRef<string>(undefined)
  const begin = useEffectEvent(() => {
    if (takesFocus) main.current?.focus()
  })
  useEffect(() => begin(), [])

  useEffect(() => {
    document.title = title ? `${title} · Sonaqor` : 'Sonaqor'
    if (last.current && title && last.current !== title) main.current?.focus()
    last.current = title ?? last.current
  }, [title, main])
}
