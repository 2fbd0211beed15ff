/** When a key ends, as it is chosen: after a while, at a moment of one's own, or never. */
import type { Say } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'

const dayMs = 24 * 3_600_000

/** How long a key may live, in days; without an end it lives until it is revoked. */
export const lifetimes = {
  unending: undefined,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
} as const

export type Lifetime = keyof typeof lifetimes

export interface Expiry {
  /** `kept`: as it was before. `date`: when `date` says. */
  readonly ends: Lifetime | 'kept' | 'date'
  /** As a field for a date and a time writes it, on the clock of whoever chooses. */
  readonly date: string
}

export const unending: Expiry = { ends: 'unending', date: '' }
export const kept: Expiry = { ends: 'kept', date: '' }

/**
 * When a key ends by that: null for never, undefined where it stays as it was or nothing can be meant. A
 * while is counted from when the form was opened.
 */
export function endOf({ ends, date }: Expiry, fromMs: number): string | null | undefined {
  if (ends === 'kept') return undefined
  if (ends === 'date') return instantOf(date)
  const days = lifetimes[ends]
  return days === undefined ? null : new Date(fromMs + days * dayMs).toISOString()
}

function instantOf(date: string): string | undefined {
  const moment = new Date(date)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** What is wrong with it, if anything is. */
export function faultInExpiry(expiry: Expiry, nowMs: number, say: Say): string | undefined {
  if (expiry.ends !== 'date') return undefined
  const moment = instantOf(expiry.date)
  return moment && Date.parse(moment) > nowMs ? undefined : say(texts.endStrange)
}

/** A moment as such a field takes it. */
export function dateFieldOf(ms: number): string {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)
}

/** What stands in the field at first: a month ahead, at the end of that day. */
export function suggestedDate(fromMs: number): string {
  return `${dateFieldOf(fromMs + lifetimes.month * dayMs).slice(0, 'yyyy-mm-dd'.length)}T23:59`
}
