import { timingSafeEqual } from 'node:crypto'
import type { HeldToken } from './sessions.store.ts'

/** What becomes of a refresh token that is presented. */
export type Fate = 'good' | 'repeated' | 'reused' | 'other-device' | 'over'

/** Two tabs that wake together hold the same token; so long after its use both get one successor. */
const togetherMs = 5000

/** A token is good in the browser that it was given to; in any other it was stolen, spent or not. */
export function fateOf(held: HeldToken, device: Buffer | null, now: Date): Fate {
  if (held.ended_at || held.ends_at <= now || !held.is_active) return 'over'
  if (!held.used_at && held.expires_at <= now) return 'over'
  const isHere = isSame(held.device_hash, device)
  if (!held.used_at) return isHere ? 'good' : 'other-device'
  const together = now.getTime() - held.used_at.getTime() <= togetherMs
  return together && isHere ? 'repeated' : 'reused'
}

const isSame = (known: Buffer, given: Buffer | null) =>
  given !== null && known.length === given.length && timingSafeEqual(known, given)
