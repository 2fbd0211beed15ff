import { ProblemError } from '@sonaqor/contract/client'
import { whenIdle } from '@sonaqor/module/when-idle'
import { Button, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { knowsPasskeys, PasskeyUnknown } from '../identity/knows-passkeys.ts'
import * as texts from '../texts/en.ts'
import { laterSteps } from './later-steps-part.ts'
import type { SecondStepProps } from './second-step.tsx'
import type { SignIn } from './use-sign-in.ts'

interface PasskeyDoorProps extends Pick<SecondStepProps, 'api' | 'member'> {
  readonly busy: boolean
  readonly onAttempt: SignIn['attempt']
}

/** The server's question is good for five minutes; what is suggested must not be older. */
const suggestionMs = 4 * 60_000

/** Signs in with a passkey alone: by a press, or out of what the browser suggests for the name. */
export function PasskeyDoor(props: PasskeyDoorProps) {
  return knowsPasskeys() ? <Door {...props} /> : null
}

function Door({ api, member, busy, onAttempt }: PasskeyDoorProps) {
  const say = useText()
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

  const press = () => {
    // The browser asks for one passkey at a time.
    suggested.current?.abort()
    onAttempt(async () => (await enter())())
  }
  return (
    <Button icon="key" busy={busy} onClick={press}>
      {say(texts.signInWithPasskey)}
    </Button>
  )
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
