/** How many of all, as the language writes a share. */
export const shareOf = (some: number, all: number, locale: string): string =>
  (all === 0 ? 0 : some / all).toLocaleString(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
