import type { Client } from '@sonaqor/contract/client'
import type { Text } from '@sonaqor/ui/texts'
import type { ComponentType } from 'react'
import { Door } from '../door/door.tsx'
import type { Language } from '../language/use-language.ts'
import type { MemberSession } from '../session/member-session.ts'
import * as texts from '../identity/texts/en.ts'
import { AcceptInvite } from './accept-invite.tsx'
import { ConfirmEmail } from './confirm-email.tsx'
import { ConfirmSignUp } from './confirm-sign-up.tsx'
import type { MailLink } from './link.ts'
import { RequestReset } from './request-reset.tsx'
import { ResetPassword } from './reset-password.tsx'
import { SignUp } from './sign-up.tsx'
import { LinkMissing, LinkPutAway } from './told.tsx'
import { useMark } from './use-mark.ts'

export interface LinkPageProps {
  readonly link: MailLink
  readonly api: Pick<Client, 'auth' | 'invites'>
  readonly member: Pick<MemberSession, 'enter' | 'resume'>
  readonly language: Language
  /** Somebody is signed in now, and leaves for the dashboard. */
  readonly onEntered: () => void
}

/** What each page of a link is given. */
export interface LinkedProps extends Omit<LinkPageProps, 'link'> {
  readonly token: string
}

interface Linked {
  readonly title: Text
  /** What the link of the mail opens. */
  readonly withToken: ComponentType<LinkedProps>
  /** The way to such a mail; without one, the link has to be opened again. */
  readonly without?: {
    readonly title: Text
    readonly page: ComponentType<Omit<LinkedProps, 'token'>>
  }
}

const pages: Readonly<Record<MailLink['page'], Linked>> = {
  'reset-password': {
    title: texts.newPasswordTitle,
    withToken: ResetPassword,
    without: { title: texts.forgotPasswordTitle, page: RequestReset },
  },
  'sign-up': {
    title: texts.finishSignUp,
    withToken: ConfirmSignUp,
    without: { title: texts.signUpTitle, page: SignUp },
  },
  'confirm-email': { title: texts.confirmEmailTitle, withToken: ConfirmEmail },
  'accept-invite': { title: texts.acceptInviteTitle, withToken: AcceptInvite },
}

/** The page that a link in a mail leads to, or the way to such a mail. */
export function LinkPage({ link: { page, token }, ...props }: LinkPageProps) {
  const { title, withToken: WithToken, without } = pages[page]
  const { language } = props
  const wasOpened = useMark()
  if (token) {
    return (
      <Door language={language} title={title}>
        <WithToken {...props} token={token} />
      </Door>
    )
  }
  return (
    <Door language={language} title={without?.title ?? title}>
      {wasOpened && without && <LinkPutAway />}
      {without ? <without.page {...props} /> : <LinkMissing />}
    </Door>
  )
}
