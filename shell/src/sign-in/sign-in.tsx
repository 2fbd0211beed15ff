import type { Client } from '@sonaqor/contract/client'
import { adopt, Banner, Button, Field, Form, Input, useArrival, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Mark } from '../frame/mark.tsx'
import type { MemberSession } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'
import { DemoPeople } from './demo-people.tsx'
import { PasswordField } from './password-field.tsx'
import sheet from './sign-in.css'
import { useDemoPeople } from './use-demo-people.ts'
import { useSignIn } from './use-sign-in.ts'

adopt(sheet)

export interface SignInProps {
  readonly api: Pick<Client, 'demo'>
  readonly member: MemberSession
  /** Whether there is a demo, whose people could sign in. */
  readonly isDemo: boolean
  /** Nobody signed out: the session of whoever was here has ended. */
  readonly hasEnded?: boolean
  /** Something else stood here before, and what had the focus went with it. */
  readonly takesFocus?: boolean
}

/** Sign-in with e-mail and password; in the demo also with one press, as any of its people. */
export function SignIn(props: SignInProps) {
  const { api, member, isDemo, hasEnded = false, takesFocus = false } = props
  const say = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { state, failure, faults, signIn } = useSignIn(member)
  const people = useDemoPeople(api, isDemo)
  const title = say(texts.signIn)
  const { heading, field } = useBeginning({ isElsewhere: hasEnded, takesFocus })

  useEffect(() => {
    document.title = `${title} · Sonaqor`
  }, [title])

  return (
    <div className="sq-sign-in">
      <div className="sq-sign-in-card">
        <header className="sq-sign-in-head">
          <Mark />
          <h1 ref={heading} className="sq-sign-in-title" tabIndex={-1}>
            {say(texts.signInToSonaqor)}
          </h1>
        </header>
        {hasEnded && !failure && <Ended />}
        {failure && (
          <Banner tone="danger" title={failure.title}>
            {failure.reason}
          </Banner>
        )}
        <Form
          onSubmit={() => signIn({ email, password })}
          actions={
            <Button type="submit" look="primary" busy={state === 'busy'}>
              {title}
            </Button>
          }
        >
          <Field label={say(texts.email)} error={faults['email']}>
            <Input
              ref={field}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={setEmail}
            />
          </Field>
          <PasswordField value={password} onChange={setPassword} error={faults['password']} />
        </Form>
      </div>
      {people.size > 0 && <DemoPeople people={people} busy={state === 'busy'} onChoose={signIn} />}
    </div>
  )
}

interface Beginning {
  /** The focus has a better place. */
  readonly isElsewhere: boolean
  readonly takesFocus: boolean
}

/**
 * Whoever has a keyboard can write at once. A finger would bring up the keyboard of the screen before
 * anything was seen: there the heading takes the focus, if it has to be taken at all.
 */
function useBeginning({ isElsewhere, takesFocus }: Beginning) {
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const begin = useEffectEvent(() => {
    if (isElsewhere) return
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus()
    else if (takesFocus) heading.current?.focus()
  })
  useEffect(() => begin(), [])
  return { heading, field }
}

/** What had the focus went with the page, so the news takes it. */
function Ended() {
  const say = useText()
  const arrival = useArrival<HTMLDivElement>()
  return (
    <Banner ref={arrival} title={say(texts.sessionEnded)}>
      {say(texts.sessionEndedDetail)}
    </Banner>
  )
}
