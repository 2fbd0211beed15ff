import { good, type Finding } from './finding.ts'
import * as texts from './texts/en.ts'

export interface ClockFacts {
  /** The server's instant, as it answered the exchange. */
  readonly serverTime: string
  /** What the clock of this computer said when the answer came, and how long that took. */
  readonly receivedAt: number
  readonly tookMs: number
}

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const toleratedMs = 30 * secondMs

/** How far the reader's clock is off. Nothing of ours goes by it, but what is around us may. */
export function checkClock(facts: ClockFacts | undefined): readonly Finding[] {
  const at = facts ? Date.parse(facts.serverTime) : Number.NaN
  if (!facts || Number.isNaN(at)) {
    return [{ id: 'clock.unread', state: 'unknown', says: (say) => say(texts.clockUnread) }]
  }
  const skew = facts.receivedAt - facts.tookMs / 2 - at
  const off = Math.abs(skew)
  if (off <= Math.max(toleratedMs, facts.tookMs)) {
    return [good('clock.right', (say) => say(texts.clockRight))]
  }
  const [unit, unitMs] = unitOf(off)
  const by = skew > 0 ? 'ahead' : 'behind'
  return [
    {
      id: 'clock.off',
      state: 'warning',
      says: (say) => say(texts.clockOff, { count: Math.round(off / unitMs), unit, by }),
      change: (say) => say(texts.clockAdvice),
    },
  ]
}

function unitOf(off: number): readonly [unit: 'second' | 'minute' | 'hour' | 'day', ms: number] {
  if (off < 2 * minuteMs) return ['second', secondMs]
  if (off < 2 * hourMs) return ['minute', minuteMs]
  return off < 48 * hourMs ? ['hour', hourMs] : ['day', 24 * hourMs]
}
