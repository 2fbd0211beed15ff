import type { LogDetail } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { adopt, Banner, Button, Dialog, Empty, Loaded, Skeleton, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../logs/entry/texts/en.ts'
import { AgainAnswer } from './again-answer.tsx'
import { AgainForm } from './again-form.tsx'
import sheet from './again.css'
import { useSandboxKeys, useSendAgain } from './use-send-again.ts'

adopt(sheet)

export interface SendAgainDialogProps {
  readonly of: LogDetail
  /** Leads to the request that was sent. */
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** Sends a logged request again in the sandbox, from an editor, and shows what was answered. */
export function SendAgainDialog({ of: detail, onOpen, onClose }: SendAgainDialogProps) {
  const say = useText()
  const keys = useSandboxKeys()
  const [isChanged, setChanged] = useState(false)
  const { sent, send, isSending, error } = useSendAgain(detail.id)
  const isCopy = detail.environment === 'production'
  return (
    <Dialog
      title={say(isCopy ? texts.copyToSandbox : texts.sendAgain)}
      onClose={onClose}
      steadfast
      leaving={
        isChanged
          ? {
              question: say(texts.discardEntered),
              leave: say(texts.discard),
              stay: say(texts.keepEditing),
            }
          : undefined
      }
    >
      <div className="sq-again">
        {isCopy && <Banner title={say(texts.madeInProduction)}>{say(texts.copiedInstead)}</Banner>}
        <Loaded of={keys} loading={<Skeleton rows={6} />} empty={<NoKeys />}>
          {(known) => (
            <AgainForm
              of={detail}
              keys={known}
              isSending={isSending}
              isAnswered={sent !== undefined && !isChanged}
              error={error}
              onChange={() => setChanged(true)}
              onSend={(asked) => {
                setChanged(false)
                send(asked)
              }}
              onCancel={onClose}
            />
          )}
        </Loaded>
        {sent && <AgainAnswer key={sent.requestId} of={sent} onOpen={onOpen} />}
      </div>
    </Dialog>
  )
}

/** There is nothing to send it with. */
function NoKeys() {
  const say = useText()
  const { kind, navigate } = useModule()
  return (
    <Empty
      title={say(texts.noSandboxKey)}
      action={
        kind === 'shell' && (
          <Button onClick={() => navigate('keys.list')}>{say(texts.toKeys)}</Button>
        )
      }
    >
      {say(texts.noSandboxKeyBecause)}
    </Empty>
  )
}
