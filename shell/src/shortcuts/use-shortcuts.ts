import { useEffect, useEffectEvent, useRef } from 'react'
import { isSingle, type Shortcut } from './shortcut.ts'

/** After this pause, a key begins anew. */
const pauseMs = 1_500

/**
 * Listens for shortcuts in the whole page. Single keys belong to whoever writes, or looks into a
 * dialog; those with Ctrl or ⌘ to nobody but a dialog that waits for an answer.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const before = useRef({ key: '', atMs: -Infinity })

  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = keyOf(event)
    if (!key || event.defaultPrevented || event.repeat || isTaken(event, key)) return
    const goesOn = event.timeStamp - before.current.atMs < pauseMs
    const sequence = goesOn ? `${before.current.key} ${key}` : key
    const found =
      shortcuts.find(({ keys }) => keys === sequence) ?? shortcuts.find(({ keys }) => keys === key)
    before.current = { key: found ? '' : key, atMs: event.timeStamp }
    if (!found) return
    event.preventDefault()
    found.run()
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

/** Shift is part of the sign that it makes; what Alt makes belongs to the keyboard's own layout. */
function keyOf(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.altKey || event.key.length !== 1) return undefined
  const key = event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? `Mod+${key}` : key
}

/** The innermost places of the press: seen from outside, a shadow root hides what is in it. */
function isTaken(event: KeyboardEvent, key: string): boolean {
  const takes = isSingle(key) ? hearsLetters : waitsForAnswer
  return event.composedPath().some((place) => place instanceof HTMLElement && takes(place))
}

const writing = 'dialog, [role="menu"], select, textarea, input:not([type=radio], [type=checkbox])'

const hearsLetters = (place: HTMLElement) => place.isContentEditable || place.matches(writing)

/** A drawer that only shows something can be left as the page behind it can. */
const waitsForAnswer = (place: HTMLElement) =>
  place.matches('dialog') && !(place.matches('.sq-drawer') && !place.querySelector('form'))
