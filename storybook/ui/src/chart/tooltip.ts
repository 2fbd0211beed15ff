import { placeOf, valueOf, type Picture } from './picture.ts'

interface Hovered {
  readonly dataIndex: number
  readonly seriesIndex: number
  readonly name: string
  readonly value: unknown
}

/** Names come from people; what would be read as markup of the canvas is left out. */
const plain = (text: string) => text.replaceAll(/[{}|]/g, ' ')

/**
 * What stands under the pointer. It is drawn on the canvas: a tooltip of HTML would be written into
 * the page as text, which a page with Trusted Types refuses.
 */
export function tooltipOf(picture: Picture) {
  const { colours, manner } = picture
  const text = { fontFamily: colours.font, fontSize: 12, lineHeight: 20, color: colours.strongText }
  const squares = colours.series.map((backgroundColor, index) => [
    `c${index}`,
    { backgroundColor, width: 8, height: 8, borderRadius: 2 },
  ])
  return {
    trigger: manner.kind === 'pie' ? 'item' : 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.raised,
    borderColor: colours.line,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: {
      ...text,
      rich: {
        ...Object.fromEntries(squares),
        quiet: { ...text, color: colours.text },
        strong: { ...text, fontWeight: 600 },
      },
    },
    axisPointer: { type: 'line', lineStyle: { color: colours.axis, type: 'solid' } },
    formatter: (hovered: Hovered | readonly Hovered[]) =>
      manner.kind === 'pie'
        ? ofSlice([hovered].flat()[0], picture)
        : ofPlace([hovered].flat()[0]?.dataIndex ?? 0, picture),
  }
}

function ofPlace(at: number, picture: Picture): string {
  const { series } = picture.data
  const count = picture.colours.series.length
  const lines = series.map(({ name, values }, index) => {
    const value = valueOf(values[at] ?? null, picture)
    return `{c${index % count}|} {quiet|${plain(name)}}  {strong|${plain(value)}}`
  })
  return [`{quiet|${plain(placeOf(at, picture))}}`, ...lines].join('\n')
}

function ofSlice(hovered: Hovered | undefined, picture: Picture): string {
  if (!hovered) return ''
  const value = valueOf(Number(hovered.value), picture)
  return `{c${hovered.dataIndex}|} {quiet|${plain(hovered.name)}}  {strong|${plain(value)}}`
}
