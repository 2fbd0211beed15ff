import { useSingleKeys } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef } from 'react'

/** The ways along a list from where one is; left out where it ends. */
export interface Steps {
  readonly toPrevious: (() => void) | undefined
  readonly toNext: (() => void) | undefined
}

/**
 * Lets J and K lead along a list from anywhere in the dialog around the returned element, unless the
 * reader wants no such keys.
 */
export function useStepKeys({ toPrevious, toNext }: Steps) {
  const place = useRef<HTMLDivElement>(null)
  const isOn = useSingleKeys()
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const key = event.key.toLowerCase()
    if (key !== 'j' && key !== 'k') return
    event.preventDefault()
    if (key === 'j') toNext?.()
    else toPrevious?.()
  })

  useEffect(() => {
    if (!isOn) return
    const around = place.current?.closest('dialog')
    const listener = (event: KeyboardEvent) => press(event)
    around?.addEventListener('keydown', listener)
    return () => around?.removeEventListener('keydown', listener)
  }, [isOn])
  return place
}
