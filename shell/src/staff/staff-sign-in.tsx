import { ProblemError } from '@sonaqor/contract/client'
import type { StaffSession } from '@sonaqor/contract/staff'
import { Banner, Button, FactorForm, failureOf, Field, Form, Input, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { shownHere } from '../identity/knows-passkeys.ts'
import { answerTo } from '../identity/proof.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import type { StaffApi } from './staff-api.ts'
import * as texts from './texts/en.ts'
import { useSecondStep, useSignIn, type Ticket } from './use-sign-in.ts'

export interface StaffSignInProps {
  readonly api: StaffApi
  readonly onEntered: (session: StaffSession) => void
}

/** E-mail and password, and then a second factor, in whichever browser it is. */
export function StaffSignIn({ api, onEntered }: StaffSignInProps) {
  const [waiting, wait] = useState<Ticket>()
  if (waiting) {
    return <SecondStep {...{ api, onEntered, waiting }} onAgain={() => wait(undefined)} />
  }
  return <FirstStep {...{ api, onEntered }} onWaiting={wait} />
}

interface FirstStepProps extends StaffSignInProps {
  readonly onWaiting: (waiting: Ticket) => void
}

function FirstStep({ api, onEntered, onWaiting }: FirstStepProps) {
  const say = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, write } = useSignIn(api, ticketIn, { enter: onEntered, wait: onWaiting })
  return (
    <>
      {error !== undefined && (
        <Banner tone="danger" title={say(texts.notSignedIn)}>
          {isWrong(error) ? say(texts.wrongSignIn) : failureOf(error, say).reason}
        </Banner>
      )}
      <Form
        onSubmit={() => write({ email, password })}
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
  readonly waiting: Ticket
  readonly onAgain: () => void
}

function SecondStep({ api, onEntered, waiting, onAgain }: SecondStepProps) {
  const say = useText()
  const { ticket, methods } = waiting
  const prove = useSecondStep(api, ticket, onEntered)
  return (
    <FactorForm
      methods={shownHere(methods)}
      verb={say(texts.signIn)}
      onProve={(given) => answerTo(() => prove(given))}
      wordsOf={(error) => failureOf(error, say).reason}
      wayOut={<Button onClick={onAgain}>{say(texts.startAgain)}</Button>}
    />
  )
}

function ticketIn(error: unknown): Ticket | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const { code, ticket, methods = [] } = error.problem
  return code === 'second-factor-required' && ticket ? { ticket, methods } : undefined
}

const isWrong = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'unauthenticated'
