/**
 * A date and a time as people write them: the date in the order and with the signs of their language, the
 * time by its clock. A browser's own field would show both in the browser's language instead.
 */
const parts = {
  calendar: 'gregory',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  numberingSystem: 'latn',
} as const

type Part = 'year' | 'month' | 'day'

/** Writes an instant (ISO 8601) on the viewer's clock: "11/20/2026 8:00 AM", "20.11.2026 08:00". */
export function toWritten(instant: string, locale: string): string {
  const at = new Date(instant)
  const date = new Intl.DateTimeFormat(locale, parts).format(at)
  const time = new Intl.DateTimeFormat(locale, clockOf(locale)).format(at)
  return `${date.replace(marks, '')} ${time.replace(/\s/g, ' ')}`
}

/** The halves of the day are written where they are AM and PM; elsewhere the hours are counted on. */
function clockOf(locale: string): Intl.DateTimeFormatOptions {
  const clock = { hour: 'numeric', minute: '2-digit', numberingSystem: 'latn' } as const
  const halves = new Intl.DateTimeFormat(locale, clock)
    .formatToParts()
    .some(({ type, value }) => type === 'dayPeriod' && half.test(value))
  return halves ? clock : { ...clock, hour: '2-digit', hourCycle: 'h23' }
}

/**
 * Reads what somebody wrote, as an instant; undefined where there is no such day or time. A day alone is
 * meant as a whole: a range begins with it, and ends when it is over.
 */
export function fromWritten(
  text: string,
  locale: string,
  end: keyof typeof midnight = 'from',
): string | undefined {
  const figures = latin(text).match(/\d+/g)?.map(Number) ?? []
  if (figures.length < 3 || figures.length > 5) return undefined
  const [hour, minute = 0] = figures.slice(3)
  const named = new Map(orderOf(locale, text).map((part, index) => [part, figures[index] ?? 0]))
  const year = named.get('year') ?? 0
  const month = named.get('month') ?? 0
  const day = named.get('day') ?? 0
  const ofDay = half.exec(text)?.[1]?.toLowerCase()
  const dayAt = (hours: number) =>
    new Date(year < 100 ? 2000 + year : year, month - 1, day, hours, minute)
  // What there is not, such as the 30th of February, would have become another day.
  const isDay = dayAt(0).getMonth() === month - 1 && dayAt(0).getDate() === day
  if (!isDay || minute > 59) return undefined
  if (hour === undefined) return dayAt(midnight[end]).toISOString()
  const hours = ofDay ? (hour % 12) + (ofDay === 'p' ? 12 : 0) : hour
  return hours < 24 ? dayAt(hours).toISOString() : undefined
}

/** By the hours of the day at whose ends they are. */
const midnight = { from: 0, to: 24 }

/** Whoever begins with the year writes as machines do, in any language that does not begin so itself. */
function orderOf(locale: string, text: string): readonly Part[] {
  const order = new Intl.DateTimeFormat(locale, parts)
    .formatToParts()
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []))
  const isAsMachines = /^\D*\d{4}/.test(latin(text)) && order[0] !== 'year'
  return isAsMachines ? ['year', 'month', 'day'] : order
}

/** The half of the day as it is written and as it is read: "AM", "p.m.", and "p. m." in much of America. */
const half = /\b([ap])\.?\s?m\b/i

/** Signs that turn the direction of a text, and are not seen. */
const marks = /[\u200E\u200F\u061C]/g

/** Arabic figures as those that are reckoned with. */
const latin = (text: string) =>
  text.replace(/[\u0660-\u0669]/g, (figure) => String(figure.charCodeAt(0) - 0x0660))
