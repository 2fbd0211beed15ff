import type { IssuedKey } from '@sonaqor/contract/keys'
import { EnvironmentBadge, useHold } from '@sonaqor/module'
import { adopt, Button, Checkbox, Form, SecretPanel, useArrival, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { FirstCallBlock } from './first-call-block.tsx'
import * as texts from '../texts/en.ts'
import sheet from './issued-key-panel.css'

adopt(sheet)

export interface IssuedKeyPanelProps {
  readonly issued: IssuedKey
  readonly onDone: () => void
}

/** The secret, this once. It can be left only by saying that it was taken. */
export function IssuedKeyPanel({ issued, onDone }: IssuedKeyPanelProps) {
  const say = useText()
  const [stored, setStored] = useState(false)
  useHold(stored ? undefined : { question: say(texts.heldQuestion), leave: say(texts.heldLeave) })
  const arrival = useArrival<HTMLHeadingElement>()
  return (
    <Form
      onSubmit={onDone}
      actions={
        <Button look="primary" type="submit" disabled={!stored}>
          {say(texts.done)}
        </Button>
      }
    >
      <div className="sq-issued-what">
        <h3 ref={arrival} tabIndex={-1}>
          {say(texts.keyIssued)}
        </h3>
        <p>
          <strong>{issued.label}</strong> <EnvironmentBadge of={issued.environment} />
        </p>
      </div>
      <SecretPanel
        label={say(texts.apiKey)}
        secret={issued.secret}
        plainLength={issued.prefix.length}
        warning={say(texts.secretWarning)}
      />
      <FirstCallBlock of={issued} />
      <div className="sq-issued-stored">
        <Checkbox label={say(texts.storedSafely)} checked={stored} onChange={setStored} />
      </div>
    </Form>
  )
}
