import { createContext, use, useId, useMemo, type ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './field.css'

adopt(sheet)

/** What a field tells the control inside of it, so that label, hint and error are read with it. */
interface Wiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

const WiringContext = createContext<Wiring | undefined>(undefined)

/**
 * The attributes that tie a control to the field around it. A control may also stand alone: then it
 * has a name of its own, for browsers ask for one or the other.
 */
export function useWiring(): Wiring | { readonly name: string } {
  const name = useId()
  return use(WiringContext) ?? { name }
}

export interface FieldProps {
  readonly label: string
  /** What to put in, said before any mistake is made. */
  readonly hint?: string
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly children: ReactNode
}

/** One question of a form: its label, a hint, the control, and what is wrong with the answer. */
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const id = useId()
  const say = useText()
  const hintId = hint && `${id}-hint`
  const errorId = error && `${id}-error`
  const wiring = useMemo(
    () => ({
      id,
      'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
      'aria-invalid': errorId ? (true as const) : undefined,
    }),
    [id, hintId, errorId],
  )

  return (
    <div className="sq-field">
      <label className="sq-field-label" htmlFor={id}>
        {label}
        {optional && <span className="sq-field-optional"> {say(texts.optional)}</span>}
      </label>
      {hint && (
        <p className="sq-field-hint" id={hintId}>
          {hint}
        </p>
      )}
      <WiringContext value={wiring}>{children}</WiringContext>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}

interface FieldErrorProps {
  readonly id: string | undefined
  readonly children: string
}

/** What is wrong with an answer, with its mark. */
export function FieldError({ id, children }: FieldErrorProps) {
  return (
    <p className="sq-field-error" id={id}>
      <Icon name="alert" />
      {children}
    </p>
  )
}
