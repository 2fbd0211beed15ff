import type { Client } from '@sonaqor/contract/client'
import type { Router } from '@sonaqor/embed/host'
import { whenIdle } from '@sonaqor/module/when-idle'
import { useEffect, useState } from 'react'
import { accountPart } from './account/account-part.ts'
import { useLanguage } from './language/use-language.ts'
import { linkPart } from './links/link-part.ts'
import type { MailLink } from './links/link.ts'
import { NotOpened, OnceHere, Opening } from './opening.tsx'
import type { MemberSession, SessionState } from './session/member-session.ts'
import { useSessionState } from './session/use-session-state.ts'
import { companyPart } from './sign-in/company-part.ts'
import type { CompanyWay } from './sign-in/company-way.ts'
import { keepSignedIn, signInPart } from './sign-in/sign-in-part.ts'
import { loadSignedIn, useSignedIn } from './signed-in-part.ts'
import * as texts from './texts/en.ts'

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
  useSignInAhead(isKnown(state) ? 'session' in state : undefined)
  if (state.name === 'starting') return null
  const goOn = (path = '/') => {
    history.replaceState(null, '', path)
    setLink(undefined)
    setCompany(undefined)
  }
  const { shown } = language
  if (company) {
    return (
      <OnceHere part={companyPart} locale={shown}>
        {({ CompanyPage }) => (
          <CompanyPage {...{ api, member, language }} way={company} onEntered={goOn} />
        )}
      </OnceHere>
    )
  }
  if (link) {
    return (
      <OnceHere part={linkPart} locale={shown}>
        {({ LinkPage }) => <LinkPage {...{ link, api, member, language }} onEntered={goOn} />}
      </OnceHere>
    )
  }
  if (state.name === 'signed-out' || isEndedAtGate(state)) {
    const takesFocus = isOfPerson(before)
    return (
      <OnceHere part={signInPart} locale={shown}>
        {({ SignInPage }) => <SignInPage {...{ api, member, isDemo, takesFocus, language }} />}
      </OnceHere>
    )
  }
  if (state.name === 'unreachable') {
    return <NotOpened locale={shown} error={state.error} onRetry={() => void member.resume()} />
  }
  if (state.session.me.secondFactorMissing) {
    const { session } = state
    return (
      <OnceHere part={accountPart} locale={shown}>
        {({ MemberGate }) => <MemberGate {...{ member, language, session }} />}
      </OnceHere>
    )
  }
  if (signedIn.name === 'missing') {
    return <NotOpened locale={shown} onRetry={() => void loadSignedIn()} />
  }
  if (signedIn.name === 'coming') return <Opening locale={shown} saying={texts.onItsWay} />
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

/** Whoever signs out sees the sign-in at once, and whoever comes back signed in has not fetched it. */
function useSignInAhead(isSignedIn: boolean | undefined): void {
  useEffect(() => {
    if (isSignedIn === undefined) return
    keepSignedIn(isSignedIn)
    return isSignedIn ? whenIdle(() => void signInPart.load()) : undefined
  }, [isSignedIn])
}

const isKnown = ({ name }: SessionState) => name !== 'starting' && name !== 'unreachable'

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
