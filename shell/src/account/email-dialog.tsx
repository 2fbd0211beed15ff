import type { Client } from '@sonaqor/contract/client'
import { Dialog, Field, faultsOf, Form, Input, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import * as texts from '../identity/texts/en.ts'
import { WaysOn } from './authenticator-set-up.tsx'

interface EmailDialogProps {
  readonly api: Pick<Client, 'account'>
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
  const { busy, error, run } = useAct()
  const faults = faultsOf(error, say)
  const change = async () => {
    await api.account.changeEmail({ body: { email, ...(!hasFactor && { password }) } })
    onDone()
  }
  return (
    <Dialog title={say(texts.changeEmail)} onClose={onClose}>
      <p>{say(texts.changeEmailDetail)}</p>
      <Form
        onSubmit={() => run(change)}
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
        {Object.keys(faults).length === 0 && <Refusal error={error} />}
      </Form>
    </Dialog>
  )
}
