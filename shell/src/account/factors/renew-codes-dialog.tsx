import { Dialog, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../../identity/texts/en.ts'
import * as shared from '../../texts/en.ts'
import { AskDialog } from '../ask-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useRenewCodes, type AccountApi } from '../use-account.ts'

interface RenewCodesDialogProps {
  readonly api: AccountApi
  readonly onClose: () => void
  readonly onDone: () => void
}

/** New codes in the place of the old, which work no more from then on. */
export function RenewCodesDialog({ api, onClose, onDone }: RenewCodesDialogProps) {
  const say = useText()
  const [codes, setCodes] = useState<readonly string[]>()
  const renewing = useRenewCodes(api, setCodes)
  if (!codes) {
    return (
      <AskDialog
        title={say(texts.renewCodesTitle)}
        words={say(texts.renewCodesDetail)}
        verb={say(texts.renewCodes)}
        writing={renewing}
        onClose={onClose}
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
