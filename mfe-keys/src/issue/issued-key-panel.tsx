import type { IssuedKey } from '@sonaqor/contract/keys'
import { EnvironmentBadge, useHold } from '@sonaqor/module'
import { adopt, Button, Checkbox, Form, Icon, SecretPanel, useText } from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import { FirstCallBlock } from '../key/first-call-block.tsx'
import sheet from './issued-key-panel.css'
import { hintOf } from '../key/key-badges.tsx'
import { KeyInHand } from '../key/key-in-hand.tsx'

adopt(sheet)

export interface IssuedKeyPanelProps {
  readonly issued: IssuedKey
  /** What has become of a key that was there before; else it was issued, and is tried first. */
  readonly rotated?: ReactNode
  readonly onDone: () => void
}

/** The secret, this once. It can be left only by saying that it was taken; whoever has not said so is told. */
export function IssuedKeyPanel({ issued, rotated, onDone }: IssuedKeyPanelProps) {
  const say = useText()
  const [stored, setStored] = useState(false)
  const [asked, setAsked] = useState(false)
  const isOwed = asked && !stored
  useHold(stored ? undefined : { question: say(texts.heldQuestion), leave: say(texts.heldLeave) })
  const submit = () => {
    setAsked(true)
    if (stored) onDone()
  }
  return (
    <Form
      onSubmit={submit}
      actions={
        <Button look="primary" type="submit">
          {say(texts.done)}
        </Button>
      }
    >
      <KeyInHand title={say(rotated ? texts.keyRotated : texts.keyIssued)}>
        <p>
          <strong>{issued.label}</strong> <EnvironmentBadge of={issued.environment} />
        </p>
        {rotated}
      </KeyInHand>
      <SecretPanel
        label={say(rotated ? texts.newSecret : texts.apiKey)}
        secret={issued.secret}
        masked={hintOf(issued)}
        warning={say(texts.secretWarning)}
      />
      {!rotated && <FirstCallBlock of={issued} />}
      <div className="sq-issued-stored" data-invalid={isOwed || undefined}>
        <Checkbox label={say(texts.storedSafely)} checked={stored} onChange={setStored} />
        {isOwed && (
          <p className="sq-field-error" role="alert">
            <Icon name="alert" />
            {say(texts.storeFirst)}
          </p>
        )}
      </div>
    </Form>
  )
}
