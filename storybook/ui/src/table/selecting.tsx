import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './selecting.css'

adopt(sheet)

export interface Selection {
  /** The keys of the chosen rows, of those out of view too. */
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
  /** What may be done to all of them: buttons. */
  readonly acts: ReactNode
}

/** What a table draws so that rows can be chosen. */
export interface Selecting {
  readonly has: (key: string) => boolean
  /** The box in the head, for all rows in view. */
  readonly all: (keys: readonly string[]) => ReactNode
  /** The box of one row. */
  readonly one: (key: string, name: string) => ReactNode
  readonly bar: () => ReactNode
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

const words = {
  all: 'Select all in view',
  one: (name: string) => `Select ${name}`,
  count: (count: number) => `${count} selected`,
  clear: 'Clear selection',
}

/** Lets rows of a table be chosen, all in view at once too; Escape gives all of them up. */
export function selecting({ keys, onChange, acts }: Selection): Selecting {
  const without = (gone: readonly string[]) =>
    new Set([...keys].filter((key) => !gone.includes(key)))
  const turn = (some: readonly string[], chosen: boolean) =>
    onChange(chosen ? new Set([...keys, ...some]) : without(some))
  const clear = (place: HTMLElement) => {
    // What was pressed goes away with the bar; the focus must not fall off the page.
    place.closest('.sq-table-frame')?.querySelector<HTMLElement>('thead input')?.focus()
    onChange(new Set())
  }

  return {
    has: (key) => keys.has(key),
    all: (inView) => (
      <Box
        label={words.all}
        checked={inView.length > 0 && inView.every((key) => keys.has(key))}
        mixed={inView.some((key) => keys.has(key))}
        onChange={(chosen) => turn(inView, chosen)}
      />
    ),
    one: (key, name) => (
      <Box
        label={words.one(name)}
        checked={keys.has(key)}
        onChange={(chosen) => turn([key], chosen)}
      />
    ),
    bar: () => (
      <div className="sq-selection" data-empty={keys.size === 0 || undefined}>
        <output>{keys.size > 0 && words.count(keys.size)}</output>
        {keys.size > 0 && (
          <>
            <div className="sq-selection-acts">{acts}</div>
            <Button
              look="quiet"
              size="small"
              icon="close"
              aria-label={words.clear}
              aria-keyshortcuts="Escape"
              onClick={(event) => clear(event.currentTarget)}
            />
          </>
        )}
      </div>
    ),
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || keys.size === 0) return
      // Taken here, or a drawer around the table would be closed along with it.
      event.preventDefault()
      clear(event.currentTarget)
    },
  }
}

interface BoxProps {
  readonly label: string
  readonly checked: boolean
  /** Some are chosen and some are not. */
  readonly mixed?: boolean
  readonly onChange: (checked: boolean) => void
}

function Box({ label, checked, mixed = false, onChange }: BoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = mixed && !checked
  }, [mixed, checked])
  return (
    <label className="sq-choose">
      <input
        ref={box}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
