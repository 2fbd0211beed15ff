import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { Choices, said } from '../combobox/choices.tsx'
import { landingOf } from '../combobox/landing.ts'
import type { Choice, Found } from '../combobox/use-search.ts'
import { usePlace } from '../panel/place.ts'
import { useText } from '../texts/use-text.ts'

export interface SuggestionsProps {
  /** The field that is completed; it was there before, and stays the same one. */
  readonly field: RefObject<HTMLInputElement | null>
  /** "Suggestions" */
  readonly label: string
  /** The same list as long as nothing else is suggested. */
  readonly choices: readonly Choice[]
  readonly onChoose: (choice: Choice) => void
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/**
 * Completes what is written in a field: the combobox of the ARIA patterns, made of a field that somebody
 * may be writing in already. Nothing is chosen unless an arrow has led to it, so that no letter, Enter
 * or Tab is ever taken from whoever just writes.
 */
export function Suggestions(props: SuggestionsProps) {
  const { field, label, choices, onChoose, isOpen, onOpen } = props
  const id = useId()
  const say = useText()
  const listId = `${id}-list`
  const anchor = `--sq-suggestions-${id.replaceAll(/\W/g, '')}`
  const panel = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number>()
  // Presses may come faster than they are drawn, within a shadow root above all: each goes on from here.
  const led = useRef(at)
  const [seen, setSeen] = useState(choices)
  const isShown = isOpen && choices.length > 0
  if (seen !== choices || (at !== undefined && !isShown)) {
    // They may come anew while nobody writes, with other counts: who has been led to one stays there.
    const still = choices.findIndex((choice) => choice.id === seen[at ?? -1]?.id)
    setSeen(choices)
    setAt(isShown && still >= 0 ? still : undefined)
  }
  usePlace(isShown, field, panel)

  useLayoutEffect(() => {
    led.current = at
  })
  const leadTo = (index: number | undefined) => {
    led.current = index
    setAt(index)
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || choices.length === 0) return
    const landing = landingOf(event, led.current, choices.length)
    const isArrow = event.key.startsWith('Arrow')
    const choice = choices[led.current ?? -1]
    if (landing !== undefined && (isShown || isArrow)) {
      event.preventDefault()
      onOpen(true)
      leadTo(landing)
    } else if (isShown && choice && (event.key === 'Enter' || isTab(event))) {
      event.preventDefault()
      onChoose(choice)
    } else if (isShown && event.key === 'Enter') {
      onOpen(false)
    } else if (isShown && event.key === 'Escape') {
      // Taken here, or a dialog around would be closed along with the list.
      event.preventDefault()
      event.stopPropagation()
      onOpen(false)
    }
  })
  const leave = useEffectEvent(() => onOpen(false))
  const write = useEffectEvent(() => leadTo(undefined))

  useEffect(() => {
    const input = field.current
    if (!input) return
    const listening = new AbortController()
    const { signal } = listening
    input.addEventListener('keydown', (event) => press(event), { signal })
    input.addEventListener('blur', () => leave(), { signal })
    input.addEventListener('input', () => write(), { signal })
    const attributes = {
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-controls': listId,
    }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    input.style.setProperty('anchor-name', anchor)
    return () => listening.abort()
  }, [field, listId, anchor])

  useEffect(() => {
    const input = field.current
    input?.setAttribute('aria-expanded', String(isShown))
    if (isShown) panel.current?.showPopover()
    else panel.current?.hidePopover()
  }, [field, isShown])

  useEffect(() => {
    const input = field.current
    if (at === undefined) input?.removeAttribute('aria-activedescendant')
    else input?.setAttribute('aria-activedescendant', `${listId}-${at}`)
  }, [field, listId, at])

  const found: Found = { state: 'ready', choices, retry: () => undefined }
  return (
    <>
      <div
        ref={panel}
        popover="manual"
        className="sq-panel sq-combobox-panel sq-suggestions"
        style={{ positionAnchor: anchor }}
        // The field keeps the focus while a choice is pressed.
        role="presentation"
        onMouseDown={(event) => event.preventDefault()}
      >
        {isShown && (
          <Choices
            id={listId}
            label={label}
            found={found}
            at={at}
            chosen={undefined}
            onChoose={onChoose}
          />
        )}
      </div>
      <output className="sq-unseen">{isShown && said(found, say)}</output>
    </>
  )
}

const isTab = ({ key, shiftKey }: KeyboardEvent) => key === 'Tab' && !shiftKey
