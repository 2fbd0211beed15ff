import type { Client } from '@sonaqor/contract/client'
import type { Factors } from '@sonaqor/contract/factors'
import {
  Button,
  Dialog,
  Field,
  faultsOf,
  Form,
  Input,
  Refusal,
  RelativeTime,
  Said,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import { AskDialog } from './ask-dialog.tsx'
import { WaysOn } from './authenticator-set-up.tsx'
import { Row } from './row.tsx'

type Passkey = Factors['passkeys'][number]

interface PasskeyRowProps {
  readonly passkey: Passkey
  readonly api: Pick<Client, 'account'>
  readonly onDone: (title: string) => void
}

/** A passkey by its name, and what can be done with it. */
export function PasskeyRow({ passkey, api, onDone }: PasskeyRowProps) {
  const say = useText()
  const [open, setOpen] = useState<'rename' | 'remove'>()
  const close = () => setOpen(undefined)
  const params = { id: passkey.id }
  const done = (title: string) => {
    close()
    onDone(title)
  }
  return (
    <Row
      isInner
      title={passkey.name}
      acts={
        <>
          <Button
            size="small"
            aria-label={say(texts.renamePasskey, { name: passkey.name })}
            onClick={() => setOpen('rename')}
          >
            {say(texts.rename)}
          </Button>
          <Button
            size="small"
            aria-label={say(texts.removePasskey, { name: passkey.name })}
            onClick={() => setOpen('remove')}
          >
            {say(texts.remove)}
          </Button>
        </>
      }
    >
      {passkey.usedAt ? (
        <Said of={texts.lastUsedAt} with={{ at: <RelativeTime at={passkey.usedAt} /> }} />
      ) : (
        <Said of={texts.addedAt} with={{ at: <RelativeTime at={passkey.madeAt} /> }} />
      )}
      {open === 'rename' && (
        <RenameDialog
          passkey={passkey}
          onClose={close}
          onRename={async (name) => {
            await api.account.renamePasskey({ params, body: { name } })
            done(say(texts.passkeyRenamed))
          }}
        />
      )}
      {open === 'remove' && (
        <AskDialog
          title={say(texts.removePasskeyTitle, { name: passkey.name })}
          words={say(texts.removePasskeyDetail)}
          verb={say(texts.remove)}
          onClose={close}
          onDo={async () => {
            await api.account.removePasskey({ params })
            done(say(texts.passkeyRemoved))
          }}
        />
      )}
    </Row>
  )
}

interface RenameDialogProps {
  readonly passkey: Passkey
  readonly onRename: (name: string) => Promise<void>
  readonly onClose: () => void
}

function RenameDialog({ passkey, onRename, onClose }: RenameDialogProps) {
  const say = useText()
  const [name, setName] = useState(passkey.name)
  const { busy, error, run } = useAct()
  const fault = faultsOf(error, say)['name']
  return (
    <Dialog title={say(texts.renamePasskeyTitle)} onClose={onClose}>
      <Form
        onSubmit={() => run(() => onRename(name))}
        actions={<WaysOn busy={busy} verb={say(texts.rename)} onCancel={onClose} />}
      >
        <Field label={say(shared.name)} error={fault}>
          <Input value={name} onChange={setName} maxLength={80} />
        </Field>
        {!fault && <Refusal error={error} />}
      </Form>
    </Dialog>
  )
}
