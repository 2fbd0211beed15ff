import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Long enough to be read aloud; what stays longer would be met by whoever reads through the page. */
const lifeMs = 5_000

/**
 * What a screen reader is told when something around the page has changed. `state` tells one state
 * from another, so that other words for the same one are no news; the first state is none either.
 */
export function useNews(state: string, words: string): string {
  const last = useRef(state)
  const [news, setNews] = useState('')
  const tell = useEffectEvent(() => setNews(words))

  useEffect(() => {
    if (last.current === state) return
    last.current = state
    tell()
    const timer = setTimeout(() => setNews(''), lifeMs)
    return () => clearTimeout(timer)
  }, [state])

  return news
}
