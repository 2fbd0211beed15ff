import * as texts from '../texts/en.ts'
import type { Say } from '../texts/text.ts'

/** How far a job has come. What is not known is left out. */
export interface Figures {
  readonly done: number
  readonly total?: number | undefined
  readonly perSecond?: number | undefined
  readonly leftMs?: number | undefined
}

/** The figures of a job, each as a phrase of its own: how many, how fast, how long still. */
export function phrasesOf(
  figures: Figures,
  unit: string,
  locale: string,
  say: Say,
): readonly string[] {
  const { done, total, perSecond, leftMs } = figures
  return [
    total === undefined
      ? say(texts.doneSoFar, { done, unit })
      : say(texts.doneOf, { done, total, unit }),
    perSecond !== undefined && say(texts.perSecond, { count: Math.round(perSecond) }),
    leftMs !== undefined && timeLeft(leftMs, locale, say),
  ].filter((phrase) => phrase !== false)
}

/** As coarse as an estimate may be: seconds by tens, then minutes, then hours. */
export function timeLeft(leftMs: number, locale: string, say: Say): string {
  const seconds = leftMs / 1_000
  if (seconds < 10) return say(texts.fewSecondsLeft)
  const [amount, unit] = coarsely(seconds)
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return say(texts.timeLeft, { time: format.format(amount) })
}

function coarsely(seconds: number): readonly [amount: number, unit: string] {
  if (seconds < 55) return [Math.ceil(seconds / 10) * 10, 'second']
  if (seconds < 3_600) return [Math.max(Math.round(seconds / 60), 1), 'minute']
  return [Math.round(seconds / 3_600), 'hour']
}
