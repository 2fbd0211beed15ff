import type { Job } from '@sonaqor/contract/jobs'

export const isUnderWay = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'queued' || state === 'running'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "4.2 MB", in the way of the locale. */
export function sizeOf(bytes: number, locale: string): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const unit = units[step] ?? 'byte'
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 })
  return format.format(bytes / 1000 ** step)
}

/** In which of the languages that files are written in somebody is to be given theirs. */
export const languageOf = (locale: string): 'de' | 'en' => (locale.startsWith('de') ? 'de' : 'en')
