/** What becomes of a delivery by what its attempt came to. */
import {
  retryDelaysSeconds,
  type AttemptFault,
  type DeliveryState,
} from '@sonaqor/contract/webhook-bounds'

export interface Became {
  readonly state: Extract<DeliveryState, 'retrying' | 'delivered' | 'failed' | 'cancelled'>
  /** How many attempts were made since it was begun, or begun anew. */
  readonly step: number
  readonly dueAt: Date | null
}

const spread = 0.2
const longestWaitMs = 86_400_000

/** A time up to 20 % shorter or longer, so that what failed together is not tried together again. */
export const jittered = (ms: number, random: () => number = Math.random): number =>
  ms * (1 - spread + 2 * spread * random())

export interface Came {
  /** How many attempts were made before this one. */
  readonly step: number
  readonly status: number | null
  readonly fault: AttemptFault | null
  /** Until when the receiver asks to be left alone. */
  readonly notBefore: Date | null
}

/** Answered with 410 it will never be wanted. */
export function becomes(came: Came, now: Date, random: () => number = Math.random): Became {
  const step = came.step + 1
  if (came.fault === null) return { state: 'delivered', step, dueAt: null }
  const delay = retryDelaysSeconds[step]
  if (came.status === 410 || delay === undefined) return { state: 'failed', step, dueAt: null }
  const dueMs = now.getTime() + jittered(delay * 1000, random)
  return {
    state: 'retrying',
    step,
    dueAt: new Date(Math.round(Math.max(dueMs, came.notBefore?.getTime() ?? 0))),
  }
}

/** One attempt, whatever it comes to. */
export const becomesOfTest = ({ step, fault }: Came): Became => ({
  state: fault === null ? 'delivered' : 'failed',
  step: step + 1,
  dueAt: null,
})

/** Until when a receiver wants to be left alone; null where it says nothing that can be understood. */
export function retryAfterOf(
  headers: Readonly<Record<string, string>> | undefined,
  now: Date,
): Date | null {
  const value = headers?.['retry-after']?.trim()
  if (!value) return null
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime()
  if (!(ms > 0)) return null
  return new Date(now.getTime() + Math.min(ms, longestWaitMs))
}
