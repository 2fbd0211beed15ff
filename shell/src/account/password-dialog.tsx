import type { Client } from '@sonaqor/contract/client'
import { Dialog, faultsOf, Form, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import * as texts from '../identity/texts/en.ts'
import { WaysOn } from './authenticator-set-up.tsx'

interface PasswordDialogProps {
  readonly api: Pick<Client, 'account'>
  /** For password managers, which look for a name beside each password. */
  readonly email: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A new password; every other session ends with the old one. */
export function PasswordDialog({ api, email, onClose, onDone }: PasswordDialogProps) {
  const say = useText()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { busy, error, run } = useAct()
  const faults = faultsOf(error, say)
  const change = async () => {
    await api.account.changePassword({ body: { current, next } })
    onDone()
  }
  return (
    <Dialog title={say(texts.changePassword)} onClose={onClose}>
      <p>{say(texts.changePasswordDetail)}</p>
      <Form
        onSubmit={() => run(change)}
        actions={<WaysOn busy={busy} verb={say(texts.changePassword)} onCancel={onClose} />}
      >
        <input hidden readOnly name="username" autoComplete="username" value={email} />
        <PasswordField
          label={say(texts.currentPassword)}
          value={current}
          onChange={setCurrent}
          error={faults['current'] && say(texts.notYourPassword)}
        />
        <PasswordField
          label={say(texts.newPassword)}
          hint={say(texts.newPasswordHint)}
          kind="new-password"
          value={next}
          onChange={setNext}
          error={faults['next']}
        />
        {Object.keys(faults).length === 0 && <Refusal error={error} />}
      </Form>
    </Dialog>
  )
}
