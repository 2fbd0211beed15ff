import type { ChartData, ChartManner } from './chart-data.ts'
import type { Colours } from './colours.ts'
import { figure, placeInFull } from './format.ts'

/** All that a drawing depends on. */
export interface Picture {
  readonly data: ChartData
  readonly manner: ChartManner
  readonly unit: string
  readonly colours: Colours
  readonly locale: string
  /** What the parts that find no slice of their own are called together. */
  readonly others: string
  /** Below this much room, names stand in the legend, not beside their lines. */
  readonly widthPx: number
  readonly moves: boolean
}

/** A value with what it is counted in. */
export function valueOf(value: number, { unit, locale }: Picture): string {
  return `${figure(value, locale)} ${unit}`
}

export function placeOf(at: number, { data, manner, locale }: Picture): string {
  return placeInFull(data.places[at] ?? '', manner.along, locale)
}
