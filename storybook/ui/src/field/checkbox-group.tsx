import { useId } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './checkbox-group.css'
import { Checkbox } from './checkbox.tsx'
import type { Option } from './controls.tsx'
import { FieldError } from './field.tsx'

adopt(sheet)

export interface CheckboxGroupProps<Value extends string> {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly options: readonly Option<Value>[]
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
}

/** Any number of a few, each with a line that says what it means. */
export function CheckboxGroup<Value extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
}: CheckboxGroupProps<Value>) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const toggle = (option: Value) =>
    onChange(value.includes(option) ? value.filter((held) => held !== option) : [...value, option])

  return (
    <fieldset className="sq-field" aria-describedby={describedBy || undefined}>
      <legend className="sq-field-label">{label}</legend>
      {hint && (
        <p className="sq-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="sq-choices" data-invalid={error ? true : undefined}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={value.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
