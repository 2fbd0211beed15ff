import { Dialog, Field, faultsOf, Form, Input, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { PasswordField } from '../../sign-in/password-field.tsx'
import * as texts from '../../identity/texts/en.ts'
import { PasswordRefusal } from './password-refusal.tsx'
import { useChangeEmail, type AccountApi } from '../use-account.ts'
import { WaysOn } from '../factors/ways-on.tsx'

interface EmailDialogProps {
  readonly api: AccountApi
  /** Then that is asked for, in place of the password. */
  readonly hasFactor: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks for another address; it is theirs once the link that is sent there was opened. */
export function EmailDialog({ api, hasFactor, onClose, onDone }: EmailDialogProps) {
  const say = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, write } = useChangeEmail(api, onDone)
  const faults = faultsOf(error, say)
  return (
    <Dialog title={say(texts.changeEmail)} onClose={onClose}>
      <p>{say(texts.changeEmailDetail)}</p>
      <Form
        onSubmit={() => write({ email, ...(!hasFactor && { password }) })}
        actions={<WaysOn busy={busy} verb={say(texts.sendLink)} onCancel={onClose} />}
      >
        <Field label={say(texts.newEmail)} error={faults['email']}>
          <Input type="email" autoComplete="email" value={email} onChange={setEmail} />
        </Field>
        {!hasFactor && (
          <PasswordField
            value={password}
            onChange={setPassword}
            error={faults['password'] && say(texts.notYourPassword)}
          />
        )}
        {Object.keys(faults).length === 0 && <PasswordRefusal error={error} />}
      </Form>
    </Dialog>
  )
}
