/** What a clock shows at an instant that is near, in the reader's own zone: to the second, where that is soon. */
export const clockTime = (at: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...(Date.parse(at) - Date.now() > dayMs && { dateStyle: 'medium' }),
    timeStyle: 'medium',
  }).format(new Date(at))

const dayMs = 86_400_000
