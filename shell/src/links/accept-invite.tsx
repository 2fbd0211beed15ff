import { ProblemError } from '@sonaqor/contract/client'
import type { Invitation } from '@sonaqor/contract/invites'
import {
  Banner,
  Button,
  Field,
  faultsOf,
  Form,
  Input,
  Link,
  Loaded,
  Said,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { companyPathFor } from '../sign-in/company-way.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import * as texts from '../identity/texts/en.ts'
import * as companyTexts from '../sign-in/texts/en.ts'
import * as shared from '../texts/en.ts'
import type { LinkedProps } from './link-page.tsx'
import { isOver, LinkOver, NotTaken, Told } from './told.tsx'
import { useAccepting, useInvitation } from './use-links.ts'

/** Who invites whom to what, and the way in: as somebody new, or as who one is already. */
export function AcceptInvite(props: LinkedProps) {
  const { api, token } = props
  const invitation = useInvitation(api, token)
  if (isOver(invitation.error)) return <InviteOver />
  return <Loaded of={invitation}>{(known) => <Accept {...props} invitation={known} />}</Loaded>
}

/** An invitation can be cancelled as well, and comes from somebody who can send another. */
function InviteOver() {
  const say = useText()
  return <LinkOver detail={say(texts.inviteOverDetail)} />
}

interface AcceptProps extends LinkedProps {
  readonly invitation: Invitation
}

function Accept({ api, invitation, ...entry }: AcceptProps) {
  const { tenant, email, known, signedIn } = invitation
  const say = useText()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, write } = useAccepting(api, entry)
  const faults = faultsOf(error, say)
  if (isOver(error)) return <InviteOver />
  if (isSecondFactor(error)) {
    return <Told title={say(texts.inviteAccepted)}>{say(texts.inviteAcceptedDetail)}</Told>
  }
  if (invitation.bySso || isForCompany(error)) return <AcceptByCompany invitation={invitation} />
  return (
    <Form
      onSubmit={() => write({ ...(!known && { name }), ...(!signedIn && { password }) })}
      actions={
        <Button type="submit" look="primary" busy={busy}>
          {say(texts.joinTenant, { tenant })}
        </Button>
      }
    >
      <InvitedBy invitation={invitation} />
      {known && !signedIn && <p>{say(texts.acceptAsKnown, { email })}</p>}
      {!known && (
        <Field label={say(texts.yourName)} error={faults['name']}>
          <Input autoComplete="name" value={name} onChange={setName} />
        </Field>
      )}
      {!signedIn && (
        <PasswordField
          value={password}
          onChange={setPassword}
          error={faults['password']}
          {...(!known && {
            label: say(texts.newPassword),
            hint: say(texts.newPasswordHint),
            kind: 'new-password',
          })}
        />
      )}
      {isRefused(error) ? (
        <Banner tone="danger" title={say(shared.notSignedIn)}>
          {say(texts.notYourPassword)}
        </Banner>
      ) : (
        <NotTaken error={error} isTold={Object.keys(faults).length > 0} />
      )}
    </Form>
  )
}

interface OfInvitation {
  readonly invitation: Invitation
}

function InvitedBy({ invitation: { tenant, inviter, role } }: OfInvitation) {
  const say = useText()
  return (
    <p>
      <Said
        of={texts.invitedBy}
        with={{ inviter, tenant: <b>{tenant}</b>, role: say(shared.roleInSentence, { role }) }}
      />
    </p>
  )
}

/** No password would let them in: the provider of their company does, and takes the invitation up. */
function AcceptByCompany({ invitation }: OfInvitation) {
  const say = useText()
  const { email } = invitation
  return (
    <>
      <InvitedBy invitation={invitation} />
      <p>{say(texts.acceptByCompany, { email })}</p>
      <p>
        <Link href={companyPathFor({ email })}>{say(companyTexts.goOnWithCompany)}</Link>
      </p>
    </>
  )
}

const isForCompany = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'sso-required'

const isRefused = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'unauthenticated'

/** Accepted, and signed in as soon as the second factor was shown; which the sign-in asks for. */
const isSecondFactor = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'second-factor-required'
