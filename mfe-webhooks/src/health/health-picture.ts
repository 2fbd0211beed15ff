import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'
import { height, pathsOf } from './bars.ts'

/** On a grid that each unit of is drawn twice, for screens that are finer than most. */
const [wide, high, margin, scale] = [960, 300, 24, 2]
const plot = { top: 72, high: 172, wide: wide - 2 * margin }

/** Draws a chart once more as a picture of its own, in the colours that it has on the screen. */
export async function pictureOf(
  chart: HTMLElement,
  { points }: Pick<HealthSeries, 'points'>,
  title: string,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = wide * scale
  canvas.height = high * scale
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const look = getComputedStyle(chart)
  const textOf = (place: string) => chart.querySelector(place)?.textContent ?? ''
  const write = (text: string, x: number, y: number, align: CanvasTextAlign = 'start') => {
    pen.textAlign = align
    pen.fillText(text, x, y)
  }
  pen.scale(scale, scale)
  pen.fillStyle = groundOf(chart)
  pen.fillRect(0, 0, wide, high)
  pen.fillStyle = look.color
  pen.font = `600 16px ${look.fontFamily}`
  write(title, margin, 34)
  pen.font = `13px ${look.fontFamily}`
  write(textOf('figcaption > span'), margin, 54)
  const below = plot.top + plot.high + 20
  write(textOf('p > span:first-child'), margin, below)
  write(textOf('p > span:last-child'), wide - margin, below, 'end')

  const drawn = pathsOf(points)
  let at = margin
  for (const outcome of ['succeeded', 'failed'] as const) {
    const path = chart.querySelector(`path[data-outcome="${outcome}"]`)
    if (path) pen.fillStyle = getComputedStyle(path).fill
    pen.save()
    pen.translate(margin, plot.top)
    pen.scale(plot.wide / Math.max(1, points.length), plot.high / height)
    // A canvas is filled, and no array.
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
    pen.fill(new Path2D(drawn[outcome]))
    pen.restore()
    pen.fillRect(at, below + 15, 9, 9)
    pen.fillStyle = look.color
    const word = textOf(`p [data-outcome="${outcome}"]`)
    write(word, at + 15, below + 24)
    at += 15 + pen.measureText(word).width + 20
  }
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}

/** What it stands on: the first that is not seen through, also beyond the root that it is in. */
function groundOf(place: Element): string {
  for (let at: Element | null = place; at; at = aroundOf(at)) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor)) return backgroundColor
  }
  return 'Canvas'
}

function aroundOf(place: Element): Element | null {
  const root = place.getRootNode()
  return place.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}
