import { writeRange, type Filter, type Range } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

/** Stands for dates in the choice, whichever they are. */
const dates = 'dates'
const dayMs = 24 * 3_600_000
/** What the picker of dates begins with. */
const firstDatesMs = 90 * dayMs

/**
 * The time as a filter like any other: a log is asked about its whole life, unless somebody narrows it.
 * Whoever wants other dates than the usual ones gets them to pick.
 */
export function rangeFilter(
  say: Say,
  range: Range | undefined,
  onChange: (range: string) => void,
): Filter {
  const usual = [
    { value: '24h', label: say(texts.last24h) },
    { value: '7d', label: say(texts.last7d) },
    { value: '30d', label: say(texts.last30d) },
  ]
  return {
    id: 'range',
    label: say(texts.time),
    value: isPicked(range) ? dates : (range ?? ''),
    options: [
      ...usual,
      { value: dates, label: say(isPicked(range) ? texts.chosenDates : texts.dates) },
    ],
    onChange: (value) => onChange(value === dates ? firstDates() : value),
  }
}

/** Two dates of somebody's own, in place of a usual range. */
export const isPicked = (range: Range | undefined): range is Exclude<Range, string> =>
  range !== undefined && typeof range !== 'string'

function firstDates(): string {
  const nowMs = Date.now()
  const [from, to] = [nowMs - firstDatesMs, nowMs].map((ms) => new Date(ms).toISOString())
  return writeRange({ from: from ?? '', to: to ?? '' })
}
