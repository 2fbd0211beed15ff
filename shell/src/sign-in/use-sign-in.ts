import { ProblemError } from '@sonaqor/contract/client'
import { failureOf, faultsOf, useText, type Failure } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useRef, useState } from 'react'
import type { Credentials, MemberSession } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'

export interface SignIn {
  readonly state: 'ready' | 'busy' | 'failed'
  readonly failure: Failure | undefined
  /** What is wrong with a field, by its name. */
  readonly faults: Readonly<Record<string, string>>
  signIn(credentials: Credentials): void
}

/** Signing in, one attempt at a time. What succeeds replaces the page, so there is no state for it. */
export function useSignIn(member: MemberSession): SignIn {
  const say = useText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  // A double press is faster than the next drawing, and each attempt counts against the person.
  const underWay = useRef(false)
  return {
    state: busy ? 'busy' : error ? 'failed' : 'ready',
    failure: error ? toldToPeople(failureOf(error, say), error, say) : undefined,
    faults: faultsOf(error, say),
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

/** A refused credential is told to programs by the server; a person has mistyped something. */
function toldToPeople(failure: Failure, error: unknown, say: Say): Failure {
  const isRefused = error instanceof ProblemError && error.problem.code === 'unauthenticated'
  if (!isRefused) return failure
  return { ...failure, title: say(texts.notSignedIn), reason: say(texts.wrongCredentials) }
}
