import type { Client } from '@sonaqor/contract/client'
import { adopt, Banner, Button, Field, Form, Input, useArrival } from '@sonaqor/ui'
import { useEffect, useState } from 'react'
import type { MemberSession } from '../session/member-session.ts'
import { DemoPeople } from './demo-people.tsx'
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
}

/** Sign-in with e-mail and password; in the demo also with one press, as any of its people. */
export function SignIn({ api, member, isDemo, hasEnded = false }: SignInProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { state, failure, faults, signIn } = useSignIn(member)
  const people = useDemoPeople(api, isDemo)

  useEffect(() => {
    document.title = 'Sign in · Sonaqor'
  }, [])

  return (
    <div className="sq-sign-in">
      <h1 className="sq-sign-in-title">Sign in to Sonaqor</h1>
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
            Sign in
          </Button>
        }
      >
        <Field label="E-mail" error={faults['email']}>
          <Input type="email" autoComplete="username" required value={email} onChange={setEmail} />
        </Field>
        <Field label="Password" error={faults['password']}>
          <Input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
          />
        </Field>
      </Form>
      {people.size > 0 && <DemoPeople people={people} busy={state === 'busy'} onChoose={signIn} />}
    </div>
  )
}

/** What had the focus went with the page, so the news takes it. */
function Ended() {
  const arrival = useArrival<HTMLDivElement>()
  return (
    <Banner ref={arrival} title="Your session ended">
      Sign in again, and you come back to the page where you were.
    </Banner>
  )
}
