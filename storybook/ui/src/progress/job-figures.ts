/** How far a job has come. What is not known is left out. */
export interface Figures {
  readonly done: number
  readonly total?: number | undefined
  readonly perSecond?: number | undefined
  readonly leftMs?: number | undefined
}

const words = {
  of: (done: string, total: string, unit: string) => `${done} of ${total} ${unit}`,
  soFar: (done: string, unit: string) => `${done} ${unit} so far`,
  rate: (rate: string, unit: string) => `${rate} ${unit} a second`,
  left: (time: string) => `about ${time} left`,
  nearlyDone: 'a few seconds left',
}

/** The figures of a job, each as a phrase of its own: how many, how fast, how long still. */
export function phrasesOf(figures: Figures, unit: string, locale: string): readonly string[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const { done, total, perSecond, leftMs } = figures
  return [
    total === undefined
      ? words.soFar(number.format(done), unit)
      : words.of(number.format(done), number.format(total), unit),
    perSecond !== undefined && words.rate(number.format(perSecond), unit),
    leftMs !== undefined && timeLeft(leftMs, locale),
  ].filter((phrase) => phrase !== false)
}

/** As coarse as an estimate may be: seconds by tens, then minutes, then hours. */
export function timeLeft(leftMs: number, locale: string): string {
  const seconds = leftMs / 1_000
  if (seconds < 10) return words.nearlyDone
  if (seconds < 55) return inUnit(Math.ceil(seconds / 10) * 10, 'second', locale)
  if (seconds < 3_600) return inUnit(Math.max(Math.round(seconds / 60), 1), 'minute', locale)
  return inUnit(Math.round(seconds / 3_600), 'hour', locale)
}

function inUnit(amount: number, unit: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return words.left(format.format(amount))
}
