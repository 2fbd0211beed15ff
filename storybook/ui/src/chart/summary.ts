import { directLabels, type ChartData, type ChartManner, type Series } from './chart-data.ts'
import { figure, placeInWords, share } from './format.ts'

/** What moves by less than this part of itself is called level. */
const levelPart = 0.05

const words = {
  nothing: 'No values.',
  more: (count: number) => `${count} more series are in the table.`,
}

/**
 * Says in a few sentences what a chart shows: of each series its highest and lowest value and how
 * it went; of parts of a whole the largest and the smallest. For those who do not see the drawing.
 */
export function summaryOf(data: ChartData, manner: ChartManner, locale: string): string {
  const said = data.series.slice(0, directLabels).map((series) => {
    const sentence = manner.kind === 'pie' ? partsOf : courseOf
    return sentence(series, data.places, manner, locale)
  })
  const left = data.series.length - directLabels
  return (
    [...said.filter(Boolean), ...(left > 0 ? [words.more(left)] : [])].join(' ') || words.nothing
  )
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

function courseOf(
  series: Series,
  places: readonly string[],
  { along }: ChartManner,
  locale: string,
): string {
  const found = extremesOf(series, places)
  if (!found) return ''
  const { high, low, points } = found
  const at = (point: Point) =>
    `${figure(point.value, locale)} (${placeInWords(point.place, along, locale)})`
  if (high.value === low.value) return `${series.name}: ${figure(high.value, locale)} throughout.`
  const trend =
    along === 'time'
      ? `, ${trendOf(
          points.map(({ value }) => value),
          locale,
        )}`
      : ''
  return `${series.name}: highest ${at(high)}, lowest ${at(low)}${trend}.`
}

/** How the last third stands to the first: single peaks at either end must not decide it. */
export function trendOf(values: readonly number[], locale: string): string {
  const third = Math.max(Math.floor(values.length / 3), 1)
  const [before, after] = [meanOf(values.slice(0, third)), meanOf(values.slice(-third))]
  const change = before === 0 ? Math.sign(after) : (after - before) / Math.abs(before)
  if (Math.abs(change) < levelPart) return 'level'
  const by = before === 0 ? '' : ` by ${share(Math.abs(change), locale)}`
  return `${change > 0 ? 'rising' : 'falling'}${by}`
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function partsOf(
  series: Series,
  places: readonly string[],
  _manner: ChartManner,
  locale: string,
): string {
  const found = extremesOf(series, places)
  if (!found) return ''
  const { high, low, points } = found
  const whole = points.reduce((sum, { value }) => sum + value, 0)
  if (whole === 0) return ''
  const part = ({ place, value }: Point) => `${place} (${share(value / whole, locale)})`
  return `${series.name}: largest is ${part(high)}, smallest is ${part(low)}, of ${figure(whole, locale)}.`
}
