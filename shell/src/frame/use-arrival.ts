import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

interface Arrival {
  /** Tells one page from another, in whatever language they are called. */
  readonly page: string | undefined
  readonly title: string | undefined
  readonly takesFocus: boolean
}

/**
 * Tells of a new page as a browser would: by the title of the window, and by moving the focus to
 * its beginning. The first page of all leaves the focus where the browser has put it, unless it
 * stands where something else stood, as after the sign-in.
 */
export function useArrival(
  { page, title, takesFocus }: Arrival,
  main: RefObject<HTMLElement | null>,
): void {
  const last = useRef<string>(undefined)
  const begin = useEffectEvent(() => {
    if (takesFocus) main.current?.focus()
  })
  useEffect(() => begin(), [])

  useEffect(() => {
    document.title = title ? `${title} · Sonaqor` : 'Sonaqor'
  }, [title])

  useEffect(() => {
    if (last.current && page && last.current !== page) main.current?.focus()
    last.current = page ?? last.current
  }, [page, main])
}
