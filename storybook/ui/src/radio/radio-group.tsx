import { useId } from 'react'
import type { Option } from '../field/controls.tsx'
import { FieldError } from '../field/field.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './radio-group.css'

adopt(sheet)

export interface RadioOption<Value extends string> extends Option<Value> {
  /** Why it cannot be chosen; said in place of the hint. */
  readonly disabledBecause?: string
}

export interface RadioGroupProps<Value extends string> {
  readonly label: string
  readonly hint?: string
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined
  readonly options: readonly RadioOption<Value>[]
  /** Nothing at first, where no answer should be put into anyone's mouth. */
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** One of a few, each with a line that says what it means. Without such lines, take a `Select`. */
export function RadioGroup<Value extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
}: RadioGroupProps<Value>) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')

  return (
    <fieldset
      className="sq-field"
      role="radiogroup"
      aria-describedby={describedBy || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className="sq-field-label">{label}</legend>
      {hint && (
        <p className="sq-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="sq-radios">
        {options.map((option) => (
          <Radio
            key={option.value}
            group={id}
            option={option}
            checked={option.value === value}
            onChoose={() => onChange(option.value)}
          />
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

interface RadioProps {
  readonly group: string
  readonly option: RadioOption<string>
  readonly checked: boolean
  readonly onChoose: () => void
}

function Radio({ group, option, checked, onChoose }: RadioProps) {
  const { value, label, hint, disabledBecause } = option
  const words = disabledBecause ?? hint
  const hintId = words && `${group}-${value}`
  return (
    <div className="sq-radio">
      <input
        id={`${group}-of-${value}`}
        type="radio"
        name={group}
        checked={checked}
        disabled={disabledBecause !== undefined}
        onChange={onChoose}
        aria-describedby={hintId}
      />
      <label htmlFor={`${group}-of-${value}`}>{label}</label>
      {words && (
        <p className="sq-radio-hint" id={hintId}>
          {words}
        </p>
      )}
    </div>
  )
}
