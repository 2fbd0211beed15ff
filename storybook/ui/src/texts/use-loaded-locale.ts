import { useEffect, useState } from 'react'
import { areLoaded, loadTexts, type Languages } from './languages.ts'

/**
 * The language to draw in: the one that is asked for, as soon as its texts are there, and until then
 * the one before, English at first. `spoken` must be a constant outside of the component.
 */
export function useLoadedLocale(asked: string, spoken: readonly Languages[]): string {
  const isReady = areLoaded(asked, ...spoken)
  const [shown, show] = useState(isReady ? asked : 'en')

  useEffect(() => {
    let stands = true
    void loadTexts(asked, ...spoken).then(() => stands && show(asked))
    return () => {
      stands = false
    }
  }, [asked, spoken])

  return isReady ? asked : shown
}
