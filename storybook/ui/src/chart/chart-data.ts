/** What a chart shows: some series of values over the same places. */
export interface ChartData {
  /** Where the values stand: ISO 8601 instants in order, or names. */
  readonly places: readonly string[]
  readonly series: readonly Series[]
  /** Stretches that mean something by themselves, such as an outage. */
  readonly bands?: readonly Band[]
  /** Moments that explain what is seen, such as a release. */
  readonly notes?: readonly Note[]
}

export interface Series {
  readonly name: string
  /** One for each place; null where nothing was measured, which is not nought. */
  readonly values: readonly (number | null)[]
}

export interface Band {
  readonly from: string
  readonly to: string
  readonly name: string
}

export interface Note {
  readonly at: string
  readonly name: string
}

export type ChartKind = 'line' | 'bar' | 'pie'

/** How the values of a chart are to be read. */
export interface ChartManner {
  readonly kind: ChartKind
  /** What the places are. */
  readonly along: 'time' | 'names'
  /** Bars of one place stand on one another, for they are parts of a whole. */
  readonly isStacked: boolean
}

/** Up to this many series carry their name beside them; more are told apart by a legend. */
export const directLabels = 3

export function hasNothing({ series }: ChartData): boolean {
  return series.every(({ values }) => values.every((value) => value === null))
}

/** Whether names can stand beside what they name; bars side by side have no room for them. */
export function labelsDirectly({ kind, isStacked }: ChartManner, seriesCount: number): boolean {
  return kind === 'pie' || ((kind === 'line' || isStacked) && seriesCount <= directLabels)
}

/** Series that share a lightness in print still differ in their line. */
const dashes = ['solid', [6, 3], [2, 3]] as const

export function dashOf(series: number): (typeof dashes)[number] {
  return dashes[Math.floor(series / directLabels) % dashes.length] ?? 'solid'
}
