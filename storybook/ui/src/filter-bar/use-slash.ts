import { useEffect, type RefObject } from 'react'

/** How far away `/` may be pressed: within the surface alone, or anywhere on the page. */
export type SlashReach = 'surface' | 'page'

/** Lets `/` lead to a field, unless somebody is just writing one, or wants no such keys. */
export function useSlash(
  field: RefObject<HTMLInputElement | null>,
  reach: SlashReach | undefined,
): void {
  useEffect(() => {
    if (!reach) return
    const place = reach === 'page' ? document : field.current?.closest('.sq-surface')
    const listener = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || !isBareSlash(event) || isWriting(event)) return
      if (!field.current) return
      event.preventDefault()
      field.current.focus()
      field.current.select()
    }
    place?.addEventListener('keydown', listener)
    return () => place?.removeEventListener('keydown', listener)
  }, [field, reach])
}

function isBareSlash(event: KeyboardEvent): boolean {
  return (
    event.key === '/' &&
    !event.defaultPrevented &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.isComposing
  )
}

/** The innermost place of the press: seen from outside, a shadow root hides what is in it. */
function isWriting(event: KeyboardEvent): boolean {
  const [place] = event.composedPath()
  return (
    place instanceof HTMLElement &&
    (place.isContentEditable || place.matches('input, select, textarea'))
  )
}
