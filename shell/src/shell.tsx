import type { Client } from '@sonaqor/contract/client'
import type { Router } from '@sonaqor/embed/host'
import { useEffect, useState } from 'react'
import { GateDoor } from './gate/gate-door.tsx'
import { useLanguage } from './language/use-language.ts'
import { LinkDoor } from './links/link-door.tsx'
import type { MailLink } from './links/link.ts'
import { NotOpened, Opening } from './opening.tsx'
import type { MemberSession, SessionState } from './session/member-session.ts'
import { useSessionState } from './session/use-session-state.ts'
import { CompanyDoor } from './sign-in/company-door.tsx'
import type { CompanyWay } from './sign-in/company-way.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { loadSignedIn, useSignedIn } from './signed-in-part.ts'

interface ShellProps {
  readonly api: Client
  readonly member: MemberSession
  readonly isDemo: boolean
  /** The page was opened by a link of a mail. */
  readonly link?: MailLink | undefined
  /** The page was opened on the way to a company's provider, or back from it. */
  readonly company?: CompanyWay | undefined
}

/** The whole page: sign-in, or the dashboard of whoever is signed in. */
export function Shell({ api, member, isDemo, link: opened, company: begun }: ShellProps) {
  const state = useSessionState(member)
  const language = useLanguage()
  const [link, setLink] = useState(opened)
  const [company, setCompany] = useState(begun)
  const signedIn = useSignedIn('session' in state)
  const before = useBefore(screenOf(state))
  const hasLeft = state.name === 'signed-out' && isOfPerson(before)
  useCleanAddress(hasLeft && signedIn.name === 'here' ? signedIn.part.router : undefined)
  if (state.name === 'starting') return null
  const goOn = (path = '/') => {
    history.replaceState(null, '', path)
    setLink(undefined)
    setCompany(undefined)
  }
  if (company) {
    return <CompanyDoor {...{ api, member, language }} way={company} onEntered={goOn} />
  }
  if (link) {
    return <LinkDoor {...{ link, api, member, language }} onEntered={goOn} />
  }
  if (state.name === 'signed-out' || isEndedAtGate(state)) {
    const takesFocus = isOfPerson(before)
    return <SignInPage {...{ api, member, isDemo, takesFocus, language }} />
  }
  const { shown } = language
  if (state.name === 'unreachable') {
    return <NotOpened locale={shown} error={state.error} onRetry={() => void member.resume()} />
  }
  if (state.session.me.secondFactorMissing) {
    return <GateDoor {...{ member, language }} session={state.session} />
  }
  if (signedIn.name === 'missing') {
    return <NotOpened locale={shown} onRetry={() => void loadSignedIn()} />
  }
  if (signedIn.name === 'coming') return <Opening locale={shown} />
  const { Dashboard, router } = signedIn.part
  return (
    <Dashboard
      // Another person or tenant is another dashboard; nothing of the last one may be left over.
      key={screenOf(state)}
      takesFocus={before !== undefined && before !== 'starting'}
      followsAddress={!isOfPerson(before)}
      api={api}
      session={state.session}
      member={member}
      router={router}
      language={language}
    />
  )
}

/** Who has signed out leaves nothing in the address of where they were: not even the page. */
function useCleanAddress(router: Pick<Router, 'replace'> | undefined): void {
  useEffect(() => router?.replace('/'), [router])
}

/** There is no page yet that would have to stay. */
const isEndedAtGate = (state: SessionState) =>
  state.name === 'ended' && state.session.me.secondFactorMissing

function screenOf(state: SessionState): string {
  if (!('session' in state)) return state.name
  const { person, tenant } = state.session.me
  return `${person.id} ${tenant.id}`
}

/** The names of the other screens are single words. */
const isOfPerson = (screen: string | undefined) => screen?.includes(' ') ?? false

/** What stood here before; nothing for what is drawn first. */
function useBefore(screen: string): string | undefined {
  const [last, setLast] = useState<{ readonly now: string; readonly before?: string }>({
    now: screen,
  })
  if (last.now !== screen) setLast({ now: screen, before: last.now })
  return last.now === screen ? last.before : last.now
}
