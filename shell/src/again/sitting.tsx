import type { Client } from '@sonaqor/contract/client'
import { createClient } from '@sonaqor/contract/client'
import type { Host } from '@sonaqor/embed/host'
import { whenIdle } from '@sonaqor/module/when-idle'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { partOf } from '../part.ts'
import type { MemberSession } from '../session/member-session.ts'
import { useSessionState } from '../session/use-session-state.ts'
import type { StepUpDesk } from '../step-up/step-up-desk.ts'
import { useEnding } from './use-ending.ts'

const part = partOf(() => import(/* webpackChunkName: "sitting" */ './sitting-parts.ts'))

interface SittingProps {
  /** The client of nobody, for signing in. */
  readonly api: Pick<Client, 'auth' | 'demo'>
  readonly member: MemberSession
  readonly desk: StepUpDesk
  readonly host: Host | undefined
  readonly onSetUp: () => void
}

/** What a session asks of whoever sits at it, above whichever page is shown. One question at a time. */
export function Sitting({ api, member, desk, host, onSetUp }: SittingProps) {
  const state = useSessionState(member)
  const ending = useEnding(member)
  const question = useSyncExternalStore(desk.subscribe, desk.question)
  const [answered, answer] = useState<{
    readonly endsAt: number
    readonly by: 'closed' | 'again'
  }>()
  const isNeeded = state.name === 'ended' || ending !== undefined || question !== undefined
  const now = part.useNow(isNeeded)
  useEffect(() => whenIdle(() => void part.load()), [])

  if (now.name !== 'here') return null
  const { SignInAgain, EndingSoon, StepUp } = now.part
  if (state.name === 'ended') return <SignInAgain {...{ api, member }} session={state.session} />
  const choice = ending && answered?.endsAt === ending.endsAt ? answered.by : undefined
  if (state.name === 'signed-in' && ending && choice !== 'closed') {
    const close = () => answer({ endsAt: ending.endsAt, by: 'closed' })
    if (choice === 'again') {
      return <SignInAgain {...{ api, member }} session={state.session} onClose={close} />
    }
    const again = () => answer({ endsAt: ending.endsAt, by: 'again' })
    return <EndingSoon {...{ member, ending }} onSignIn={again} onClose={close} />
  }
  return question && host ? (
    <StepUp api={createClient(host.request)} question={question} onSetUp={onSetUp} />
  ) : null
}
