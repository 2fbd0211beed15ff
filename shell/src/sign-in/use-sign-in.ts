import { ProblemError } from '@sonaqor/contract/client'
import { failureOf, faultsOf, type Failure } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import type { Credentials, MemberSession } from '../session/member-session.ts'

export interface SignIn {
  readonly state: 'ready' | 'busy' | 'failed'
  readonly failure: Failure | undefined
  /** What is wrong with a field, by its name. */
  readonly faults: Readonly<Record<string, string>>
  signIn(credentials: Credentials): void
}

/** Signing in, one attempt at a time. What succeeds replaces the page, so there is no state for it. */
export function useSignIn(member: MemberSession): SignIn {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  // A double press is faster than the next drawing, and each attempt counts against the person.
  const underWay = useRef(false)
  return {
    state: busy ? 'busy' : error ? 'failed' : 'ready',
    failure: error ? toldToPeople(failureOf(error), error) : undefined,
    faults: faultsOf(error),
    signIn(credentials) {
      if (underWay.current) return
      underWay.current = true
      setBusy(true)
      setError(undefined)
      member.signIn(credentials).catch((thrown: unknown) => {
        underWay.current = false
        setError(thrown)
        setBusy(false)
      })
    },
  }
}

/** The title of a refused credential speaks to programs; a person has mistyped something. */
function toldToPeople(failure: Failure, error: unknown): Failure {
  const isRefused = error instanceof ProblemError && error.problem.code === 'unauthenticated'
  return isRefused ? { ...failure, title: 'Not signed in' } : failure
}
