import type { Client } from '@sonaqor/contract/client'
import { Banner, Button, Field, Form, Input, Link, useText } from '@sonaqor/ui'
import { useEffect, useState } from 'react'
import { Mark } from '../frame/mark.tsx'
import type { MemberSession } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'
import { companyPathFor } from './company-way.ts'
import { DemoPeople } from './demo-people.tsx'
import { placeOf } from './going-to.ts'
import { NextStep } from './next-step.tsx'
import { PasskeyDoor } from './passkey-door.tsx'
import { PasswordField } from './password-field.tsx'
import * as companyTexts from './texts/en.ts'
import './dressed.ts'
import { useBeginning } from './use-beginning.ts'
import { useDemoPeople } from './use-demo-people.ts'
import { useSignIn, type SignIn as SigningIn } from './use-sign-in.ts'

export interface SignInProps {
  readonly api: Pick<Client, 'demo' | 'auth'>
  readonly member: MemberSession
  /** Whether there is a demo, whose people could sign in. */
  readonly isDemo: boolean
  /** Something else stood here before, and what had the focus went with it. */
  readonly takesFocus?: boolean
}

/** Sign-in with e-mail and password; in the demo also with one press, as any of its people. */
export function SignIn({ api, member, isDemo, takesFocus = false }: SignInProps) {
  const say = useText()
  const signingIn = useSignIn(member)
  const people = useDemoPeople(api, isDemo)
  const title = say(texts.signIn)

  useEffect(() => {
    document.title = `${title} · Sonaqor`
  }, [title])

  if (signingIn.waiting) {
    return (
      <div className="sq-sign-in">
        <div className="sq-sign-in-card">
          <NextStep api={api} member={member} signingIn={signingIn} waiting={signingIn.waiting} />
        </div>
      </div>
    )
  }
  const { state, signIn } = signingIn
  return (
    <div className="sq-sign-in">
      <div className="sq-sign-in-card">
        <FirstStep {...{ api, member, signingIn, takesFocus }} />
        <p className="sq-sign-in-ways">
          <Link href="/reset-password">{say(texts.forgotPassword)}</Link>
          <Link href="/sign-up">{say(texts.createAccount)}</Link>
        </p>
      </div>
      {people.size > 0 && <DemoPeople people={people} busy={state === 'busy'} onChoose={signIn} />}
    </div>
  )
}

interface FirstStepProps extends Pick<SignInProps, 'api' | 'member'> {
  readonly signingIn: SigningIn
  readonly takesFocus: boolean
}

function FirstStep({ api, member, signingIn, takesFocus }: FirstStepProps) {
  const say = useText()
  const { heading, field } = useBeginning(takesFocus)
  return (
    <>
      <header className="sq-sign-in-head">
        <Mark />
        <h1 ref={heading} className="sq-sign-in-title" tabIndex={-1}>
          {say(texts.signInToSonaqor)}
        </h1>
      </header>
      <CredentialsForm {...{ api, member, signingIn, field }} />
    </>
  )
}

export interface CredentialsFormProps extends Pick<SignInProps, 'api' | 'member'> {
  readonly signingIn: SigningIn
  readonly field?: ReturnType<typeof useBeginning>['field']
  /** Who is expected, where somebody was here before. */
  readonly known?: string
}

/** What somebody knows, or a passkey in its place. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { api, member, signingIn, field, known = '' } = props
  const { state, failure, faults, asksForCompany, signIn, attempt } = signingIn
  const say = useText()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const companyWay = companyPathFor({ email, goingTo: placeOf(location) })
  return (
    <>
      {failure && (
        <Banner
          tone="danger"
          title={failure.title}
          actions={
            asksForCompany && <Link href={companyWay}>{say(companyTexts.goOnWithCompany)}</Link>
          }
        >
          {failure.reason}
        </Banner>
      )}
      <Form
        onSubmit={() => signIn({ email, password })}
        actions={
          <Button type="submit" look="primary" busy={state === 'busy'}>
            {say(texts.signIn)}
          </Button>
        }
      >
        <Field label={say(texts.email)} error={faults['email']}>
          <Input
            ref={field ?? null}
            type="email"
            // The browser may suggest a passkey along with the names that it keeps.
            autoComplete="username webauthn"
            required
            value={email}
            onChange={setEmail}
          />
        </Field>
        <PasswordField
          value={password}
          onChange={setPassword}
          error={faults['password']}
          takesFocus={known !== ''}
        />
      </Form>
      <PasskeyDoor api={api} member={member} busy={state === 'busy'} onAttempt={attempt} />
      <p className="sq-sign-in-ways">
        <Link href={companyWay}>{say(companyTexts.companyTitle)}</Link>
      </p>
    </>
  )
}
