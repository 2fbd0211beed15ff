import { adopt } from '../styles/adopt.ts'
import sheet from './sparkline.css'

adopt(sheet)

const [width, height] = [120, 32]
/** So that the line is not cut where it is highest and lowest. */
const edge = 2
/** Half of how long the line of a value is that stands alone. */
const dash = 3

const flat = (value: number) => (value === 0 ? height - edge : height / 2)

type Point = readonly [x: number, y: number]

/**
 * The line through some values, drawn to fill its field, and the ground below it; where all are equal it
 * runs in the middle, or on the ground where all are nought. Where nothing was measured both have a gap, and a value alone between two is a dash.
 */
export function pathsOf(values: readonly (number | null)[]): { line: string; ground: string } {
  const measured = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...measured), Math.max(...measured)]
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const heightOf = (value: number) =>
    high === low ? flat(value) : edge + ((high - value) / (high - low)) * (height - 2 * edge)
  const runs: Point[][] = []
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    const point = [round(at * step), round(heightOf(value))] as const
    if (at > 0 && values[at - 1] !== null) runs.at(-1)?.push(point)
    else runs.push([point])
  }
  const drawn = runs.map((run) => (run.length > 1 ? run : run.flatMap(([x, y]) => dashAt(x, y))))
  const along = (run: readonly Point[]) => `M${run.map((point) => point.join(' ')).join('L')}`
  return {
    line: drawn.map(along).join(''),
    ground: drawn.map((run) => `${along(run)}V${height}H${run[0]?.[0] ?? 0}Z`).join(''),
  }
}

/** Long enough to be told from a speck. */
function dashAt(x: number, y: number): readonly Point[] {
  return [
    [Math.max(x - dash, 0), y],
    [Math.min(x + dash, width), y],
  ]
}

const round = (value: number) => Math.round(value * 10) / 10

export interface SparklineProps {
  /** Oldest first, at even distances; null where nothing was measured, which is not nought. */
  readonly values: readonly (number | null)[]
}

/** The course of a figure without axes. What it shows has to be said in words beside it. */
export function Sparkline({ values }: SparklineProps) {
  const { line, ground } = pathsOf(values)
  if (line === '') return null
  return (
    <svg
      className="sq-sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="sq-sparkline-ground" d={ground} />
      <path className="sq-sparkline-line" d={line} />
    </svg>
  )
}
