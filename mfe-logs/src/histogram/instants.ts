/** The instants of a histogram as they are read: no finer than its buckets. */
import type { LogHistogram } from '@sonaqor/contract/logs'
import type { Instants } from '@sonaqor/ui'

const daySeconds = 86_400
const days = { day: 'numeric', month: 'short' } as const
const times = { hour: '2-digit', minute: '2-digit' } as const

function formatOf(intervalSeconds: number, hasDay: boolean): Intl.DateTimeFormatOptions {
  if (intervalSeconds >= daySeconds) return days
  return {
    ...(hasDay && days),
    ...times,
    ...(intervalSeconds < 60 && { second: '2-digit' }),
  }
}

/** A day is as long as the server's, in its zone. */
export function inWords({ from, to }: Instants, intervalSeconds: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, formatOf(intervalSeconds, true))
  return format.formatRange(new Date(from), new Date(to))
}

/** One instant, without its day where all are of one. */
export function mark(at: string, { from, to, intervalSeconds }: LogHistogram, locale: string) {
  const isOfOneDay = new Date(from).toDateString() === new Date(to).toDateString()
  return new Intl.DateTimeFormat(locale, formatOf(intervalSeconds, !isOfOneDay)).format(
    new Date(at),
  )
}
