import { useId } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './checkbox.css'

adopt(sheet)

export interface CheckboxProps {
  /** What is true when it is ticked. */
  readonly label: string
  readonly hint?: string | undefined
  /** Why it cannot be changed, said beside it. */
  readonly disabledBecause?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One thing that is so or not; its whole line can be pressed. */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, disabledBecause, checked, onChange } = props

  const id = useId()
  return (
    <label className="sq-checkbox">
      <input
        type="checkbox"
        name={id}
        checked={checked}
        disabled={disabledBecause !== undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className="sq-checkbox-hint">{hint}</span>}
        {disabledBecause && <span className="sq-checkbox-hint">{disabledBecause}</span>}
      </span>
    </label>
  )
}
