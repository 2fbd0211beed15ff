import { useEffect, useState } from 'react'

/** Whether a text has stood as it is for so long. */
export function usePaused(text: string, pauseMs: number): boolean {
  const [stood, setStood] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setStood(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return stood === text
}
