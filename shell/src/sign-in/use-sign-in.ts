import { ProblemError } from '@sonaqor/contract/client'
import { failureOf, faultsOf, useText, type Failure } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useRef, useState } from 'react'
import { PasskeyGivenUp, PasskeyUnknown } from '../identity/knows-passkeys.ts'
import { secondsToWait, whenToTry } from '../identity/wait.ts'
import type { Credentials, MemberSession } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'
import * as companyTexts from './texts/en.ts'

/** A sign-in whose password was right, and that waits for a second factor. */
export interface Waiting {
  readonly ticket: string
  /** The factors that the person has, by the API's names. */
  readonly methods: readonly string[]
  /** What the authenticator app of a person of the demo shows. */
  readonly code: string | undefined
}

export interface SignIn {
  readonly state: 'ready' | 'busy' | 'failed'
  readonly failure: Failure | undefined
  /** What is wrong with a field, by its name. */
  readonly faults: Readonly<Record<string, string>>
  readonly waiting: Waiting | undefined
  /** The company of the address signs in with its own provider. */
  readonly asksForCompany: boolean
  signIn(credentials: Credentials, code?: string): void
  /** Any other way in, as one attempt like the others. */
  attempt(enter: () => Promise<void>): void
  /** Begins anew, with what went wrong, if anything did. */
  begin(error?: unknown): void
}

/** Signing in, one attempt at a time. What succeeds replaces the page, so there is no state for it. */
export function useSignIn(member: MemberSession): SignIn {
  const say = useText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [waiting, setWaiting] = useState<Waiting>()
  // A double press is faster than the next drawing, and each attempt counts against the person.
  const underWay = useRef(false)

  function attempt(enter: () => Promise<void>, code?: string) {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setError(undefined)
    enter()
      .catch((thrown: unknown) => {
        const ticket = ticketIn(thrown)
        if (ticket) setWaiting({ ...ticket, code })
        else setError(thrown)
      })
      .finally(() => {
        underWay.current = false
        setBusy(false)
      })
      .catch(() => undefined)
  }

  return {
    state: busy ? 'busy' : error ? 'failed' : 'ready',
    failure: error ? toldToPeople(failureOf(error, say), error, say) : undefined,
    faults: faultsOf(error, say),
    waiting,
    asksForCompany: error instanceof ProblemError && error.problem.code === 'sso-required',
    signIn: (credentials, code) => attempt(() => member.signIn(credentials), code),
    attempt: (enter) => attempt(enter),
    begin(thrown) {
      setWaiting(undefined)
      setError(thrown)
    },
  }
}

/** The password was right, and more is asked for. */
function ticketIn(error: unknown): Omit<Waiting, 'code'> | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const { code, ticket, methods = [] } = error.problem
  return code === 'second-factor-required' && ticket ? { ticket, methods } : undefined
}

/** They have proved who they are, and are let in nowhere; whatever else they showed would change nothing. */
export const isSuspended = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === 'access-suspended'

/** What the server tells to programs is put into words for people, where they can do something. */
function toldToPeople(failure: Failure, error: unknown, say: Say): Failure {
  if (error instanceof PasskeyGivenUp) {
    return { ...failure, title: say(texts.passkeyGivenUp), reason: say(texts.passkeyGivenUpDetail) }
  }
  if (error instanceof PasskeyUnknown) {
    return { ...failure, title: say(texts.notSignedIn), reason: say(texts.passkeyUnknown) }
  }
  if (!(error instanceof ProblemError)) return failure
  const { code } = error.problem
  if (code === 'unauthenticated') {
    return { ...failure, title: say(texts.notSignedIn), reason: say(texts.wrongCredentials) }
  }
  if (code === 'sso-required') {
    const reason = say(companyTexts.requiredByCompanyDetail)
    return { ...failure, title: say(companyTexts.requiredByCompany), reason }
  }
  if (isSuspended(error)) {
    const tenants = (error.problem.tenants ?? []).join(', ')
    const reason = say(companyTexts.accessSuspendedDetail, { tenants })
    return { ...failure, title: say(companyTexts.accessSuspended), reason }
  }
  const seconds = secondsToWait(error)
  if (seconds === undefined) return failure
  return { ...failure, title: say(texts.tooManyAttempts), reason: whenToTry(seconds, say) }
}
