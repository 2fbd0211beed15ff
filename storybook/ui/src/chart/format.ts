const dayMs = 24 * 3_600_000

/** A figure in full, as the reader's language writes it. */
export function figure(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

/** A figure beside an axis, where there is little room: 12K. */
export function shortFigure(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact' }).format(value)
}

export function share(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part)
}

/** A place in full: an instant in the viewer's zone, or the name as it is. */
export function placeInFull(place: string, along: 'time' | 'names', locale: string): string {
  if (along === 'names') return place
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return format.format(new Date(place))
}

/** An instant as a sentence names it, in the viewer's zone; the range above says the year. */
export function placeInWords(place: string, along: 'time' | 'names', locale: string): string {
  if (along === 'names') return place
  const parts = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
  return write(new Date(place), parts, locale)
}

/** An instant beside an axis: the hour where a chart spans a day or two, else the day or month. */
export function instantOnAxis(atMs: number, spanMs: number, locale: string): string {
  const at = new Date(atMs)
  const isMidnight = at.getHours() === 0 && at.getMinutes() === 0
  if (spanMs <= 2 * dayMs && !isMidnight) return write(at, { timeStyle: 'short' }, locale)
  if (spanMs <= 300 * dayMs) return write(at, { month: 'short', day: 'numeric' }, locale)
  return write(at, { month: 'short', year: 'numeric' }, locale)
}

function write(at: Date, options: Intl.DateTimeFormatOptions, locale: string): string {
  return new Intl.DateTimeFormat(locale, options).format(at)
}
