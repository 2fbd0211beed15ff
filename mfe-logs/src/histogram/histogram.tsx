import type { LogSearch } from '@sonaqor/contract/logs'
import { adopt, Button, useText, type Instants } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import { useCountAgain } from '../insight/use-count-again.ts'
import type { Span } from '../logs/use-span.ts'
import * as texts from '../insight/texts/en.ts'
import { BucketTable } from './bucket-table.tsx'
import sheet from './histogram.css'
import { Plot } from './plot.tsx'
import { Uncounted } from './uncounted.tsx'
import { useBars } from './use-bars.ts'

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

/** How many requests there were when, and a way into any stretch of it. */
export function Histogram({ search, span, newest, isFollowed, onZoom, onReset }: HistogramProps) {
  const say = useText()
  const [isTable, setTable] = useState(false)
  const chart = useRef<HTMLElement>(null)
  const { bars, countAgain, countFurther, ...count } = useBars(search, span, isFollowed)
  useCountAgain(newest, countAgain, count.tookMs)
  if (!bars && count.isTooLong) {
    return <p className="sq-histogram-failed">{say(texts.spanNotCounted)}</p>
  }
  if (!bars && count.hasFailed) {
    return (
      <p className="sq-histogram-failed">
        {say(texts.notCounted)}
        <Button size="small" onClick={() => void countAgain()}>
          {say(texts.countAgain)}
        </Button>
      </p>
    )
  }
  if (!bars) return null
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
    <section
      ref={chart}
      className="sq-histogram"
      aria-label={say(texts.requestsOverTime)}
      aria-busy={count.isOld || undefined}
    >
      <Plot of={bars} onZoom={onZoom} acts={acts} isOver={span.to !== undefined} />
      {bars.isApproximate && !count.isOld && (
        <Uncounted
          of={bars}
          isCounting={count.isCounting}
          onGoOn={count.isAtEnd ? undefined : () => void countFurther()}
        />
      )}
      {isTable && <BucketTable of={bars} />}
    </section>
  )
}
