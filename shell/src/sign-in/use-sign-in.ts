import { failureOf, type Failure } from '@sonaqor/ui'
import { useState } from 'react'
import type { Credentials, MemberSession } from '../session/member-session.ts'

export interface SignIn {
  readonly state: 'ready' | 'busy' | 'failed'
  readonly failure: Failure | undefined
  signIn(credentials: Credentials): void
}

/** Signing in, one attempt at a time. What succeeds replaces the page, so there is no state for it. */
export function useSignIn(member: MemberSession): SignIn {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  return {
    state: busy ? 'busy' : failure ? 'failed' : 'ready',
    failure,
    signIn(credentials) {
      setBusy(true)
      setFailure(undefined)
      member.signIn(credentials).catch((error: unknown) => {
        setFailure(failureOf(error))
        setBusy(false)
      })
    },
  }
}
