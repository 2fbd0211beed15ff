import type { LogSearch } from '@sonaqor/contract/logs'
import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import { adopt, Button, useText, type Instants } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import { useCountAgain } from '../insight/use-count-again.ts'
import { useLook } from '../looks/use-look.ts'
import type { Span } from '../logs/use-span.ts'
import * as texts from '../insight/texts/en.ts'
import { BucketTable } from './bucket-table.tsx'
import sheet from './histogram.css'
import { untilThen } from './instants.ts'
import { Plot } from './plot.tsx'

adopt(sheet)

export interface HistogramProps {
  readonly search: LogSearch
  readonly span: Span
  /** Of the rows that came in since the list was read. */
  readonly newest: string | undefined
  /** New requests come in: it is counted again now and then. */
  readonly isFollowed: boolean
  readonly onZoom: (to: Instants) => void
  /** Back to the range before the first zoom; left out where nothing was zoomed. */
  readonly onReset: (() => void) | undefined
}

const againMs = 30_000

/** How many requests there were when, and a way into any stretch of it. */
export function Histogram({ search, span, newest, isFollowed, onZoom, onReset }: HistogramProps) {
  const say = useText()
  const { api } = useModule()
  const [isTable, setTable] = useState(false)
  const chart = useRef<HTMLElement>(null)
  const look = useLook('bars', [search, span])
  const { data, status, refetch } = useQuery({
    queryKey: ['logs', 'histogram', search, span],
    queryFn: async () =>
      untilThen(
        await look(() => api.logs.histogram({ query: { ...search, ...span } })),
        Date.now(),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: isFollowed ? againMs : false,
  })
  useCountAgain(newest, refetch)
  if (!data && status === 'error') {
    return (
      <p className="sq-histogram-failed">
        {say(texts.notCounted)}
        <Button size="small" onClick={() => void refetch()}>
          {say(texts.countAgain)}
        </Button>
      </p>
    )
  }
  if (!data) return null
  const reset = () => {
    onReset?.()
    // What was pressed goes away with the zoom; the focus must not fall off the page.
    chart.current?.querySelector<HTMLElement>('[role=slider]')?.focus({ preventScroll: true })
  }
  const acts = (
    <div className="sq-histogram-acts">
      {onReset && (
        <Button size="small" icon="undo" onClick={reset}>
          {say(texts.resetZoom)}
        </Button>
      )}
      <Button look="quiet" size="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {say(texts.asTable)}
      </Button>
    </div>
  )
  return (
    <section ref={chart} className="sq-histogram" aria-label={say(texts.requestsOverTime)}>
      <Plot of={data} onZoom={onZoom} acts={acts} isOver={span.to !== undefined} />
      {isTable && <BucketTable of={data} />}
    </section>
  )
}
