import type { FormEvent, ReactNode } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './form.css'

adopt(sheet)

export interface FormProps {
  readonly onSubmit: () => void
  readonly children: ReactNode
  /** The acts at its foot; the one that submits comes last. */
  readonly actions: ReactNode
}

/** Questions in a column and what can be done with the answers. The page never reloads. */
export function Form({ onSubmit, children, actions }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className="sq-form" noValidate onSubmit={submit}>
      {children}
      <div className="sq-form-actions">{actions}</div>
    </form>
  )
}
