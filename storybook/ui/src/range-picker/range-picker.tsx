import {
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ToggleEvent,
} from 'react'
import { Button } from '../button/button.tsx'
import { usePlace } from '../menu/place.ts'
import { adopt } from '../styles/adopt.ts'
import { useLocale } from '../surface/surface.tsx'
import { CustomRange } from './custom-range.tsx'
import sheet from './range-picker.css'
import { presets as allPresets, type Preset, type Range } from './range.ts'
import { rangeInWords, words } from './words.ts'

adopt(sheet)

export interface RangePickerProps {
  readonly value: Range
  readonly onChange: (range: Range) => void
  /** Which presets make sense here; all of them unless said. */
  readonly presets?: readonly Preset[]
}

/**
 * The one way in which the house asks for a range of time: a button that says the range, and behind
 * it the usual ranges and two fields for any other, on the viewer's clock, whose zone is named.
 */
export function RangePicker({ value, onChange, presets = allPresets }: RangePickerProps) {
  const id = useId()
  const anchor = `--sq-range-${id.replaceAll(/\W/g, '')}`
  const locale = useLocale()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  usePlace(open, button, panel)

  const close = () => {
    panel.current?.hidePopover()
    button.current?.focus()
  }
  const choose = (range: Range) => {
    close()
    onChange(range)
  }
  const toggled = ({ newState }: ToggleEvent) => {
    if (newState === 'closed') return setOpen(false)
    panel.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    panel.current?.showPopover()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Taken here, or a dialog around would be closed along with it.
    event.preventDefault()
    close()
  }
  /** The keyboard has gone on; nobody is without a place when the window itself loses the focus. */
  const left = ({ relatedTarget, currentTarget }: FocusEvent) => {
    const isElsewhere = relatedTarget && !currentTarget.contains(relatedTarget)
    if (isElsewhere && relatedTarget !== button.current) panel.current?.hidePopover()
  }

  return (
    <>
      <Button
        ref={button}
        icon="clock"
        aria-label={`${words.range}: ${rangeInWords(value, locale)}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        style={{ anchorName: anchor }}
        onKeyDown={openByArrow}
      >
        <span className="sq-range-words">{rangeInWords(value, locale)}</span>
      </Button>
      {/* A dialog of its own element would be modal or nothing; the keys are heard where they pass. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="sq-range"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="dialog"
        aria-label={words.range}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={toggled}
        onKeyDown={press}
        onBlur={left}
      >
        {open && (
          <>
            <Presets presets={presets} value={value} onChoose={choose} />
            <CustomRange value={value} onChoose={choose} />
          </>
        )}
      </div>
    </>
  )
}

interface PresetsProps {
  readonly presets: readonly Preset[]
  readonly value: Range
  readonly onChoose: (preset: Preset) => void
}

/** One stop of the keyboard; arrows go on from there. */
function Presets({ presets, value, onChoose }: PresetsProps) {
  const stop = presets.find((preset) => preset === value) ?? presets[0]
  return (
    // The keys are heard where they pass; the buttons inside are what is pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className="sq-range-presets" aria-label={words.usual} onKeyDown={move}>
      {presets.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            className="sq-range-preset"
            aria-pressed={preset === value}
            tabIndex={preset === stop ? 0 : -1}
            onClick={() => onChoose(preset)}
          >
            {words.presets[preset]}
          </button>
        </li>
      ))}
    </ul>
  )
}

function move(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((one) => one === event.target)
  const to = turnTo(event.key, at, buttons.length)
  if (to === undefined) return
  event.preventDefault()
  buttons[to]?.focus()
}

function turnTo(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
