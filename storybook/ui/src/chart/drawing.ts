/**
 * The heavy part of a chart: echarts, of which only what we draw with is taken. It is loaded when the
 * first chart stands in a page, and never before.
 */
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import { coloursAt, watchTheme } from './colours.ts'
import { optionOf } from './option.ts'
import type { Picture } from './picture.ts'
import { posterOf, type Poster } from './poster.ts'

use([
  BarChart,
  LineChart,
  PieChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
])

export type Subject = Omit<Picture, 'colours' | 'widthPx' | 'moves'>

export interface Drawing {
  show(subject: Subject): void
  /** The chart with its title and legend, large enough for a document. */
  png(poster: Poster): Promise<Blob>
  end(): void
}

/** Draws charts into an element: again when it changes its size and when the theme changes. */
export function drawIn(place: HTMLElement): Drawing {
  const chart = initIn(place)
  let shown: Subject | undefined
  const redraw = () => {
    if (shown) chart.setOption(optionOf(pictureIn(place, shown)), { notMerge: true })
  }
  const sizes = new ResizeObserver(() => {
    // An element that is hidden has no size, and nothing to draw on.
    if (place.clientWidth === 0) return
    chart.resize()
    redraw()
  })
  sizes.observe(place)
  const unwatch = watchTheme(place, redraw)
  return {
    show(subject) {
      shown = subject
      redraw()
    },
    png: (poster) => {
      if (!shown) throw new Error('Nothing is drawn yet')
      return posterOf(place, shown, poster, initIn)
    },
    end() {
      unwatch()
      sizes.disconnect()
      chart.dispose()
    },
  }
}

/**
 * The canvas empties its element by assigning an empty `innerHTML`, which a page with Trusted Types
 * refuses whatever is assigned. A property of the element's own does the same without a string.
 */
function initIn(place: HTMLElement, size: { width?: number; height?: number } = {}): EChartsType {
  Object.defineProperty(place, 'innerHTML', {
    configurable: true,
    set() {
      place.replaceChildren()
    },
  })
  return init(place, null, { renderer: 'canvas', ...size })
}

function pictureIn(place: HTMLElement, subject: Subject): Picture {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  return { ...subject, colours: coloursAt(place), widthPx: place.clientWidth, moves: !isStill }
}
