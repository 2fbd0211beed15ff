import type { Client } from '@sonaqor/contract/client'
import type { Router } from '@sonaqor/embed/host'
import { Failed, Surface } from '@sonaqor/ui'
import { Dashboard } from './frame/dashboard.tsx'
import type { MemberSession } from './session/member-session.ts'
import { useSessionState } from './session/use-session-state.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'

interface ShellProps {
  readonly api: Client
  readonly member: MemberSession
  readonly router: Router
  readonly isDemo: boolean
}

const unreachable = {
  title: 'Sonaqor cannot be reached',
  reason: 'The server gave no answer.',
  advice: 'Check the connection and try again.',
}

/** The whole page: sign-in, or the dashboard of whoever is signed in. */
export function Shell({ api, member, router, isDemo }: ShellProps) {
  const state = useSessionState(member)
  if (state.name === 'starting') return null
  if (state.name === 'signed-out') {
    return <SignInPage api={api} member={member} isDemo={isDemo} />
  }
  if (state.name === 'unreachable') {
    return (
      <Surface locale={navigator.language}>
        <main>
          <Failed failure={unreachable} onRetry={() => void member.resume()} />
        </main>
      </Surface>
    )
  }
  const { person, tenant } = state.session.me
  return (
    <Dashboard
      // Another person or tenant is another dashboard; nothing of the last one may be left over.
      key={`${person.id} ${tenant.id}`}
      session={state.session}
      member={member}
      router={router}
    />
  )
}
