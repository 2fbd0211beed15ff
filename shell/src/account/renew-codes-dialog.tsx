import type { Client } from '@sonaqor/contract/client'
import { Dialog, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import { AskDialog } from './ask-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

interface RenewCodesDialogProps {
  readonly api: Pick<Client, 'account'>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** New codes in the place of the old, which work no more from then on. */
export function RenewCodesDialog({ api, onClose, onDone }: RenewCodesDialogProps) {
  const say = useText()
  const [codes, setCodes] = useState<readonly string[]>()
  if (!codes) {
    return (
      <AskDialog
        title={say(texts.renewCodesTitle)}
        words={say(texts.renewCodesDetail)}
        verb={say(texts.renewCodes)}
        onClose={onClose}
        onDo={async () => setCodes((await api.account.renewRecoveryCodes()).recoveryCodes)}
      />
    )
  }
  const leaving = {
    question: say(texts.codesKept),
    leave: say(texts.codesAreKept),
    stay: say(shared.goBack),
  }
  return (
    <Dialog title={say(texts.recoveryCodes)} onClose={onDone} leaving={leaving} steadfast>
      <RecoveryCodes codes={codes} onDone={onDone} />
    </Dialog>
  )
}
