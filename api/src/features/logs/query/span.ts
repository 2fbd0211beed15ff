/** The span of time that lines are counted over, cut into buckets of a length that people count in. */
import { logSpanDaysMax } from '@sonaqor/contract/logs'
import { Problem } from '../../../core/problems/index.ts'

export interface LogSpan {
  /** On the bounds of buckets. */
  readonly from: Date
  readonly to: Date
  readonly seconds: number
}

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const bucketsMax = 120
const minute = 60
const hour = 60 * minute
const day = 24 * hour
const lengths = [
  [1, 5, 10, 30],
  [1, 5, 15, 30].map((minutes) => minutes * minute),
  [1, 3, 6, 12].map((hours) => hours * hour),
  [1, 7, 28, 91, 364].map((days) => days * day),
].flat()
const longest = 364 * day

/** A bucket that ends behind the year 9999 cannot be written down any more. */
const lastYear = Date.UTC(9999, 0)

/** A span of time that ends before it begins holds nothing, and was meant otherwise. */
export function requireOrder({ from, to }: Asked): void {
  if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return
  throw wrong('?to', 'must not be before `from`')
}

/** The last day, where no other is asked for. */
export function spanOf(asked: Asked, now: Date): LogSpan {
  requireOrder(asked)
  const to = asked.to === undefined ? now.getTime() : Date.parse(asked.to)
  const from = asked.from === undefined ? to - day * 1000 : Date.parse(asked.from)
  if (from > to) throw wrong('?from', 'must not be in the future')
  if (to - from > logSpanDaysMax * day * 1000) {
    throw wrong('?from', `must not be more than ${logSpanDaysMax} days before the end`)
  }
  if (to >= lastYear) throw wrong('?to', 'must be before the year 9999')
  const spans = lengths.map((seconds) => inBuckets(from, to, seconds))
  return spans.find((span) => bucketsOf(span) <= bucketsMax) ?? inBuckets(from, to, longest)
}

/** The same as it was asked for, whatever its buckets reach to: so much is listed, and so much counted. */
export const asAsked = (asked: Asked, span: LogSpan): LogSpan => ({
  ...span,
  ...(asked.from !== undefined && { from: new Date(asked.from) }),
  ...(asked.to !== undefined && { to: new Date(asked.to) }),
})

/** The part of it before an instant, which may be none. */
export function until(span: LogSpan, before: string | undefined): LogSpan {
  if (before === undefined) return span
  const end = Math.min(span.to.getTime(), Date.parse(before))
  return { ...span, to: new Date(Math.max(span.from.getTime(), end)) }
}

/** The part of it from an instant on, which may be none. */
export function since(span: LogSpan, begin: string | undefined): LogSpan {
  if (begin === undefined) return span
  const from = Math.max(span.from.getTime(), Date.parse(begin))
  return { ...span, from: new Date(Math.min(span.to.getTime(), from)) }
}

/** The same in longer buckets. */
export const inLonger = ({ from, to }: LogSpan, seconds: number): LogSpan =>
  inBuckets(from.getTime(), to.getTime(), seconds)

/** Where each bucket begins. */
export const beginnings = (span: LogSpan): Date[] =>
  Array.from(
    { length: bucketsOf(span) },
    (_, place) => new Date(span.from.getTime() + place * span.seconds * 1000),
  )

const bucketsOf = ({ from, to, seconds }: LogSpan) =>
  (to.getTime() - from.getTime()) / (seconds * 1000)

function inBuckets(from: number, to: number, seconds: number): LogSpan {
  const length = seconds * 1000
  const first = Math.floor(from / length) * length
  const end = Math.max(Math.ceil(to / length) * length, first + length)
  return { from: new Date(first), to: new Date(end), seconds }
}

function wrong(pointer: string, detail: string): Problem {
  const errors = [{ pointer, detail }]
  return new Problem('invalid', { detail: 'The span of time cannot be used.', errors })
}
