/** Puts a chart of ours into the words of echarts. Everything here is loaded with the drawing. */
import type { EChartsCoreOption } from 'echarts/core'
import { dashOf, labelsDirectly, type ChartData } from './chart-data.ts'
import { instantOnAxis, shortFigure } from './format.ts'
import { marksOf } from './marks.ts'
import type { Picture } from './picture.ts'
import { pieOf } from './pie.ts'
import { tooltipOf } from './tooltip.ts'

/** From this width on, names stand beside what they name. The sheet of the chart knows it too. */
const roomForLabelsPx = 480
/** With few enough values each is marked by a dot, so that one sees where was measured. */
const dotsUpTo = 40
const [labelUpToPx, letterPx] = [140, 7.5]

export function optionOf(picture: Picture): EChartsCoreOption {
  const { colours, moves, manner } = picture
  return {
    animation: moves,
    animationDuration: 160,
    animationDurationUpdate: 160,
    color: [...colours.series],
    textStyle: { fontFamily: colours.font, fontSize: 12, color: colours.text },
    tooltip: tooltipOf(picture),
    ...(manner.kind === 'pie' ? { series: [pieOf(picture)] } : alongAxes(picture)),
  }
}

function alongAxes(picture: Picture): EChartsCoreOption {
  const { data, manner, widthPx } = picture
  const direct = labelsDirectly(manner, data.series.length) && data.series.length > 1
  const hasLabels = direct && widthPx >= roomForLabelsPx
  const longest = Math.max(...data.series.map(({ name }) => name.length))
  const labelPx = Math.min(longest * letterPx + 18, labelUpToPx)
  const top = data.notes || data.bands ? 22 : 10
  return {
    grid: {
      top,
      bottom: 4,
      left: 2,
      right: hasLabels ? labelPx : 14,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: placesAxis(picture),
    yAxis: valuesAxis(picture),
    series: data.series.map((_, index) =>
      Object.assign(seriesOf(picture, index, hasLabels), index === 0 && marksOf(picture)),
    ),
  }
}

function placesAxis({ data, manner, colours, locale }: Picture) {
  const line = { lineStyle: { color: colours.axis } }
  const label = { color: colours.text, fontSize: 11, hideOverlap: true }
  const { places } = data
  const spanMs = Date.parse(places.at(-1) ?? '') - Date.parse(places[0] ?? '')
  if (manner.along === 'time' && manner.kind === 'line') {
    const formatter = (atMs: number) => instantOnAxis(atMs, spanMs, locale)
    return {
      type: 'time',
      axisLine: line,
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...label, formatter },
    }
  }
  const formatter = (place: string) =>
    manner.along === 'time' ? instantOnAxis(Date.parse(place), spanMs, locale) : place
  return {
    type: 'category',
    data: [...places],
    axisLine: line,
    axisTick: { show: false },
    axisLabel: { ...label, formatter, width: 90, overflow: 'truncate' },
  }
}

/** Between two whole things counted there is no third of one. */
const isWhole = ({ series }: ChartData) =>
  series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)))

function valuesAxis({ data, colours, locale }: Picture) {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    splitNumber: 4,
    minInterval: isWhole(data) ? 1 : 0,
    splitLine: { lineStyle: { color: colours.grid } },
    axisLabel: {
      color: colours.text,
      fontSize: 11,
      formatter: (value: number) => shortFigure(value, locale),
    },
  }
}

function seriesOf({ data, manner, colours, moves }: Picture, index: number, hasLabels: boolean) {
  const { name = '', values = [] } = data.series[index] ?? {}
  const colour = colours.series[index % colours.series.length]
  const emphasis = { disabled: true }
  // A name that is too long for its place is cut; it stands in full in the tooltip and the table.
  const label = {
    color: colours.strongText,
    fontSize: 12,
    width: labelUpToPx - 14,
    overflow: 'truncate',
  }
  if (manner.kind === 'line') {
    return {
      type: 'line',
      name,
      data: values.map((value, at) =>
        manner.along === 'time' ? [Date.parse(data.places[at] ?? ''), value] : value,
      ),
      color: colour,
      lineStyle: { width: 2, type: dashOf(index) },
      showSymbol: values.length <= dotsUpTo,
      symbol: 'circle',
      symbolSize: 5,
      sampling: 'lttb',
      emphasis,
      animation: moves,
      endLabel: { ...label, show: hasLabels, formatter: '{a}', distance: 8 },
      labelLayout: { moveOverlap: 'shiftY' },
    }
  }
  const last = values.length - 1
  return {
    type: 'bar',
    name,
    color: colour,
    barMaxWidth: 36,
    stack: manner.isStacked ? 'all' : undefined,
    itemStyle: { borderRadius: manner.isStacked ? 0 : [2, 2, 0, 0], borderColor: colours.raised },
    emphasis,
    data: values.map((value, at) =>
      hasLabels && at === last
        ? { value, label: { ...label, show: true, position: 'right', formatter: '{a}' } }
        : value,
    ),
    labelLayout: { moveOverlap: 'shiftY' },
  }
}
