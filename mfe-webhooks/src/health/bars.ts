import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'

export const height = 48
/** A few that failed among thousands that did not are still seen. */
const least = 2

type Points = HealthSeries['points']

/** What came off and what failed, on a grid as wide as there are points; what failed stands on the ground. */
export function pathsOf(points: Points): { readonly failed: string; readonly succeeded: string } {
  const highest = Math.max(1, ...points.map(({ attempts }) => attempts))
  const scale = (height - 2 * least) / highest
  let [failed, succeeded] = ['', '']
  for (const [at, point] of points.entries()) {
    const low = riseOf(point.attempts - point.succeeded, scale)
    const high = riseOf(point.succeeded, scale)
    if (low > 0) failed += barAt(at, height - low, low)
    if (high > 0) succeeded += barAt(at, height - low - high, high)
  }
  return { failed, succeeded }
}

const riseOf = (count: number, scale: number) =>
  count === 0 ? 0 : round(Math.max(least, count * scale))

const barAt = (at: number, top: number, rise: number) =>
  `M${round(at + 0.1)} ${round(top)}h.8v${rise}h-.8z`

const round = (value: number) => Math.round(value * 100) / 100
