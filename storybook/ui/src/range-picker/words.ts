import type { Preset, Range } from './range.ts'

export const words = {
  range: 'Range of time',
  usual: 'Usual ranges',
  custom: 'Custom range',
  from: 'From',
  to: 'To',
  apply: 'Apply range',
  zone: (zone: string) => `Times are in ${zone}.`,
  incomplete: 'Choose a date and a time.',
  backwards: 'The end must come after the start.',
  presets: {
    '15m': 'Last 15 minutes',
    '1h': 'Last hour',
    '24h': 'Last 24 hours',
    '7d': 'Last 7 days',
    '30d': 'Last 30 days',
  } satisfies Readonly<Record<Preset, string>>,
}

/** A range as it is said: "Last hour", "Nov 20, 2026, 8:00 – 9:00 AM". */
export function rangeInWords(range: Range, locale: string): string {
  if (typeof range === 'string') return words.presets[range]
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return format.formatRange(new Date(range.from), new Date(range.to))
}

/** The zone in which the viewer reads and writes times. */
export function viewersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
