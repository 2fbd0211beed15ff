import type { Client } from '@sonaqor/contract/client'
import { Button, Checkbox, FactorForm, failureOf, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { Mark } from '../frame/mark.tsx'
import { shownHere } from '../identity/knows-passkeys.ts'
import type { MemberSession } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'
import { useSecondStep } from './use-second-step.ts'
import type { SignIn, Waiting } from './use-sign-in.ts'

export interface SecondStepProps {
  readonly api: Pick<Client, 'auth'>
  readonly member: MemberSession
  readonly waiting: Waiting
  readonly signingIn: Pick<SignIn, 'begin'>
  /** It stands below a heading already. */
  readonly isHeaded?: boolean
}

/** The password was right: now the code, a passkey, or what was kept for a bad day. */
export function SecondStep({ api, member, waiting, signingIn, isHeaded = false }: SecondStepProps) {
  const { ticket, methods, code } = waiting
  const say = useText()
  const [trustDevice, trust] = useState(false)
  const { begin } = signingIn
  const prove = useSecondStep({ api, member, ticket, trustDevice, begin })

  return (
    <>
      {!isHeaded && (
        <header className="sq-sign-in-head">
          <Mark />
          <h1 className="sq-sign-in-title">{say(texts.secondStep)}</h1>
        </header>
      )}
      <FactorForm
        methods={shownHere(methods)}
        code={code}
        verb={say(texts.signIn)}
        onProve={prove}
        wordsOf={(error) => failureOf(error, say).reason}
        wayOut={<Button onClick={() => begin()}>{say(texts.back)}</Button>}
      >
        <Checkbox
          label={say(texts.trustBrowser)}
          hint={say(texts.trustBrowserHint)}
          checked={trustDevice}
          onChange={trust}
        />
      </FactorForm>
    </>
  )
}
