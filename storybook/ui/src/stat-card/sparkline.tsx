import { adopt } from '../styles/adopt.ts'
import sheet from './sparkline.css'

adopt(sheet)

const [width, height] = [120, 32]
/** So that the line is not cut where it is highest and lowest. */
const edge = 2

/** The line through some values, drawn to fill its field; where all are equal it runs in the middle. */
export function pathOf(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const heightOf = (value: number) =>
    high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge)
  const points = values.map((value, at) => `${round(at * step)} ${round(heightOf(value))}`)
  return points.length === 1 ? `M0 ${height / 2}H${width}` : `M${points.join('L')}`
}

const round = (value: number) => Math.round(value * 10) / 10

export interface SparklineProps {
  /** Oldest first, at even distances. */
  readonly values: readonly number[]
}

/** The course of a figure without axes. What it shows has to be said in words beside it. */
export function Sparkline({ values }: SparklineProps) {
  if (values.length === 0) return null
  const line = pathOf(values)
  return (
    <svg
      className="sq-sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="sq-sparkline-ground" d={`${line}V${height}H0Z`} />
      <path className="sq-sparkline-line" d={line} />
    </svg>
  )
}
