import type { InputHTMLAttributes, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './controls.css'
import { useWiring } from './field.tsx'

adopt(sheet)

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  readonly onChange: (value: string) => void
  /** For what leads the focus to it. */
  readonly ref?: Ref<HTMLInputElement>
}

/** A line of text, a date or a number; inside a `Field` it is labelled by it. */
export function Input({ onChange, className = '', ...rest }: InputProps) {
  return (
    <input
      {...useWiring()}
      {...rest}
      className={`sq-control ${className}`}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

type TextareaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & {
  readonly onChange: (value: string) => void
}

/** Several lines of text. */
export function Textarea({ onChange, ...rest }: TextareaProps) {
  return (
    <textarea
      rows={3}
      {...useWiring()}
      {...rest}
      className="sq-control"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
  /** In a select it stands apart from the others, under this title. */
  readonly under?: string
}

type SelectProps<Value extends string> = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'onChange' | 'value'
> & {
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few: the system's own select, which every device already knows how to show. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  ...rest
}: SelectProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <select
      {...useWiring()}
      {...rest}
      className="sq-control"
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {options.map(({ value: of, label, under }) => {
        const option = (
          <option key={of} value={of}>
            {label}
          </option>
        )
        if (under === undefined) return option
        return (
          <optgroup key={of} label={under}>
            {option}
          </optgroup>
        )
      })}
    </select>
  )
}
