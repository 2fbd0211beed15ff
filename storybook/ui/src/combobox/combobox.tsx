import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { Input } from '../field/controls.tsx'
import { Icon } from '../icon/icon.tsx'
import { usePlace } from '../panel/place.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { Choices, said } from './choices.tsx'
import { landingOf } from './landing.ts'
import { useSearch, type Choice, type Search } from './use-search.ts'

export interface ComboboxProps {
  /** Needed where no `Field` stands around it. */
  readonly label?: string
  readonly value: Choice | undefined
  readonly onChange: (choice: Choice | undefined) => void
  /** Finds choices for what is typed; asked after a pause, and told when nobody waits any more. */
  readonly search: Search
  readonly placeholder?: string
}

/**
 * One of very many, found by typing: the combobox of the ARIA patterns, with a list that lies over
 * everything. The focus stays in the field, so that it works in dialogs and shadow roots alike.
 */
export function Combobox({ label, value, onChange, search, placeholder }: ComboboxProps) {
  const id = useId()
  const say = useText()
  const listId = `${id}-list`
  const anchor = `--sq-combobox-${id.replaceAll(/\W/g, '')}`
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  /** What is typed and not chosen yet; without it the field shows what is chosen. */
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState<number>()
  const found = useSearch(search, typed ?? '', open)
  usePlace(open, field, list)

  const show = () => {
    if (open) return
    list.current?.showPopover()
    setOpen(true)
    setAt(undefined)
  }
  const hide = () => {
    if (open) list.current?.hidePopover()
    setOpen(false)
    setTyped(undefined)
  }
  const choose = (choice: Choice | undefined) => {
    onChange(choice)
    hide()
    field.current?.focus()
  }
  const type = (text: string) => {
    show()
    setTyped(text)
    setAt(undefined)
  }

  const press = (event: KeyboardEvent) => {
    // A press that ends the writing of a sign, in scripts that need several, is no choice.
    if (event.nativeEvent.isComposing) return
    const choice = found.choices[at ?? -1]
    const landing = landingOf(event, at, found.choices.length)
    if (landing !== undefined) {
      event.preventDefault()
      show()
      setAt(landing)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (choice) choose(choice)
    } else if (event.key === 'Escape' && (open || typed !== undefined)) {
      // Taken here, or a dialog around would be closed along with the list.
      event.preventDefault()
      event.stopPropagation()
      hide()
    }
  }

  const left = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) hide()
  }

  return (
    <div className="sq-combobox" onBlur={left}>
      <Input
        ref={field}
        // What is drawn is an input; the rule sees no further than the name of the component.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && at !== undefined ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed ?? value?.label ?? ''}
        style={{ anchorName: anchor }}
        onChange={type}
        onClick={show}
        onKeyDown={press}
      />
      {value && (
        <button
          type="button"
          className="sq-combobox-clear"
          aria-label={say(texts.clear)}
          onClick={() => choose(undefined)}
        >
          <Icon name="close" />
        </button>
      )}
      <span className="sq-combobox-mark" aria-hidden="true" />
      <div
        ref={list}
        popover="manual"
        className="sq-panel sq-combobox-panel"
        style={{ positionAnchor: anchor }}
        // The field keeps the focus while a choice is pressed.
        role="presentation"
        onMouseDown={(event) => event.preventDefault()}
      >
        <Choices
          id={listId}
          label={label ?? say(texts.choices)}
          found={found}
          at={at}
          chosen={value?.id}
          onChoose={choose}
        />
      </div>
      <output className="sq-unseen">{open && said(found, say)}</output>
    </div>
  )
}
