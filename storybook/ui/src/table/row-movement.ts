import type { KeyboardEvent } from 'react'

/** Up and down among the rows that can be opened, to the first and to the last. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>) {
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('.sq-table-opener')]
  const at = openers.findIndex((opener) => opener === event.target)
  const to = at < 0 ? undefined : turnTo(event.key, at, openers.length)
  if (to === undefined) return
  event.preventDefault()
  openers[to]?.focus()
}

/** It ends at the last row, where more can be asked for, and does not begin anew at the first. */
function turnTo(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
