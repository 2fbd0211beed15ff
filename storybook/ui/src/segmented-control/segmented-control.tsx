import { useId } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './segmented-control.css'

adopt(sheet)

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SegmentedControlProps<Value extends string> {
  /** What is chosen: "Status". */
  readonly label: string
  readonly segments: readonly Segment<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few, all in view. These are radio buttons, so that arrows move between them. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <fieldset className="sq-segments">
      <legend className="sq-unseen">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className="sq-segment">
          <input
            type="radio"
            className="sq-unseen"
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span className="sq-segment-label">{segment.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
