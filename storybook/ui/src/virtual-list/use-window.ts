import { useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { heightsOf } from './heights.ts'

/** Drawn beyond either edge, so that a fast hand meets no empty ground. */
const beyond = 6
/** What is taken for the height of a view that is not laid out yet. */
const unknownViewPx = 480

export interface WindowOptions {
  /** One for each row, in order; measured heights are kept by it when rows come and go. */
  readonly keys: readonly string[]
  readonly guessPx: number
}

/** Which rows of very many have to be drawn, and where. Heights are measured as rows come into view. */
export function useWindow({ keys, guessPx }: WindowOptions) {
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [known] = useState(() => new Map<string, number>())
  const [view, setView] = useState({ topPx: 0, heightPx: unknownViewPx })
  const [, setMeasured] = useState(0)
  /** A row that is to be in view; when rows around it turn out higher, it is brought there again. */
  const wanted = useRef<number>(undefined)
  const heights = useMemo(
    () => heightsOf(keys.map((key) => known.get(key) ?? guessPx)),
    [keys, known, guessPx],
  )

  const first = Math.max(heights.rowAt(view.topPx) - beyond, 0)
  const end = Math.min(heights.rowAt(view.topPx + view.heightPx) + 1 + beyond, keys.length)

  const look = () => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {}
    // Until the sheets have come the list is as high as all its rows; nobody sees more than a window.
    const heightPx = Math.min(clientHeight, innerHeight) - (head.current?.offsetHeight ?? 0)
    const next = { topPx: scrollTop, heightPx: heightPx > 0 ? heightPx : unknownViewPx }
    if (next.topPx !== view.topPx || next.heightPx !== view.heightPx) setView(next)
  }

  const bring = (row: number) => {
    if (!scroller.current) return
    const heightPx = scroller.current.clientHeight - (head.current?.offsetHeight ?? 0)
    const [start, stop] = [heights.startOf(row), heights.startOf(row + 1)]
    if (start < scroller.current.scrollTop) scroller.current.scrollTop = start
    else if (stop > scroller.current.scrollTop + heightPx) {
      scroller.current.scrollTop = stop - heightPx
    }
  }

  const measure = useEffectEvent(() => {
    let [movedPx, movedAbovePx] = [0, 0]
    for (const element of body.current?.children ?? []) {
      const row = Number(element.getAttribute('aria-rowindex')) - 2
      const { height } = element.getBoundingClientRect()
      const key = keys[row]
      // What is not laid out has no height to go by.
      if (key === undefined || height === 0) continue
      known.set(key, height)
      const isAbove = heights.startOf(row) < (scroller.current?.scrollTop ?? 0)
      const byPx = heights.measure(row, height)
      movedPx += Math.abs(byPx)
      if (isAbove) movedAbovePx += byPx
    }
    // What is being read stays where it is, whatever is learnt of the rows above it.
    if (scroller.current && movedAbovePx !== 0) scroller.current.scrollTop += movedAbovePx
    if (wanted.current !== undefined) bring(wanted.current)
    if (movedPx === 0) wanted.current = undefined
    else setMeasured((count) => count + 1)
    look()
  })

  // How high rows are is known when they stand, and never settled before.
  // oxlint-disable-next-line react/set-state-in-effect, react/exhaustive-effect-dependencies
  useLayoutEffect(() => measure(), [first, end, keys])
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(() => measure())
    for (const place of [scroller, head, body]) if (place.current) sizes.observe(place.current)
    return () => sizes.disconnect()
  }, [])

  return {
    scroller,
    head,
    body,
    first,
    end,
    startPx: heights.startOf(first),
    totalPx: heights.totalPx(),
    look,
    /** How many rows fit into the view, for a key that turns the page. */
    pageOf: () =>
      Math.max(heights.rowAt(view.topPx + view.heightPx) - heights.rowAt(view.topPx) - 1, 1),
    reveal(row: number) {
      wanted.current = row
      bring(row)
      look()
    },
  }
}
