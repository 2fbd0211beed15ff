import { ProblemError } from '@sonaqor/contract/client'
import { whenIdle } from '@sonaqor/module/when-idle'
import { useEffect, useEffectEvent, useRef } from 'react'
import { PasskeyUnknown } from '../identity/knows-passkeys.ts'
import { laterSteps } from './later-steps-part.ts'
import type { SecondStepProps } from './second-step.tsx'
import type { SignIn } from './use-sign-in.ts'

export interface PasskeyWay extends Pick<SecondStepProps, 'api' | 'member'> {
  readonly onAttempt: SignIn['attempt']
}

/** The server's question is good for five minutes; what is suggested must not be older. */
const suggestionMs = 4 * 60_000

/** Offers the passkeys of this browser along with the names that it keeps, and returns the way to ask for one. */
export function usePasskey({ api, member, onAttempt }: PasskeyWay): () => void {
  const suggested = useRef<AbortController>(undefined)

  async function enter(suggestion?: AbortSignal) {
    const part = await laterSteps.load()
    if (part.name !== 'here') throw new TypeError('The part did not come.')
    const { options } = await api.auth.passkeyOptions({ body: {} })
    const passkey = await part.part.askForPasskey(options, suggestion)
    return () =>
      member.enter(() => api.auth.signInWithPasskey({ body: { passkey } })).catch(tellUnknown)
  }

  /** Without a word of its own: nobody has pressed anything. */
  const suggest = useEffectEvent(async (signal: AbortSignal) => {
    if (!(await isSuggesting()) || signal.aborted) return
    const signIn = await enter(signal).catch(() => undefined)
    if (signIn && !signal.aborted) onAttempt(signIn)
  })
  useEffect(() => {
    let isGone = false
    const begin = () => {
      if (isGone || document.hidden) return
      suggested.current?.abort()
      suggested.current = new AbortController()
      void suggest(suggested.current.signal)
    }
    whenIdle(begin)
    const timer = setInterval(begin, suggestionMs)
    return () => {
      isGone = true
      clearInterval(timer)
      suggested.current?.abort()
    }
  }, [])

  return () => {
    // The browser asks for one passkey at a time.
    suggested.current?.abort()
    onAttempt(async () => (await enter())())
  }
}

async function isSuggesting(): Promise<boolean> {
  return (
    'isConditionalMediationAvailable' in PublicKeyCredential &&
    (await PublicKeyCredential.isConditionalMediationAvailable())
  )
}

function tellUnknown(cause: unknown): never {
  const isUnknown = cause instanceof ProblemError && cause.problem.code === 'unauthenticated'
  throw isUnknown ? new PasskeyUnknown('unknown', { cause }) : cause
}
