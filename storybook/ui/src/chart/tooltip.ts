import { placeOf, valueOf, type Picture } from './picture.ts'

interface Hovered {
  readonly dataIndex: number
  readonly seriesIndex?: number
  readonly name: string
  readonly value: unknown
  /** A dot in the colour of the series, in the markup of the canvas. */
  readonly marker: string
}

/** Names come from people; what would be read as markup of the canvas is left out. */
const plain = (text: string) => text.replaceAll(/[{}|]/g, ' ')

/**
 * What stands under the pointer. It is drawn on the canvas: a tooltip of HTML would be written into
 * the page as text, which a page with Trusted Types refuses.
 */
export function tooltipOf(picture: Picture) {
  const { colours, manner } = picture
  return {
    trigger: manner.kind === 'pie' ? 'item' : 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.tooltip,
    borderColor: colours.tooltipLine,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { fontSize: 12, color: colours.tooltipText },
    axisPointer: { type: 'line', lineStyle: { color: colours.axis, type: 'solid' } },
    formatter: (hovered: Hovered | readonly Hovered[]) =>
      manner.kind === 'pie'
        ? [hovered]
            .flat()
            .map((slice) => lineOf(slice, slice.name, Number(slice.value), picture))
            .join('\n')
        : ofPlace([hovered].flat(), picture),
  }
}

/** The place, then each series that has a value there. */
function ofPlace(hovered: readonly Hovered[], picture: Picture): string {
  const at = hovered[0]?.dataIndex ?? 0
  const lines = hovered.flatMap((one) => {
    const series = picture.data.series[one.seriesIndex ?? -1]
    const value = series?.values[at] ?? null
    return series && value !== null ? [lineOf(one, series.name, value, picture)] : []
  })
  return [plain(placeOf(at, picture)), ...lines].join('\n')
}

function lineOf({ marker }: Hovered, name: string, value: number, picture: Picture): string {
  return `${marker}${plain(name)}  ${plain(valueOf(value, picture))}`
}
