import { useEffect, useRef } from 'react'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import type { Say } from '../texts/text.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './combobox.css'
import type { Choice, Found } from './use-search.ts'

adopt(sheet)

interface ChoicesProps {
  readonly id: string
  readonly label: string
  readonly found: Found
  /** The one that Enter would choose. */
  readonly at: number | undefined
  readonly chosen: string | undefined
  readonly onChoose: (choice: Choice) => void
}

/** What was found, and in its place what there is to say when nothing was. */
export function Choices({ id, label, found, at, chosen, onChoose }: ChoicesProps) {
  const list = useRef<HTMLDivElement>(null)
  const say = useText()
  useEffect(() => {
    const option = at === undefined ? undefined : list.current?.children[at]
    if (list.current && option) reveal(list.current, option)
  }, [at])

  return (
    <>
      {/* The system's own list holds plain words only, and is not asked of a server. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div ref={list} id={id} className="sq-combobox-list" role="listbox" aria-label={label}>
        {found.choices.map((choice, index) => (
          // The keys are the field's, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={choice.id}
            id={`${id}-${index}`}
            className="sq-combobox-choice"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of HTML holds plain words only
            role="option"
            aria-selected={choice.id === chosen}
            data-at={index === at || undefined}
            onClick={() => onChoose(choice)}
          >
            <span>
              {choice.label}
              {choice.hint && <span className="sq-combobox-hint">{choice.hint}</span>}
            </span>
            {choice.id === chosen && <Icon name="check" />}
          </div>
        ))}
      </div>
      {found.choices.length === 0 && (
        <div className="sq-combobox-state" data-state={found.state}>
          {said(found, say)}
          {found.state === 'failed' && (
            <Button size="small" onClick={found.retry}>
              {say(texts.retry)}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** How the search stands, in words; for those, too, who do not see the list. */
export function said({ state, choices }: Found, say: Say): string {
  if (state === 'failed') return say(texts.searchFailed)
  if (state === 'loading') return say(texts.searching)
  return choices.length === 0 ? say(texts.noMatches) : say(texts.matches, { count: choices.length })
}

/** Scrolls the list alone; the pages around stay where they are. */
function reveal(list: HTMLElement, option: Element) {
  const [frame, box] = [list.getBoundingClientRect(), option.getBoundingClientRect()]
  if (box.top < frame.top) list.scrollTop -= frame.top - box.top
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom
}
