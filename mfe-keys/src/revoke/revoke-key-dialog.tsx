import type { Key } from '@sonaqor/contract/keys'
import { Banner, Button, Dialog, Field, Form, Input, Refusal, Said, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { FactorNotice } from '../factor/factor-notice.tsx'
import { heldBack, useFactor } from '../factor/use-factor.ts'
import { KeyHint } from '../key/key-badges.tsx'
import { LastAccepted } from '../key/last-accepted.tsx'
import { useKey } from '../list/use-keys.ts'
import { CutOff } from '../rotate/cut-off.tsx'
import { useRotation } from '../rotate/use-rotation.ts'
import { useRevoking } from './use-revoking.ts'

export interface RevokeKeyDialogProps {
  readonly keyToRevoke: Key
  /** Two apps may hold keys of one label; undefined where its app may not be known. */
  readonly appName: string | undefined
  readonly onRevoked: (key: Key) => void
  readonly onClose: () => void
}

/**
 * Says exactly what will happen, and whether anybody would notice it at once. It cannot be undone,
 * so that a production key asks for its label.
 */
export function RevokeKeyDialog(props: RevokeKeyDialogProps) {
  const { keyToRevoke: key, appName, onRevoked, onClose } = props
  const say = useText()
  const revoke = useRevoking()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const factor = useFactor(key)
  const isSure = key.environment !== 'production' || typed.trim() === key.label

  const press = () => {
    if (factor.isMissing) return
    setAsked(true)
    if (isSure) revoke.mutate(key, { onSuccess: onRevoked })
  }

  return (
    <Dialog title={say(texts.revokeTitle, { label: key.label })} onClose={onClose}>
      <div onFocus={factor.foothold.onFocus}>
        <Form
          onSubmit={press}
          actions={
            <>
              <Button onClick={onClose}>{say(texts.keepKey)}</Button>
              <Button look="danger" type="submit" busy={revoke.isPending} {...heldBack(factor)}>
                {say(texts.revokeKey)}
              </Button>
            </>
          }
        >
          <p>
            {key.oldSecret ? (
              <Said
                of={texts.bothRefusedFromNext}
                with={{ old: <KeyHint of={key.oldSecret} />, new: <KeyHint of={key} /> }}
              />
            ) : (
              <Said of={texts.refusedFromNext} with={{ hint: <KeyHint of={key} /> }} />
            )}
          </p>
          <p>{say(texts.cannotComeBack)}</p>
          <Use of={key} />
          {key.oldSecret && <OldUsers of={key} />}
          <FactorNotice of={factor} />
          {key.environment === 'production' && !factor.isMissing && (
            <Field
              label={say(texts.typeLabel, { label: key.label })}
              hint={
                appName ? say(care.productionKeyOf, { app: appName }) : say(texts.productionKey)
              }
              error={asked && !isSure ? say(texts.typedWrong) : undefined}
            >
              <Input value={typed} autoComplete="off" spellCheck={false} onChange={setTyped} />
            </Field>
          )}
          <Refusal error={revoke.error} />
        </Form>
      </div>
    </Dialog>
  )
}

/** In a rotation the old secret ends with the key: whoever still sends it is named. */
function OldUsers({ of: key }: { readonly of: Key }) {
  const say = useText()
  const { data: rotation } = useRotation(key)
  if (rotation?.because !== 'still-used' || rotation.users.length === 0) return null
  return (
    <Banner tone="warning" title={say(texts.oldStillUsedBy)}>
      <CutOff users={rotation.users} />
    </Banner>
  )
}

/** Whether anybody would notice. The list may be older than the last request: it is asked again. */
function Use({ of: known }: { readonly of: Key }) {
  const say = useText()
  const { data: key = known, isFetching, error } = useKey(known.id, known)
  if (!key.lastUsedAt && isFetching) return <Banner title={say(texts.checkingUse)} />
  if (!key.lastUsedAt && error) {
    return (
      <Banner tone="warning" title={say(texts.usageUnknown)}>
        {say(texts.lookAtRequests)}
      </Banner>
    )
  }
  if (!key.lastUsedAt) {
    return <Banner title={say(texts.notInUse)}>{say(texts.nothingBreaks)}</Banner>
  }
  return (
    <Banner tone="warning" title={say(texts.inUse)}>
      <LastAccepted at={key.lastUsedAt} />
    </Banner>
  )
}
