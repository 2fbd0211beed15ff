import * as texts from '../texts/en.ts'
import type { Say, Text } from '../texts/text.ts'
import type { Preset, Range } from './range.ts'

export const presetTexts = {
  '15m': texts.last15Minutes,
  '1h': texts.lastHour,
  '24h': texts.last24Hours,
  '7d': texts.last7Days,
  '30d': texts.last30Days,
} satisfies Readonly<Record<Preset, Text>>

/** A range as it is said: "Last hour", "Nov 20, 2026, 8:00 – 9:00 AM". */
export function rangeInWords(range: Range, locale: string, say: Say): string {
  if (typeof range === 'string') return say(presetTexts[range])
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return format.formatRange(new Date(range.from), new Date(range.to))
}

/** The zone in which the viewer reads and writes times. */
export function viewersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
