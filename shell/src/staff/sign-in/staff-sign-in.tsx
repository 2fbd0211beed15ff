import { ProblemError } from '@sonaqor/contract/client'
import type { StaffSession } from '@sonaqor/contract/staff'
import { Banner, Button, FactorForm, failureOf, Field, Form, Input, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { useState } from 'react'
import { shownHere } from '../../identity/knows-passkeys.ts'
import { answerTo } from '../../identity/proof.ts'
import { PasswordField } from '../../sign-in/password-field.tsx'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { useSecondStep, useSignIn, type Ticket } from './use-sign-in.ts'

export interface StaffSignInProps {
  readonly api: StaffApi
  readonly onEntered: (session: StaffSession) => void
}

/** E-mail and password, and then a second factor, in whichever browser it is. */
export function StaffSignIn({ api, onEntered }: StaffSignInProps) {
  const [waiting, wait] = useState<Ticket>()
  const [keptOut, keepOut] = useState<unknown>()
  const again = (thrown?: unknown) => {
    keepOut(thrown)
    wait(undefined)
  }
  if (waiting) return <SecondStep {...{ api, onEntered, waiting }} onAgain={again} />
  return <FirstStep {...{ api, onEntered, keptOut }} onWaiting={wait} />
}

interface FirstStepProps extends StaffSignInProps {
  /** Why the attempt before ended behind the second factor. */
  readonly keptOut: unknown
  readonly onWaiting: (waiting: Ticket) => void
}

function FirstStep({ api, onEntered, keptOut, onWaiting }: FirstStepProps) {
  const say = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSignIn(api, ticketIn, { enter: onEntered, wait: onWaiting })
  const { busy, write } = signIn
  const error = signIn.error ?? (busy ? undefined : keptOut)
  const why = whyNot(error)
  return (
    <>
      {error !== undefined && (
        <Banner tone="danger" title={say(texts.notSignedIn)}>
          {why ? say(why) : failureOf(error, say).reason}
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
  readonly onAgain: (thrown?: unknown) => void
}

function SecondStep({ api, onEntered, waiting, onAgain }: SecondStepProps) {
  const say = useText()
  const { ticket, methods } = waiting
  const prove = useSecondStep(api, ticket, onEntered)
  return (
    <FactorForm
      methods={shownHere(methods)}
      verb={say(texts.signIn)}
      onProve={(given) =>
        answerTo(async () => {
          try {
            await prove(given)
          } catch (thrown) {
            // The factor was right, and no other would do better.
            if (codeIn(thrown) !== 'access-suspended') throw thrown
            onAgain(thrown)
          }
        })
      }
      wordsOf={(error) => failureOf(error, say).reason}
      wayOut={<Button onClick={() => onAgain()}>{say(texts.startAgain)}</Button>}
    />
  )
}

function ticketIn(error: unknown): Ticket | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const { code, ticket, methods = [] } = error.problem
  return code === 'second-factor-required' && ticket ? { ticket, methods } : undefined
}

const codeIn = (error: unknown) => (error instanceof ProblemError ? error.problem.code : undefined)

/** What people do something about is put into our own words. */
function whyNot(error: unknown): Text | undefined {
  const code = codeIn(error)
  if (code === 'unauthenticated') return texts.wrongSignIn
  return code === 'access-suspended' ? texts.accessSuspended : undefined
}
