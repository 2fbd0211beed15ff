import { useModule } from '@sonaqor/module'
import type { LogSearch } from '@sonaqor/contract/logs'
import { Button, RangePicker, useText, type Range } from '@sonaqor/ui'
import { ExportAct } from '../export/export-act.tsx'
import { useId, useState, type ReactNode } from 'react'
import type { Names } from '../logs/entry/log-facts.tsx'
import type { Narrowing } from '../logs/log-filter.ts'
import type { Span } from '../logs/use-span.ts'
import { RedactionAct } from '../redaction/redaction-act.tsx'
import * as texts from './texts/en.ts'
import { SavedViews } from '../views/saved-views.tsx'

export interface InsightActsProps {
  readonly isBrokenDown: boolean
  readonly onBreakDown: (isShown: boolean) => void
  /** What the list shows; without it there is none. */
  readonly search: LogSearch | undefined
  readonly range: Range
  readonly span: Span
  readonly onRange: (range: Range) => void
  readonly names: Names
  readonly shown: Narrowing
  readonly onShow: (view: Narrowing) => void
  /** What else is chosen, which stands with these. */
  readonly children?: ReactNode
}

/** What can be done with a filter beyond reading its list. A page of a partner keeps no views. */
export function InsightActs(props: InsightActsProps) {
  const {
    isBrokenDown,
    onBreakDown,
    search,
    range,
    span,
    onRange,
    names,
    shown,
    onShow,
    children,
  } = props
  const say = useText()
  const { principal } = useModule()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <RangePicker value={range} onChange={onRange} />
      {/* On a phone, where the requests are what one comes for, and the frame around has a More as well. */}
      <div className="sq-logs-more">
        <Button
          aria-label={say(texts.moreForThese)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {say(texts.moreActs)}
        </Button>
      </div>
      <div id={id} className="sq-logs-acts" data-open={isOpen || undefined}>
        <Button icon="chart" aria-pressed={isBrokenDown} onClick={() => onBreakDown(!isBrokenDown)}>
          {say(texts.breakdown)}
        </Button>
        <ExportAct search={search} span={span} names={names} />
        {principal.kind === 'member' && <SavedViews shown={shown} onShow={onShow} />}
        <RedactionAct />
        {children}
      </div>
    </>
  )
}
