import { Button, Field, Input, useText } from '@sonaqor/ui'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import * as texts from '../texts/en.ts'
import './dressed.ts'

interface PasswordFieldProps {
  readonly value: string
  readonly onChange: (password: string) => void
  readonly error: string | undefined
  readonly label?: string
  readonly hint?: string
  /** `new-password` where one is chosen; else it is the one that there is. */
  readonly kind?: 'current-password' | 'new-password'
  readonly takesFocus?: boolean
}

/** A password, unseen unless it is asked for. Whoever writes it in capitals unawares is told. */
export function PasswordField(props: PasswordFieldProps) {
  const { value, onChange, error, hint, kind = 'current-password', takesFocus = false } = props
  const say = useText()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  const [isShown, show] = useState(false)
  const [isInCapitals, setInCapitals] = useState(false)
  const listen = (event: KeyboardEvent) => setInCapitals(event.getModifierState('CapsLock'))
  return (
    <div className="sq-password">
      <Field label={props.label ?? say(texts.password)} error={error} {...(hint && { hint })}>
        <Input
          ref={field}
          type={isShown ? 'text' : 'password'}
          autoComplete={kind}
          autoCapitalize="off"
          spellCheck={false}
          required
          value={value}
          onChange={onChange}
          onKeyDown={listen}
          onKeyUp={listen}
          onBlur={() => setInCapitals(false)}
        />
      </Field>
      <div className="sq-password-toggle">
        <Button look="quiet" size="small" onClick={() => show(!isShown)}>
          {say(isShown ? texts.hidePassword : texts.showPassword)}
        </Button>
      </div>
      <output className="sq-password-note">{isInCapitals && say(texts.capsLockIsOn)}</output>
    </div>
  )
}
