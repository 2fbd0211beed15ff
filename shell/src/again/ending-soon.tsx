import { Button, Dialog, Refusal, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import type { MemberSession } from '../session/member-session.ts'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import type { Ending } from './use-ending.ts'

interface EndingSoonProps {
  readonly member: Pick<MemberSession, 'renew' | 'signOut'>
  readonly ending: Ending
  /** Using the session does not let it last any longer: somebody has to sign in. */
  readonly onSignIn: () => void
  readonly onClose: () => void
}

/** Says that the session is about to end, and how it goes on. */
export function EndingSoon({ member, ending, onSignIn, onClose }: EndingSoonProps) {
  const say = useText()
  const { busy, error, run } = useAct()
  const leftMs = useTimeLeft(ending.endsAt)
  const isOver = leftMs <= 0
  // The server has the last word; its refusal leads to the sign-in above the page.
  const ask = useEffectEvent(() => run(() => member.renew()))
  useEffect(() => {
    if (isOver) ask()
  }, [isOver])

  const stay = () => (ending.isIdle ? run(() => member.renew()) : onSignIn())
  const seconds = Math.max(Math.ceil(leftMs / 1000), 0)
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <Dialog
      title={say(texts.sessionEndsSoon)}
      onClose={ending.isIdle ? stay : onClose}
      steadfast
      actions={
        <>
          <Button onClick={() => run(() => member.signOut())}>{say(shared.signOut)}</Button>
          <Button look="primary" busy={busy} onClick={stay}>
            {say(ending.isIdle ? texts.staySignedIn : texts.signInAgain)}
          </Button>
        </>
      }
    >
      <p>{say(ending.isIdle ? texts.idleEndDetail : texts.absoluteEndDetail)}</p>
      <p className="sq-time-left" role="timer">
        {say(texts.timeLeft, { left })}
      </p>
      <Refusal error={error} />
    </Dialog>
  )
}

function useTimeLeft(endsAt: number): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return endsAt - nowMs
}
