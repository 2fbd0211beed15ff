import { useRef, type KeyboardEvent } from 'react'

/** After this pause, a letter begins a new word. */
const pauseMs = 600

/** All items of a menu, the ones that cannot be chosen too. */
export function itemsOf(menu: Element | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
}

/** Moves the focus among the items of a menu by arrows, Home, End and the first letters of a name. */
export function useMovement() {
  const typed = useRef({ text: '', atMs: 0 })

  const nameTyped = (key: string, atMs: number): string => {
    const goesOn = atMs - typed.current.atMs < pauseMs
    const text = (goesOn ? typed.current.text : '') + key.toLocaleLowerCase()
    typed.current = { text, atMs }
    return text
  }

  return (event: KeyboardEvent<HTMLElement>) => {
    const items = itemsOf(event.currentTarget)
    const at = items.findIndex((item) => item.contains(event.target as Node))
    const to = isLetter(event)
      ? named(items, at, nameTyped(event.key, event.timeStamp))
      : turnTo(event.key, at, items.length)
    if (to === undefined) return
    event.preventDefault()
    items[to]?.focus()
  }
}

function turnTo(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (Math.max(at, 0) - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

/** The next item that begins so; one letter pressed again goes on to the one after. */
function named(items: readonly HTMLElement[], at: number, text: string): number | undefined {
  const isOneLetter = [...text].every((letter) => letter === text[0])
  const sought = isOneLetter ? text.slice(0, 1) : text
  const from = isOneLetter ? at + 1 : Math.max(at, 0)
  const order = items.map((_, index) => (from + index) % items.length)
  return order.find((index) => nameOf(items[index]).startsWith(sought))
}

function nameOf(item: HTMLElement | undefined): string {
  return item?.textContent.trim().toLocaleLowerCase() ?? ''
}
