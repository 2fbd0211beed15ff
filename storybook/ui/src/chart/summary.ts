import { directLabels, type ChartData, type ChartManner, type Series } from './chart-data.ts'
import * as texts from '../texts/en.ts'
import type { Say } from '../texts/text.ts'
import { figure, placeInWords, share } from './format.ts'

/** What moves by less than this part of itself is called level. */
const levelPart = 0.05

/**
 * Says in a few sentences what a chart shows: of each series its highest and lowest value and how
 * it went; of parts of a whole the largest and the smallest. For those who do not see the drawing.
 */
export function summaryOf(data: ChartData, manner: ChartManner, locale: string, say: Say): string {
  const said = data.series.slice(0, directLabels).map((series) => {
    const sentence = manner.kind === 'pie' ? partsOf : courseOf
    return sentence({ series, places: data.places, manner, locale, say })
  })
  const left = data.series.length - directLabels
  return (
    [...said, left > 0 && say(texts.seriesInTable, { count: left })].filter(Boolean).join(' ') ||
    say(texts.noValues)
  )
}

interface Told {
  readonly series: Series
  readonly places: readonly string[]
  readonly manner: ChartManner
  readonly locale: string
  readonly say: Say
}

type Extremes = { readonly high: Point; readonly low: Point; readonly points: readonly Point[] }
type Point = { readonly value: number; readonly place: string }

function extremesOf({ values }: Series, places: readonly string[]): Extremes | undefined {
  const points = values.flatMap((value, at) =>
    value === null ? [] : [{ value, place: places[at] ?? '' }],
  )
  const [first] = points
  if (!first) return undefined
  const high = points.reduce((best, point) => (point.value > best.value ? point : best), first)
  const low = points.reduce((best, point) => (point.value < best.value ? point : best), first)
  return { high, low, points }
}

function courseOf({ series, places, manner: { along }, locale, say }: Told): string {
  const found = extremesOf(series, places)
  if (!found) return ''
  const { high, low, points } = found
  const { name } = series
  if (high.value === low.value) {
    const value = figure(high.value, locale)
    if (points.length === places.length) return say(texts.courseWithoutMove, { name, value })
    if (points.length > 1) return say(texts.courseWhereAny, { name, value })
    return say(texts.courseOfOne, { name, value, at: placeInWords(high.place, along, locale) })
  }
  const { trend, by } = along === 'time' ? trendOf(points.map(({ value }) => value)) : noTrend
  return say(texts.course, {
    name,
    high: figure(high.value, locale),
    highAt: placeInWords(high.place, along, locale),
    low: figure(low.value, locale),
    lowAt: placeInWords(low.place, along, locale),
    trend,
    by: share(by, locale),
  })
}

interface Trend {
  readonly trend: 'none' | 'level' | 'rising' | 'falling' | 'risingBy' | 'fallingBy'
  /** By which part of itself. */
  readonly by: number
}

const noTrend: Trend = { trend: 'none', by: 0 }

/** How the last third stands to the first: single peaks at either end must not decide it. */
export function trendOf(values: readonly number[]): Trend {
  const third = Math.max(Math.floor(values.length / 3), 1)
  const [before, after] = [meanOf(values.slice(0, third)), meanOf(values.slice(-third))]
  if (before === 0 && after !== 0) return { trend: after > 0 ? 'rising' : 'falling', by: 0 }
  const change = before === 0 ? 0 : (after - before) / Math.abs(before)
  if (Math.abs(change) < levelPart) return { trend: 'level', by: 0 }
  return { trend: change > 0 ? 'risingBy' : 'fallingBy', by: Math.abs(change) }
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function partsOf({ series, places, locale, say }: Told): string {
  const found = extremesOf(series, places)
  if (!found) return ''
  const { high, low, points } = found
  const whole = points.reduce((sum, { value }) => sum + value, 0)
  if (whole === 0) return ''
  return say(texts.parts, {
    name: series.name,
    high: high.place,
    highShare: share(high.value / whole, locale),
    low: low.place,
    lowShare: share(low.value / whole, locale),
    whole: figure(whole, locale),
  })
}
