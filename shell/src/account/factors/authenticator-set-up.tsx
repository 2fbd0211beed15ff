import { Copied, Field, faultsOf, Form, OneTimeCode, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { PasswordField } from '../../sign-in/password-field.tsx'
import * as texts from '../../identity/texts/en.ts'
import { PasswordRefusal } from '../profile/password-refusal.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUpStep } from './set-up-step.tsx'
import { useBeginAuthenticator, useConfirmAuthenticator, type SetUpApi } from '../use-account.ts'
import { WaysOn } from './ways-on.tsx'

export type { SetUpApi }

export interface SetUpProps {
  readonly api: SetUpApi
  /** With the first factor the password is asked for; with any other, one is shown again. */
  readonly isFirst: boolean
  /** Of the headings of its steps. */
  readonly level?: 2 | 3
  /** The codes are shown the last time: whatever closes it has to ask first. */
  readonly onCodes?: () => void
  readonly onDone: () => void
  readonly onCancel: () => void
}

type Step =
  | { readonly name: 'begin' }
  | { readonly name: 'scan'; readonly secret: string; readonly uri: string }
  | { readonly name: 'codes'; readonly codes: readonly string[] }

/** From the password to the codes for a bad day: an authenticator app in three steps. */
export function AuthenticatorSetUp(props: SetUpProps) {
  const { api, isFirst, level = 3, onCodes, onDone, onCancel } = props
  const say = useText()
  const [step, setStep] = useState<Step>({ name: 'begin' })

  const take = (codes: readonly string[]) => {
    if (codes.length === 0) return onDone()
    onCodes?.()
    setStep({ name: 'codes', codes })
  }
  const steps = isFirst ? 3 : 2
  if (step.name === 'codes') {
    return (
      <SetUpStep key="codes" at={3} of={steps} level={level} title={say(texts.recoveryCodes)}>
        <RecoveryCodes codes={step.codes} onDone={onDone} />
      </SetUpStep>
    )
  }
  if (step.name === 'scan') {
    return (
      <SetUpStep key="scan" at={2} of={steps} level={level} title={say(texts.scanCode)}>
        <Scan api={api} secret={step.secret} uri={step.uri} onCodes={take} onCancel={onCancel} />
      </SetUpStep>
    )
  }
  return (
    <SetUpStep at={1} of={steps} level={level} title={say(texts.confirmYourself)} isBeginning>
      <Begin
        api={api}
        isFirst={isFirst}
        onCancel={onCancel}
        onBegun={(begun) => setStep({ name: 'scan', ...begun })}
      />
    </SetUpStep>
  )
}

interface BeginProps extends Pick<SetUpProps, 'api' | 'isFirst' | 'onCancel'> {
  readonly onBegun: (begun: { readonly secret: string; readonly uri: string }) => void
}

function Begin({ api, isFirst, onBegun, onCancel }: BeginProps) {
  const say = useText()
  const [password, setPassword] = useState('')
  const { busy, error, write } = useBeginAuthenticator(api, onBegun)
  const fault = faultsOf(error, say)['password']
  return (
    <Form
      onSubmit={() => write(isFirst ? { password } : {})}
      actions={<WaysOn busy={busy} verb={say(texts.goOn)} onCancel={onCancel} />}
    >
      <p>{say(texts.authenticatorNeeds)}</p>
      {isFirst && (
        <PasswordField
          value={password}
          onChange={setPassword}
          error={fault && say(texts.notYourPassword)}
          takesFocus
        />
      )}
      {!fault && <PasswordRefusal error={error} />}
    </Form>
  )
}

interface ScanProps extends Pick<SetUpProps, 'api' | 'onCancel'> {
  readonly secret: string
  readonly uri: string
  readonly onCodes: (codes: readonly string[]) => void
}

function Scan({ api, secret, uri, onCodes, onCancel }: ScanProps) {
  const say = useText()
  const [code, setCode] = useState('')
  const { busy, error, write } = useConfirmAuthenticator(api, onCodes)
  const fault = faultsOf(error, say)['code']
  return (
    <Form
      onSubmit={() => write(code)}
      actions={<WaysOn busy={busy} verb={say(texts.goOn)} onCancel={onCancel} />}
    >
      <div className="sq-scan">
        <QrCode text={uri} label={say(texts.qrCode)} />
        <div className="sq-scan-words">
          <p>{say(texts.scanDetail)}</p>
          <p>{say(texts.typeSecret)}</p>
          <Copied text={secret} what={say(texts.secret)}>
            <code>{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
          </Copied>
        </div>
      </div>
      <Field
        label={say(texts.firstCode)}
        hint={say(texts.firstCodeHint)}
        error={fault && say(texts.codeNotRight)}
      >
        <OneTimeCode value={code} onChange={setCode} onFull={write} />
      </Field>
      {!fault && <Refusal error={error} />}
    </Form>
  )
}
