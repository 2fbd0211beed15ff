import { Button, Field, Input, useText } from '@sonaqor/ui'
import { useState, type KeyboardEvent } from 'react'
import * as texts from '../texts/en.ts'

interface PasswordFieldProps {
  readonly value: string
  readonly onChange: (password: string) => void
  readonly error: string | undefined
}

/** A password, unseen unless it is asked for. Whoever writes it in capitals unawares is told. */
export function PasswordField({ value, onChange, error }: PasswordFieldProps) {
  const say = useText()
  const [isShown, show] = useState(false)
  const [isInCapitals, setInCapitals] = useState(false)
  const listen = (event: KeyboardEvent) => setInCapitals(event.getModifierState('CapsLock'))
  return (
    <div className="sq-password">
      <Field label={say(texts.password)} error={error}>
        <Input
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
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
