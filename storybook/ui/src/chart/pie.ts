import type { ChartData } from './chart-data.ts'
import { share } from './format.ts'
import type { Picture } from './picture.ts'

/** As many as there are colours; what is left goes together into the last slice. */
const slicesUpTo = 8

export interface Slice {
  readonly name: string
  readonly value: number
}

/** The parts of the first series, largest first. Every part has its row in the table. */
export function slicesOf({ places, series }: ChartData, others: string): readonly Slice[] {
  const slices = places
    .map((name, at) => ({ name, value: series[0]?.values[at] ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value)
  if (slices.length <= slicesUpTo) return slices
  const rest = slices.slice(slicesUpTo - 1).reduce((sum, { value }) => sum + value, 0)
  return [...slices.slice(0, slicesUpTo - 1), { name: others, value: rest }]
}

export function pieOf({ data, colours, locale, others, widthPx }: Picture) {
  const slices = slicesOf(data, others)
  const whole = slices.reduce((sum, { value }) => sum + value, 0)
  const isNarrow = widthPx < 400
  return {
    type: 'pie',
    radius: isNarrow ? ['30%', '52%'] : ['48%', '78%'],
    startAngle: 90,
    minShowLabelAngle: 4,
    itemStyle: { borderColor: colours.raised, borderWidth: 2 },
    emphasis: { scale: false },
    label: {
      color: colours.strongText,
      fontSize: 12,
      lineHeight: 16,
      // Where there is little room, names begin at the edge and are cut before they reach the ring.
      ...(isNarrow ? { alignTo: 'edge', edgeDistance: 0, minMargin: 6 } : { width: 150 }),
    },
    labelLine: { lineStyle: { color: colours.axis }, length: 8, length2: 8 },
    data: slices.map(({ name, value }) => ({
      name,
      value,
      // As a function, for in words braces would be read as markup.
      label: { formatter: () => `${name}\n${share(value / whole, locale)}` },
    })),
  }
}
