/** The instants of a histogram as they are read: no finer than its buckets. */
import type { LogHistogram } from '@sonaqor/contract/logs'
import type { Instants } from '@sonaqor/ui'
import { onClockOf } from '../logs/instants.ts'

const daySeconds = 86_400
const days = { day: 'numeric', month: 'short' } as const
const times = { hour: '2-digit', minute: '2-digit' } as const

/** The year of these goes without saying. */
const isOfThisYear = (at: string) => new Date(at).getFullYear() === new Date().getFullYear()

function formatOf(
  intervalSeconds: number,
  { hasDay = true, hasYear = false },
): Intl.DateTimeFormatOptions {
  const day = hasYear ? ({ ...days, year: 'numeric' } as const) : days
  if (intervalSeconds >= daySeconds) return day
  return {
    ...((hasDay || hasYear) && day),
    ...times,
    ...(intervalSeconds < 60 && { second: '2-digit' }),
  }
}

const known = new Map<string, Intl.DateTimeFormat>()

/** Made once, for making one takes longer than many of its answers, and a table asks for one in each row. */
function formatterOf(locale: string, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(format)}`
  const formatter = known.get(name) ?? new Intl.DateTimeFormat(locale, onClockOf(locale, format))
  known.set(name, formatter)
  return formatter
}

/** To when it was counted, for whoever sees newer requests in the list. */
export const toTheSecond = { ...times, second: '2-digit', timeZoneName: 'short' } as const

/** A bucket that is not over ends where it was counted, for nothing is known of what comes. */
export function untilThen(of: LogHistogram, countedAtMs: number): LogHistogram {
  const to = new Date(Math.min(Date.parse(of.to), countedAtMs)).toISOString()
  return to > (of.buckets.at(-1)?.at ?? to) ? { ...of, to } : of
}

/** A day is as long as the server's, in its zone. */
export function inWords({ from, to }: Instants, intervalSeconds: number, locale: string): string {
  const hasYear = ![from, to].every(isOfThisYear)
  const formatter = formatterOf(locale, formatOf(intervalSeconds, { hasYear }))
  return formatter.formatRange(new Date(from), new Date(to))
}

/** One instant, without its day where all are of one; the first of another year says which. */
export function mark(
  at: string,
  { from, to, intervalSeconds }: Pick<LogHistogram, 'from' | 'to' | 'intervalSeconds'>,
  locale: string,
  more?: Intl.DateTimeFormatOptions,
) {
  const isOfOneDay = new Date(from).toDateString() === new Date(to).toDateString()
  const hasYear = at === from && !isOfThisYear(at)
  const format = { ...formatOf(intervalSeconds, { hasDay: !isOfOneDay, hasYear }), ...more }
  return formatterOf(locale, format).format(new Date(at))
}
