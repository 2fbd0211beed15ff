import { useEffect, useRef, useState } from 'react'

/**
 * Whether the reader has scrolled past a mark. A mark that is still below the screen is not passed:
 * nobody reads there yet.
 */
export function useScrolledPast() {
  const mark = useRef<HTMLDivElement>(null)
  const [isPast, setPast] = useState(false)

  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1)
      if (!entry) return
      const middle = (entry.rootBounds?.height ?? 0) / 2
      setPast(!entry.isIntersecting && entry.boundingClientRect.top < middle)
    })
    if (mark.current) observer.observe(mark.current)
    return () => observer.disconnect()
  }, [])

  return { mark, isPast }
}
