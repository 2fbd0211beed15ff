import type { Client } from '@sonaqor/contract/client'
import type { Session } from '@sonaqor/contract/auth'
import { Dialog, useText } from '@sonaqor/ui'
import type { MemberSession } from '../session/member-session.ts'
import { NextStep } from '../sign-in/next-step.tsx'
import { CredentialsForm } from '../sign-in/sign-in.tsx'
import { useSignIn } from '../sign-in/use-sign-in.ts'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'

export interface SignInAgainProps {
  readonly api: Pick<Client, 'auth' | 'demo'>
  readonly member: MemberSession
  readonly session: Session
  /** The session is good still: whoever asked for it may close it again. */
  readonly onClose?: () => void
}

/**
 * Asks for a sign-in above the page of a session that has ended. The page stays beneath, out of reach:
 * the same person goes on where they were, and anybody else begins anew.
 */
export function SignInAgain({ api, member, session, onClose }: SignInAgainProps) {
  const say = useText()
  const signingIn = useSignIn(member)
  const { email } = session.me.person
  const leaving = {
    question: say(texts.leaveEnded),
    leave: say(texts.leavePage),
    stay: say(texts.stay),
  }
  return (
    <Dialog
      title={say(onClose ? texts.signInAgain : shared.sessionEnded)}
      onClose={onClose ?? (() => member.leave())}
      {...(!onClose && { leaving })}
      steadfast
    >
      <p>{say(onClose ? texts.signInAgainDetail : shared.sessionEndedDetail)}</p>
      {signingIn.waiting ? (
        <NextStep {...{ api, member, signingIn }} waiting={signingIn.waiting} isHeaded />
      ) : (
        <CredentialsForm {...{ api, member, signingIn }} known={email} />
      )}
    </Dialog>
  )
}
