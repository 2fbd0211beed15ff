import { useId } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './switch.css'

adopt(sheet)

export interface SwitchProps {
  /** What is on when it is on; it does not change with the state. */
  readonly label: string
  readonly hint?: string | undefined
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** The change is under way: the switch stays where it is and takes no second press. */
  readonly busy?: boolean
  /** Why it cannot be changed; said in place of the hint. */
  readonly disabledBecause?: string | undefined
}

/** Something that takes effect at once. What waits for a form to be sent is a `Checkbox`. */
export function Switch({ label, hint, on, onChange, busy, disabledBecause }: SwitchProps) {
  const id = useId()
  const words = disabledBecause ?? hint
  const change = () => {
    if (!busy && !disabledBecause) onChange(!on)
  }
  return (
    <div className="sq-switch" data-off-limits={disabledBecause && true}>
      <label className="sq-switch-label" htmlFor={id}>
        {label}
      </label>
      {words && (
        <p className="sq-switch-hint" id={`${id}-hint`}>
          {words}
        </p>
      )}
      {/* Off limits it can still be reached, or nobody would hear the reason. */}
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="sq-switch-track"
        checked={on}
        aria-checked={on}
        onChange={change}
        aria-describedby={words && `${id}-hint`}
        aria-disabled={disabledBecause || busy ? true : undefined}
        aria-busy={busy || undefined}
      />
    </div>
  )
}
