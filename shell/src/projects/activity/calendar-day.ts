/** A day such as 2027-01-01 as people write it. It is counted in UTC, wherever it is read. */
export function calendarDay(day: string, locale: string): string {
  const format = { dateStyle: 'medium', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00Z`))
}
