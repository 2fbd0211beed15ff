import type { InboxMessageDetail } from '@sonaqor/contract/webhook-inbox'
import { useModule } from '@sonaqor/module'
import { Button, Section, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { Trial } from '../trial/trial.tsx'
import * as texts from './texts/en.ts'

export interface SignatureOfProps {
  readonly of: InboxMessageDetail
  readonly endpointId: string
}

/** Whether its signature is right, and the way to see why: rule by rule, on the message itself. */
export function SignatureOf({ of: message, endpointId }: SignatureOfProps) {
  const say = useText()
  const { can } = useModule()
  const [isAsked, ask] = useState(false)
  const { isValid, isBodyHeldBack, headers, body, receivedAt } = message
  const mayCheck = can('webhooks:write') && !isBodyHeldBack
  return (
    <Section
      title={say(texts.signature)}
      actions={
        mayCheck && (
          <Button size="small" aria-expanded={isAsked} onClick={() => ask(!isAsked)}>
            {say(isAsked ? texts.hideRules : texts.checkRules)}
          </Button>
        )
      }
    >
      <p className="sq-wh-note">{say(isValid ? texts.validMeans : texts.invalidMeans)}</p>
      {isAsked && (
        <Trial
          of={{ id: endpointId, eventTypes: [], signing: 'hmac' }}
          tab="signature"
          given={{ headers, body, at: receivedAt }}
          onBack={() => ask(false)}
        />
      )}
    </Section>
  )
}
