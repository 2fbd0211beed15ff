import { ProblemError } from '@sonaqor/contract/client'
import type { StaffSession } from '@sonaqor/contract/staff'
import { Banner, Button, FactorForm, failureOf, Field, Form, Input, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { shownHere } from '../identity/knows-passkeys.ts'
import { answerTo, proofOf } from '../identity/proof.ts'
import { useAct } from '../identity/use-act.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import type { StaffApi } from './staff-api.ts'
import * as texts from './texts/en.ts'

interface Waiting {
  readonly ticket: string
  readonly methods: readonly string[]
}

export interface StaffSignInProps {
  readonly api: StaffApi
  readonly onEntered: (session: StaffSession) => void
}

/** E-mail and password, and then a second factor, in whichever browser it is. */
export function StaffSignIn({ api, onEntered }: StaffSignInProps) {
  const [waiting, wait] = useState<Waiting>()
  if (waiting) {
    return <SecondStep {...{ api, onEntered, waiting }} onAgain={() => wait(undefined)} />
  }
  return <FirstStep {...{ api, onEntered }} onWaiting={wait} />
}

interface FirstStepProps extends StaffSignInProps {
  readonly onWaiting: (waiting: Waiting) => void
}

function FirstStep({ api, onEntered, onWaiting }: FirstStepProps) {
  const say = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, run } = useAct()
  const signIn = () =>
    run(async () => {
      try {
        onEntered(await api.staff.signIn({ body: { email, password } }))
      } catch (thrown) {
        const ticket = ticketIn(thrown)
        if (!ticket) throw thrown
        onWaiting(ticket)
      }
    })
  return (
    <>
      {error !== undefined && (
        <Banner tone="danger" title={say(texts.notSignedIn)}>
          {isWrong(error) ? say(texts.wrongSignIn) : failureOf(error, say).reason}
        </Banner>
      )}
      <Form
        onSubmit={signIn}
        actions={
          <Button type="submit" look="primary" busy={busy}>
            {say(texts.signIn)}
          </Button>
        }
      >
        <Field label={say(texts.email)}>
          <Input type="email" autoComplete="username" required value={email} onChange={setEmail} />
        </Field>
        <PasswordField value={password} onChange={setPassword} error={undefined} />
      </Form>
    </>
  )
}

interface SecondStepProps extends StaffSignInProps {
  readonly waiting: Waiting
  readonly onAgain: () => void
}

function SecondStep({ api, onEntered, waiting, onAgain }: SecondStepProps) {
  const say = useText()
  const { ticket, methods } = waiting
  return (
    <FactorForm
      methods={shownHere(methods)}
      verb={say(texts.signIn)}
      onProve={(given) =>
        answerTo(async () => {
          const ask = async () => (await api.staff.passkeyOptions({ body: { ticket } })).options
          const proof = await proofOf(given, ask)
          onEntered(await api.staff.verifyMfa({ body: { ticket, ...proof } }))
        })
      }
      wordsOf={(error) => failureOf(error, say).reason}
      wayOut={<Button onClick={onAgain}>{say(texts.startAgain)}</Button>}
    />
  )
}

function ticketIn(error: unknown): Waiting | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const { code, ticket, methods = [] } = error.problem
  return code === 'second-factor-required' && ticket ? { ticket, methods } : undefined
}

const isWrong = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'unauthenticated'
