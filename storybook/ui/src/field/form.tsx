import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './form.css'
import { focusRefused } from './refused.ts'

adopt(sheet)

export interface FormProps {
  readonly onSubmit: () => void
  readonly children: ReactNode
  /** The acts at its foot; the one that submits comes last. */
  readonly actions: ReactNode
}

/**
 * Questions in a column and what can be done with the answers. The page never reloads. An answer that
 * is refused at once takes the focus, for it may be out of view.
 */
export function Form({ onSubmit, children, actions }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [attempts, setAttempts] = useState(0)
  useEffect(() => {
    if (attempts > 0) focusRefused(form.current)
  }, [attempts])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
    setAttempts((before) => before + 1)
  }
  return (
    <form ref={form} className="sq-form" noValidate onSubmit={submit}>
      {children}
      <div className="sq-form-actions">{actions}</div>
    </form>
  )
}
