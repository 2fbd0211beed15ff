import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Ends, MemberSession } from '../session/member-session.ts'

/** How long before its end a session is spoken of. */
export const warningMs = 2 * 60_000

export interface Ending {
  readonly endsAt: number
  /** Whether using it would let it last; otherwise it ends whatever is done. */
  readonly isIdle: boolean
}

/** The end of the session, once it is near. Asks again when a sleeping machine wakes up. */
export function useEnding({ subscribe, ends: endsOf }: MemberSession): Ending | undefined {
  const ends = useSyncExternalStore(subscribe, endsOf)
  const [nowMs, setNow] = useState(() => Date.now())
  const ending = ends && endingOf(ends)
  const endsAt = ending?.endsAt

  useEffect(() => {
    if (endsAt === undefined) return
    const look = () => setNow(Date.now())
    const timer = setTimeout(look, Math.max(endsAt - warningMs - Date.now(), 0) + 1)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [endsAt])

  return ending && nowMs >= ending.endsAt - warningMs ? ending : undefined
}

function endingOf({ idleAt, absoluteAt }: Ends): Ending {
  return { endsAt: Math.min(idleAt, absoluteAt), isIdle: idleAt < absoluteAt }
}
