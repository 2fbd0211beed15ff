import { useEffect, useEffectEvent, useRef } from 'react'

/**
 * Whoever has a keyboard can write at once. A finger would bring up the keyboard of the screen before
 * anything was seen: there the heading takes the focus, if it has to be taken at all.
 */
export function useBeginning(takesFocus: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const begin = useEffectEvent(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus()
    else if (takesFocus) heading.current?.focus()
  })
  useEffect(() => begin(), [])
  return { heading, field }
}
