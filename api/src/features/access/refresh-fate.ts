import { timingSafeEqual } from 'node:crypto'
import type { HeldToken } from './sessions.store.ts'

/** What becomes of a refresh token that is presented. */
export type Fate = 'good' | 'repeated' | 'reused' | 'over'

/** Two tabs that wake together hold the same token; so long after its use both get one successor. */
const togetherMs = 5000

export function fateOf(held: HeldToken, device: Buffer | null, now: Date): Fate {
  if (held.ended_at || held.ends_at <= now || !held.is_active) return 'over'
  if (!held.used_at) return held.expires_at > now ? 'good' : 'over'
  const together = now.getTime() - held.used_at.getTime() <= togetherMs
  return together && isSame(held.device_hash, device) ? 'repeated' : 'reused'
}

const isSame = (known: Buffer, given: Buffer | null) =>
  given !== null && known.length === given.length && timingSafeEqual(known, given)
