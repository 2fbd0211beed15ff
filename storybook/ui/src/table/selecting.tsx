import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
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
        checked={inView.length > 0 && inView.every((key) => keys.has(key))}
        mixed={inView.some((key) => keys.has(key))}
        onChange={(chosen) => turn(inView, chosen)}
      />
    ),
    one: (key, name) => (
      <Box name={name} checked={keys.has(key)} onChange={(chosen) => turn([key], chosen)} />
    ),
    bar: () => <SelectionBar count={keys.size} acts={acts} onClear={clear} />,
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || keys.size === 0) return
      // Taken here, or a drawer around the table would be closed along with it.
      event.preventDefault()
      clear(event.currentTarget)
    },
  }
}

interface SelectionBarProps {
  readonly count: number
  readonly acts: ReactNode
  readonly onClear: (place: HTMLElement) => void
}

function SelectionBar({ count, acts, onClear }: SelectionBarProps) {
  const say = useText()
  return (
    <div className="sq-selection" data-empty={count === 0 || undefined}>
      <output>{count > 0 && say(texts.selected, { count })}</output>
      {count > 0 && (
        <>
          <div className="sq-selection-acts">{acts}</div>
          <Button
            look="quiet"
            size="small"
            icon="close"
            aria-label={say(texts.clearSelection)}
            aria-keyshortcuts="Escape"
            onClick={(event) => onClear(event.currentTarget)}
          />
        </>
      )}
    </div>
  )
}

interface BoxProps {
  /** What the row is called; left out of the box for all of them. */
  readonly name?: string
  readonly checked: boolean
  /** Some are chosen and some are not. */
  readonly mixed?: boolean
  readonly onChange: (checked: boolean) => void
}

function Box({ name, checked, mixed = false, onChange }: BoxProps) {
  const say = useText()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = mixed && !checked
  }, [mixed, checked])
  return (
    <label className="sq-choose">
      <input
        ref={box}
        type="checkbox"
        name={id}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{name === undefined ? say(texts.selectAll) : say(texts.select, { name })}</span>
    </label>
  )
}
