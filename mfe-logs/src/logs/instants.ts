/** The instants of the rows as they are read: to the second, with their day where another one begins. */
import { useLocale } from '@sonaqor/ui'
import { useMemo } from 'react'

const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
/** Of an instant all that is known of it. */
export const toTheMillisecond = {
  ...time,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  fractionalSecondDigits: 3,
  timeZoneName: 'short',
} as const
const day = { day: 'numeric', month: 'short' } as const

/** A clock of twice twelve hours puts no nought before the hour, in a range or alone. */
export function onClockOf(locale: string, format: Intl.DateTimeFormatOptions) {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return format.hour && hour12 ? ({ ...format, hour: 'numeric' } as const) : format
}

const hourMs = 3_600_000

/** Whether a clock reads the same an hour before or after, as at the end of summer time. */
export const isReadTwice = (at: Date, clock: Intl.DateTimeFormat) =>
  [-hourMs, hourMs].some((by) => clock.format(at.getTime() + by) === clock.format(at))

export interface RowInstants {
  /** The reader's own by its short name, "GMT+1", unless its clocks were changed between these. */
  readonly zoneOf: (all: readonly { readonly at: string }[]) => string | undefined
  readonly timeOf: (at: string) => string
  /** The zone of an instant whose time is read twice in its night; of all others it stands in the head. */
  readonly zoneAt: (at: string) => string | undefined
  readonly dayOf: (at: string) => string
  readonly exactlyOf: (at: string) => string
}

export function useRowInstants(): RowInstants {
  const locale = useLocale()
  return useMemo(() => {
    const times = new Intl.DateTimeFormat(locale, onClockOf(locale, time))
    const days = new Intl.DateTimeFormat(locale, day)
    const years = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' })
    const exact = new Intl.DateTimeFormat(locale, onClockOf(locale, toTheMillisecond))
    const isOfThisYear = (at: Date) => at.getFullYear() === new Date().getFullYear()
    const zones = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' })
    const zoneOfOne = (at: Date) =>
      zones.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
    return {
      zoneOf: (all) => {
        const [first, other] = new Map(
          all.map(({ at }) => new Date(at)).map((at) => [at.getTimezoneOffset(), at]),
        ).values()
        if (!first || other) return undefined
        return zoneOfOne(first)
      },
      timeOf: (at) => times.format(new Date(at)),
      zoneAt: (at) => (isReadTwice(new Date(at), times) ? zoneOfOne(new Date(at)) : undefined),
      exactlyOf: (at) => exact.format(new Date(at)),
      dayOf: (at) => (isOfThisYear(new Date(at)) ? days : years).format(new Date(at)),
    }
  }, [locale])
}

/** The rows above which no row of the same day stands, but for those of today. */
export function firstOfDays(rows: readonly { readonly id: string; readonly at: string }[]) {
  let before = new Date().toDateString()
  const first = new Set<string>()
  for (const { id, at } of rows) {
    const now = new Date(at).toDateString()
    if (now !== before) first.add(id)
    before = now
  }
  return first
}
