import { useLayoutEffect, useRef, useState } from 'react'

/** Whether what stands around a place is as wide as asked, also when the window changes. */
export function useRoom(leastPx: number) {
  const place = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState<boolean>()
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      setWide((entry?.contentRect.width ?? 0) >= leastPx)
    })
    const around = place.current?.parentElement
    if (around) observer.observe(around)
    return () => observer.disconnect()
  }, [leastPx])
  return { place, isWide }
}
