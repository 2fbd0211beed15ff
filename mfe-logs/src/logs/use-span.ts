import { instantsOf, type Range } from '@sonaqor/ui'
import { useState } from 'react'

/** Where what is shown begins, and where it ends if it does. */
export interface Span {
  readonly from: string
  readonly to?: string
}

/** A range with an end of its own is over: nothing new comes in. */
export const hasEnded = (range: Range) => typeof range !== 'string'

/**
 * Which instants a range means since it was asked about: one span for the list, the bars above it, what is
 * counted beside it and the file of it. Another question reads the clock anew.
 */
export function useSpan(range: Range, question: string): Span {
  const [taken, setTaken] = useState(() => ({ question, span: readFrom(range, Date.now()) }))
  if (taken.question === question) return taken.span
  // Read once for each question, which is then kept with it.
  // oxlint-disable-next-line react/purity
  const span = readFrom(range, Date.now())
  setTaken({ question, span })
  return span
}

const hourMs = 3_600_000

/**
 * A preset begins at a round moment (a minute for the shortest, an hour for the longest), so that the same
 * list asked for again is the same question, which is audited once; it is open at its end for whatever
 * comes in.
 */
function readFrom(range: Range, nowMs: number): Span {
  const { from, to } = instantsOf(range, nowMs)
  if (hasEnded(range)) return { from, to }
  const lengthMs = Date.parse(to) - Date.parse(from)
  const roundMs = Math.min(hourMs, lengthMs / 15)
  return { from: new Date(Math.floor(Date.parse(from) / roundMs) * roundMs).toISOString() }
}
