import type { Client } from '@sonaqor/contract/client'
import { ProblemError } from '@sonaqor/contract/client'
import { Failed, failureOf, Page, Surface, type Failure } from '@sonaqor/ui'
import { useState } from 'react'
import type { MemberSession, SessionState } from './session/member-session.ts'
import { useSessionState } from './session/use-session-state.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { loadSignedIn, useSignedIn } from './signed-in-part.ts'

interface ShellProps {
  readonly api: Client
  readonly member: MemberSession
  readonly isDemo: boolean
}

const unreachable = {
  title: 'Sonaqor cannot be reached',
  reason: 'The server gave no answer.',
  advice: 'Check the connection and try again.',
}

/** The whole page: sign-in, or the dashboard of whoever is signed in. */
export function Shell({ api, member, isDemo }: ShellProps) {
  const state = useSessionState(member)
  const signedIn = useSignedIn(state.name === 'signed-in')
  const before = useBefore(screenOf(state))
  if (state.name === 'starting') return null
  if (state.name === 'signed-out') {
    return <SignInPage api={api} member={member} isDemo={isDemo} hasEnded={state.hasEnded} />
  }
  if (state.name === 'unreachable') {
    return <NotOpened failure={failureAtStart(state.error)} onRetry={() => void member.resume()} />
  }
  if (signedIn.name === 'missing') {
    return <NotOpened failure={unreachable} onRetry={() => void loadSignedIn()} />
  }
  if (signedIn.name === 'coming') return <Opening />
  const { Dashboard, router } = signedIn.part
  return (
    <Dashboard
      // Another person or tenant is another dashboard; nothing of the last one may be left over.
      key={screenOf(state)}
      takesFocus={before !== undefined && before !== 'starting'}
      followsAddress={!isOfPerson(before)}
      session={state.session}
      member={member}
      router={router}
    />
  )
}

function Opening() {
  return (
    <Surface locale={navigator.language}>
      <main aria-busy aria-live="polite">
        <Page title="Sonaqor">The dashboard is on its way…</Page>
      </main>
    </Surface>
  )
}

interface NotOpenedProps {
  readonly failure: Failure
  readonly onRetry: () => void
}

function NotOpened({ failure, onRetry }: NotOpenedProps) {
  return (
    <Surface locale={navigator.language}>
      <main>
        <Page title="Sonaqor could not be opened">
          <Failed failure={failure} onRetry={onRetry} />
        </Page>
      </main>
    </Surface>
  )
}

/** A refusal says why in its own words; without one, nobody has answered. */
function failureAtStart(error: unknown): Failure {
  return error instanceof ProblemError ? failureOf(error) : unreachable
}

function screenOf(state: SessionState): string {
  if (state.name !== 'signed-in') return state.name
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
