import { Dialog, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../../identity/texts/en.ts'
import * as shared from '../../texts/en.ts'
import { AuthenticatorSetUp } from './authenticator-set-up.tsx'
import { PasskeySetUp, type PasskeySetUpProps } from './passkey-set-up.tsx'

interface SetUpDialogProps extends Omit<PasskeySetUpProps, 'onCodes'> {
  readonly factor: 'authenticator' | 'passkey'
}

/** A factor is set up above the page; while codes are shown the last time, closing it asks first. */
export function SetUpDialog({ factor, ...props }: SetUpDialogProps) {
  const say = useText()
  const [showsCodes, setShowsCodes] = useState(false)
  const SetUp = factor === 'authenticator' ? AuthenticatorSetUp : PasskeySetUp
  const leaving = {
    question: say(texts.codesKept),
    leave: say(texts.codesAreKept),
    stay: say(shared.goBack),
  }
  return (
    <Dialog
      title={say(factor === 'authenticator' ? texts.setUpAuthenticator : texts.addAPasskey)}
      onClose={showsCodes ? props.onDone : props.onCancel}
      leaving={showsCodes ? leaving : undefined}
      steadfast
    >
      <SetUp {...props} onCodes={() => setShowsCodes(true)} />
    </Dialog>
  )
}
