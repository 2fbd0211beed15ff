import type { KeyboardEvent } from 'react'
import { PanelButton } from '../panel/panel-button.tsx'
import { adopt } from '../styles/adopt.ts'
import { useLocale } from '../surface/locale.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { CustomRange } from './custom-range.tsx'
import sheet from './range-picker.css'
import { presets as allPresets, type Preset, type Range } from './range.ts'
import { presetTexts, rangeInWords } from './words.ts'

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
  const say = useText()
  const inWords = rangeInWords(value, useLocale(), say)
  return (
    <PanelButton
      name={say(texts.range)}
      label={`${say(texts.range)}: ${inWords}`}
      icon="clock"
      shown={<span className="sq-range-words">{inWords}</span>}
      className="sq-range"
    >
      {(close) => {
        const choose = (range: Range) => {
          close()
          onChange(range)
        }
        return (
          <>
            <Presets presets={presets} value={value} onChoose={choose} />
            <CustomRange value={value} onChoose={choose} />
          </>
        )
      }}
    </PanelButton>
  )
}

interface PresetsProps {
  readonly presets: readonly Preset[]
  readonly value: Range
  readonly onChoose: (preset: Preset) => void
}

/** One stop of the keyboard; arrows go on from there. */
function Presets({ presets, value, onChoose }: PresetsProps) {
  const say = useText()
  const stop = presets.find((preset) => preset === value) ?? presets[0]
  return (
    // The keys are heard where they pass; the buttons inside are what is pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className="sq-range-presets" aria-label={say(texts.usualRanges)} onKeyDown={move}>
      {presets.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            className="sq-range-preset"
            aria-pressed={preset === value}
            tabIndex={preset === stop ? 0 : -1}
            onClick={() => onChoose(preset)}
          >
            {say(presetTexts[preset])}
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
