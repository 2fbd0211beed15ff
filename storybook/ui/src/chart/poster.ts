import type { EChartsType } from 'echarts/core'
import { labelsDirectly } from './chart-data.ts'
import { coloursAt, type Colours } from './colours.ts'
import type { Subject } from './drawing.ts'
import { optionOf } from './option.ts'

/** What a picture says above its chart, for it leaves its page. */
export interface Poster {
  readonly title: string
  readonly subtitle: string
}

type InitIn = (place: HTMLElement, size: { width: number; height: number }) => EChartsType

const [width, height, edge, scale] = [960, 540, 32, 2]
const lineHeight = 24

/** The chart as a PNG of its own size: title, unit and range, legend, drawing, on the theme's ground. */
export async function posterOf(
  place: HTMLElement,
  subject: Subject,
  poster: Poster,
  initIn: InitIn,
) {
  const colours = coloursAt(place)
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser draws no pictures')
  pen.scale(scale, scale)
  pen.fillStyle = colours.raised
  pen.fillRect(0, 0, width, height)
  const top = writeHead(pen, subject, poster, colours)
  const drawn = drawApart(subject, colours, height - top - edge, initIn)
  pen.drawImage(drawn, edge, top, width - 2 * edge, height - top - edge)
  return new Promise<Blob>((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture is too large'))))
  })
}

/** Writes what stands above the drawing, and says where that may begin. */
function writeHead(
  pen: CanvasRenderingContext2D,
  { data, manner }: Subject,
  { title, subtitle }: Poster,
  colours: Colours,
): number {
  pen.fillStyle = colours.strongText
  pen.font = `600 20px ${colours.font}`
  pen.fillText(title, edge, edge + 16, width - 2 * edge)
  pen.fillStyle = colours.text
  pen.font = `400 14px ${colours.font}`
  pen.fillText(subtitle, edge, edge + 40, width - 2 * edge)
  if (data.series.length < 2 || labelsDirectly(manner, data.series.length)) return edge + 60
  return (
    writeLegend(
      pen,
      data.series.map(({ name }) => name),
      colours,
    ) + lineHeight
  )
}

function writeLegend(
  pen: CanvasRenderingContext2D,
  names: readonly string[],
  colours: Colours,
): number {
  let [x, y] = [edge, edge + 68]
  for (const [index, name] of names.entries()) {
    const needed = 18 + pen.measureText(name).width + 20
    if (x > edge && x + needed > width - edge) [x, y] = [edge, y + lineHeight]
    pen.fillStyle = colours.series[index % colours.series.length] ?? colours.text
    pen.fillRect(x, y - 10, 12, 12)
    pen.fillStyle = colours.strongText
    pen.fillText(name, x + 18, y)
    x += needed
  }
  return y
}

function drawApart(subject: Subject, colours: Colours, heightPx: number, initIn: InitIn) {
  const size = { width: width - 2 * edge, height: heightPx }
  const chart = initIn(document.createElement('div'), size)
  chart.setOption(optionOf({ ...subject, colours, widthPx: size.width, moves: false }))
  const drawn = chart.renderToCanvas({ pixelRatio: scale, backgroundColor: colours.raised })
  chart.dispose()
  return drawn
}
