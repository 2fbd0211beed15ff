/** The range that figures are told of, and how it is cut into points. */
import { rangeDaysMax } from '@sonaqor/contract/webhook-bounds'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { firstDayKept } from '../../logs/index.ts'
import { dayMs, hourMs } from '../days.ts'

export interface HealthRange {
  readonly from: Date
  readonly to: Date
}

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const minute = 60
const hour = 60 * minute

/** The last day, where no other is asked for. */
export function rangeOf(scope: Scope, asked: Asked, pointer = '?from'): HealthRange {
  const to = asked.to === undefined ? scope.now() : new Date(asked.to)
  const from = asked.from === undefined ? new Date(to.getTime() - dayMs) : new Date(asked.from)
  if (from > to) throw wrong(pointer, 'must not be after the end')
  if (to.getTime() - from.getTime() > rangeDaysMax * dayMs) {
    throw wrong(pointer, `must not be more than ${rangeDaysMax} days before the end`)
  }
  return { from, to }
}

/** Counts of minutes are kept for as many days of UTC that are over, and after that those of hours. */
const minutesKeptDays = 2

export const minutesKeptSince = (scope: Scope): Date =>
  new Date((Math.floor(scope.now().getTime() / dayMs) - minutesKeptDays) * dayMs)

/** The same of figures: where minutes are not kept any more, each end is that of the hour it lies in. */
export function countedRangeOf(scope: Scope, asked: Asked): HealthRange {
  const { from, to } = rangeOf(scope, asked)
  const since = minutesKeptSince(scope)
  const hourOf = (at: Date, whole: (hours: number) => number) =>
    at < since ? new Date(whole(at.getTime() / hourMs) * hourMs) : at
  return { from: hourOf(from, Math.floor), to: hourOf(to, Math.ceil) }
}

/** The same of what is kept: of what was forgotten nobody knows any more whether it was delivered. */
export async function keptRangeOf(
  scope: Scope,
  asked: Asked,
  pointer: string,
): Promise<HealthRange> {
  const now = scope.now()
  const isOver = asked.to !== undefined && new Date(asked.to) < now
  const range = rangeOf(scope, { from: asked.from, to: isOver ? asked.to : undefined }, pointer)
  const first = await firstDayKept(scope)
  if (range.from >= first) return range
  const days = Math.floor((now.getTime() - first.getTime()) / dayMs)
  throw wrong(pointer, `must not be more than ${days} days ago`, {
    detail: `On your plan deliveries are kept for ${days} days, and nothing older can be sent again.`,
  })
}

function wrong(
  pointer: string,
  fault: string,
  { detail } = { detail: 'The range of time cannot be used.' },
): Problem {
  return new Problem('invalid', { detail, errors: [{ pointer, detail: fault }] })
}

const lengths = [
  ...[1, 5, 15, 30].map((minutes) => minutes * minute),
  ...[1, 3, 6, 12, 24].map((hours) => hours * hour),
]
const pointsMax = 120

/**
 * The shortest length of points that are not too many, and where each of them begins; none is shorter than
 * what is kept of the range.
 */
export function pointsOf(
  scope: Scope,
  { from, to }: HealthRange,
): { seconds: number; begin: Date[] } {
  const shortest = from < minutesKeptSince(scope) ? hour : minute
  for (const seconds of lengths.filter((length) => length >= shortest)) {
    const first = Math.floor(from.getTime() / (seconds * 1000))
    const last = Math.max(first, Math.ceil(to.getTime() / (seconds * 1000)) - 1)
    if (last - first < pointsMax) {
      const begin = Array.from(
        { length: last - first + 1 },
        (_, place) => new Date((first + place) * seconds * 1000),
      )
      return { seconds, begin }
    }
  }
  throw new Error('a range is longer than any may be')
}
