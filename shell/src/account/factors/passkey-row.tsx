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
import * as texts from '../../identity/texts/en.ts'
import * as shared from '../../texts/en.ts'
import { AskDialog } from '../ask-dialog.tsx'
import { Row } from '../row.tsx'
import { useRemovePasskey, useRenamePasskey, type AccountApi } from '../use-account.ts'
import { WaysOn } from './ways-on.tsx'

type Passkey = Factors['passkeys'][number]

interface PasskeyRowProps {
  readonly passkey: Passkey
  readonly api: AccountApi
  readonly onDone: (title: string) => void
}

/** A passkey by its name, and what can be done with it. */
export function PasskeyRow({ passkey, api, onDone }: PasskeyRowProps) {
  const say = useText()
  const [open, setOpen] = useState<'rename' | 'remove'>()
  const close = () => setOpen(undefined)
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
          {...{ api, passkey }}
          onClose={close}
          onDone={() => done(say(texts.passkeyRenamed))}
        />
      )}
      {open === 'remove' && (
        <RemoveDialog
          {...{ api, passkey }}
          onClose={close}
          onDone={() => done(say(texts.passkeyRemoved))}
        />
      )}
    </Row>
  )
}

interface PasskeyDialogProps extends Pick<PasskeyRowProps, 'api' | 'passkey'> {
  readonly onClose: () => void
  readonly onDone: () => void
}

function RemoveDialog({ api, passkey, onClose, onDone }: PasskeyDialogProps) {
  const say = useText()
  return (
    <AskDialog
      title={say(texts.removePasskeyTitle, { name: passkey.name })}
      words={say(texts.removePasskeyDetail)}
      verb={say(texts.remove)}
      writing={useRemovePasskey(api, passkey.id, onDone)}
      onClose={onClose}
    />
  )
}

function RenameDialog({ api, passkey, onClose, onDone }: PasskeyDialogProps) {
  const say = useText()
  const [name, setName] = useState(passkey.name)
  const { busy, error, write } = useRenamePasskey(api, passkey.id, onDone)
  const fault = faultsOf(error, say)['name']
  return (
    <Dialog title={say(texts.renamePasskeyTitle)} onClose={onClose}>
      <Form
        onSubmit={() => write(name)}
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
