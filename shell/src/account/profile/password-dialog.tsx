import { Dialog, faultsOf, Form, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { PasswordField } from '../../sign-in/password-field.tsx'
import * as texts from '../../identity/texts/en.ts'
import { PasswordRefusal } from './password-refusal.tsx'
import { useChangePassword, type AccountApi } from '../use-account.ts'
import { WaysOn } from '../factors/ways-on.tsx'

interface PasswordDialogProps {
  readonly api: AccountApi
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
  const { busy, error, write } = useChangePassword(api, onDone)
  const faults = faultsOf(error, say)
  return (
    <Dialog title={say(texts.changePassword)} onClose={onClose}>
      <p>{say(texts.changePasswordDetail)}</p>
      <Form
        onSubmit={() => write({ current, next })}
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
        {Object.keys(faults).length === 0 && <PasswordRefusal error={error} />}
      </Form>
    </Dialog>
  )
}
