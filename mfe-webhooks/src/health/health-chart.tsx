import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'
import { adopt, Button, Table, useLocale, useText } from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import { shareInWords } from '../list/health-cells.tsx'
import * as common from '../texts/en.ts'
import { height, pathsOf } from './bars.ts'
import sheet from './health-chart.css'
import * as texts from './texts/en.ts'

adopt(sheet)

export interface HealthChartProps {
  readonly of: HealthSeries
  /** A small part of a page has no room for a table. */
  readonly isSmall?: boolean
  /** What else can be done with it. */
  readonly acts?: ReactNode
}

/** Attempts over time, those that came off and those that failed, with a sentence that says the same. */
export function HealthChart({ of: series, isSmall = false, acts }: HealthChartProps) {
  const say = useText()
  const locale = useLocale()
  const [isTable, setTable] = useState(false)
  const { attempts, succeeded, success, from, to, points } = series
  const { failed, succeeded: good } = pathsOf(points)
  const failures = attempts - succeeded
  return (
    <figure className="sq-wh-health">
      <figcaption className="sq-wh-health-head">
        <span>
          {success === null
            ? say(texts.noAttemptsInRange)
            : say(texts.healthInWords, {
                share: shareInWords(success, locale),
                attempts,
                failed: failures,
              })}
        </span>
        {!isSmall && success !== null && (
          <span className="sq-wh-health-acts">
            <Button
              look="quiet"
              size="small"
              aria-pressed={isTable}
              onClick={() => setTable(!isTable)}
            >
              {say(texts.asTable)}
            </Button>
            {acts}
          </span>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${Math.max(1, points.length)} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path data-outcome="succeeded" d={good} />
        <path data-outcome="failed" d={failed} />
      </svg>
      <p className="sq-wh-health-axis" aria-hidden="true">
        <span>{mark(from, locale)}</span>
        <span className="sq-wh-health-key">
          <span data-outcome="succeeded">{say(texts.delivered)}</span>
          <span data-outcome="failed">{say(texts.failed)}</span>
        </span>
        <span>{mark(to, locale)}</span>
      </p>
      {isTable && <PointsTable of={points} />}
    </figure>
  )
}

/** With the month in letters, as charts of the house have it: of figures alone nobody knows which is the day. */
const format = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
const mark = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, format).format(new Date(at))

type Point = HealthSeries['points'][number]

/** The same as rows, newest first, for whoever reads figures better than bars. */
function PointsTable({ of: points }: { readonly of: readonly Point[] }) {
  const say = useText()
  const locale = useLocale()
  return (
    // It scrolls by itself, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="sq-wh-health-table" tabIndex={0} aria-label={say(texts.attemptsOverTime)}>
      <Table
        caption={say(texts.attemptsOverTime)}
        columns={[
          { id: 'at', title: say(common.time), cell: ({ at }: Point) => mark(at, locale) },
          {
            id: 'delivered',
            title: say(texts.delivered),
            align: 'end',
            cell: ({ succeeded }: Point) => succeeded.toLocaleString(locale),
          },
          {
            id: 'failed',
            title: say(texts.failed),
            align: 'end',
            cell: ({ attempts, succeeded }: Point) => (attempts - succeeded).toLocaleString(locale),
          },
        ]}
        rows={points.filter(({ attempts }) => attempts > 0).toReversed()}
        keyOf={({ at }) => at}
      />
    </section>
  )
}
