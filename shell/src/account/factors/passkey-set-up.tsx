import { Banner, Field, faultsOf, Form, Input, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { PasskeyGivenUp } from '../../identity/knows-passkeys.ts'
import { PasskeyKnown } from '../../identity/passkeys.ts'
import { PasswordField } from '../../sign-in/password-field.tsx'
import * as texts from '../../identity/texts/en.ts'
import * as shared from '../../texts/en.ts'
import type { SetUpProps } from './authenticator-set-up.tsx'
import { deviceOf } from '../sessions/device-of.ts'
import { PasswordRefusal } from '../profile/password-refusal.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useAddPasskey, type AccountApi } from '../use-account.ts'
import { WaysOn } from './ways-on.tsx'

export interface PasskeySetUpProps extends Omit<SetUpProps, 'api'> {
  readonly api: AccountApi
}

/** A passkey of this device, under a name by which it is found again. */
export function PasskeySetUp({ api, isFirst, onCodes, onDone, onCancel }: PasskeySetUpProps) {
  const say = useText()
  const [name, setName] = useState(() => deviceOf(navigator.userAgent, say))
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[]>()

  const { busy, error, write } = useAddPasskey(api, (given) => {
    if (given.length === 0) return onDone()
    onCodes?.()
    setCodes(given)
  })
  const faults = faultsOf(error, say)

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  return (
    <Form
      onSubmit={() => write({ name, ...(isFirst && { password }) })}
      actions={<WaysOn busy={busy} verb={say(texts.addPasskey)} onCancel={onCancel} />}
    >
      <p>{say(texts.passkeyNeeds)}</p>
      <Field label={say(shared.name)} hint={say(texts.passkeyNameHint)} error={faults['name']}>
        <Input value={name} onChange={setName} maxLength={80} />
      </Field>
      {isFirst && (
        <PasswordField
          value={password}
          onChange={setPassword}
          error={faults['password'] && say(texts.notYourPassword)}
        />
      )}
      <NotMade error={error} isTold={Boolean(faults['name'] ?? faults['password'])} />
    </Form>
  )
}

function NotMade({ error, isTold }: { readonly error: unknown; readonly isTold: boolean }) {
  const say = useText()
  if (error instanceof PasskeyKnown) {
    return <Banner tone="danger" title={say(texts.passkeyKnown)} />
  }
  if (error instanceof PasskeyGivenUp) {
    return <Banner tone="danger" title={say(texts.passkeyNotMade)} />
  }
  return isTold ? null : <PasswordRefusal error={error} />
}
