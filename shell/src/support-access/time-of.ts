/** When a look ends, as people say it today: the hour alone. */
export const timeOf = (until: string | null, locale: string): string =>
  until === null
    ? ''
    : new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(until))
