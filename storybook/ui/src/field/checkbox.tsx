import { useId } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './checkbox.css'

adopt(sheet)

export interface CheckboxProps {
  /** What is true when it is ticked. */
  readonly label: string
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One thing that is so or not; its whole line can be pressed. */
export function Checkbox({ label, hint, checked, onChange }: CheckboxProps) {
  const id = useId()
  return (
    <label className="sq-checkbox">
      <input
        type="checkbox"
        name={id}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className="sq-checkbox-hint">{hint}</span>}
      </span>
    </label>
  )
}
