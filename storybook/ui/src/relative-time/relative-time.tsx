import { useLocale } from '../surface/locale.ts'
import { useNow } from './clock.ts'

const units = [
  ['year', 365 * 24 * 3_600_000],
  ['month', 30 * 24 * 3_600_000],
  ['day', 24 * 3_600_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago, or how soon, in the words of a locale; under a minute it is "now". */
export function relativeTo(nowMs: number, at: Date, locale: string): string {
  const distanceMs = at.getTime() - nowMs
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, sizeMs] of units) {
    const count = distanceMs / sizeMs
    if (Math.abs(count) < 1) continue
    if (unit !== 'year') return format.format(Math.round(count), unit)
    // Only years that have passed in whole are counted; of the last year is much that is older than one.
    return new Intl.RelativeTimeFormat(locale).format(Math.trunc(count), unit)
  }
  return format.format(0, 'second')
}

/** The instant in full, in the reader's own zone, which is named. */
export function exactly(at: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }).format(at)
}

export interface RelativeTimeProps {
  /** An ISO 8601 instant. */
  readonly at: string
}

/** A moment as people say it, with the exact one on hover. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const now = useNow()
  const locale = useLocale()
  const instant = new Date(at)
  return (
    <time dateTime={at} title={exactly(instant, locale)}>
      {relativeTo(now, instant, locale)}
    </time>
  )
}
