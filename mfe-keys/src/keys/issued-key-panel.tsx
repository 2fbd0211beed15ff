import type { IssuedKey } from '@sonaqor/contract/keys'
import { EnvironmentBadge, useHold } from '@sonaqor/module'
import { adopt, Button, Checkbox, Form, SecretPanel, useArrival } from '@sonaqor/ui'
import { useState } from 'react'
import sheet from './issued-key-panel.css'

adopt(sheet)

const untilStored = {
  question: 'This key is shown this once. Have you stored it?',
  leave: 'I have stored it',
}

export interface IssuedKeyPanelProps {
  readonly issued: IssuedKey
  readonly onDone: () => void
}

/** The secret, this once. It can be left only by saying that it was taken. */
export function IssuedKeyPanel({ issued, onDone }: IssuedKeyPanelProps) {
  const [stored, setStored] = useState(false)
  useHold(stored ? undefined : untilStored)
  const arrival = useArrival<HTMLParagraphElement>()
  return (
    <Form
      onSubmit={onDone}
      actions={
        <Button look="primary" type="submit" disabled={!stored}>
          Done
        </Button>
      }
    >
      <p ref={arrival} tabIndex={-1} className="sq-issued-what">
        <strong>{issued.label}</strong> <EnvironmentBadge of={issued.environment} />
      </p>
      <SecretPanel
        label="API key"
        secret={issued.secret}
        plainLength={issued.prefix.length}
        warning="Copy the key now and store it where your server's secrets are. It is shown this once: we keep only a hash and cannot show it again."
      />
      <Checkbox
        label="I have copied the key and stored it safely"
        checked={stored}
        onChange={setStored}
      />
    </Form>
  )
}
