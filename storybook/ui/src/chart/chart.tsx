import { useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { Loaded, type Readable } from '../states/loaded.tsx'
import { Empty } from '../states/states.tsx'
import { adopt } from '../styles/adopt.ts'
import tokens from '../styles/chart-tokens.css'
import { useLocale } from '../surface/locale.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { hasNothing, labelsDirectly, type ChartData, type ChartKind } from './chart-data.ts'
import { ChartShape } from './chart-shape.tsx'
import { ChartTable, rowsOf } from './chart-table.tsx'
import sheet from './chart.css'
import { csvOf } from './csv.ts'
import type { Drawing } from './drawing.ts'
import { Legend } from './legend.tsx'
import { Plot, type LoadDrawing } from './plot.tsx'
import { fileNameOf, save } from './save.ts'
import { summaryOf } from './summary.ts'

adopt(tokens)
adopt(sheet)

export interface ChartProps {
  readonly kind: ChartKind
  readonly title: string
  /** What is counted: "requests a minute". */
  readonly unit: string
  /** From when until when, and in which zone: "Last 24 hours, Europe/Berlin". */
  readonly range: string
  /** What the places are, as the head of their column: "Time", "Country". */
  readonly axis: string
  readonly along: 'time' | 'names'
  /** Parts of a whole stand on one another. */
  readonly isStacked?: boolean
  readonly of: Readable<ChartData>
  /** What the chart shows, in a sentence; made from the values unless somebody knows better. */
  readonly summary?: string
  /** Drawn in place of no values; says what would be here. */
  readonly empty?: ReactNode
  /** Where the part that draws comes from; a test or a story may bring its own. */
  readonly load?: LoadDrawing
}

/** What the files are called in every language. */
const [png, csv] = ['PNG', 'CSV']

/** Values over time or over names, as a drawing, a sentence, a table and a file. */
export function Chart(props: ChartProps) {
  const { title, unit, range, kind, of, empty } = props
  const titleId = useId()
  const say = useText()
  return (
    <section className="sq-chart" aria-labelledby={titleId}>
      <h3 id={titleId} className="sq-chart-title">
        {title}
      </h3>
      <p className="sq-chart-range">
        {unit} · {range}
      </p>
      <Loaded of={of} loading={<ChartShape kind={kind} />}>
        {(data) =>
          hasNothing(data) ? (
            (empty ?? <Empty title={say(texts.noValuesInRange)}>{say(texts.tryLongerRange)}</Empty>)
          ) : (
            <Values {...props} data={data} />
          )
        }
      </Loaded>
    </section>
  )
}

function Values(props: ChartProps & { readonly data: ChartData }) {
  const { data, kind, along, isStacked = false, title, unit, range, axis, load } = props
  const locale = useLocale()
  const say = useText()
  const summaryId = useId()
  const drawing = useRef<Drawing>(undefined)
  const [view, setView] = useState<'drawing' | 'table'>('drawing')
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const manner = useMemo(() => ({ kind, along, isStacked }), [kind, along, isStacked])
  const seen = useMemo(() => without(data, hidden), [data, hidden])

  const savePng = async () => {
    const picture = await drawing.current?.png({ title, subtitle: `${unit} · ${range}` })
    if (picture) save(picture, fileNameOf(title, 'png'))
  }
  const saveCsv = () => {
    const content = csvOf(rowsOf(axis, data))
    // The mark tells spreadsheets that it is UTF-8.
    save(new Blob(['\uFEFF', content], { type: 'text/csv' }), fileNameOf(title, 'csv'))
  }
  const toggle = (name: string) => {
    const next = new Set(hidden)
    if (!next.delete(name)) next.add(name)
    setHidden(next)
  }

  return (
    <>
      <div className="sq-chart-acts">
        <Button
          look="quiet"
          size="small"
          aria-pressed={view === 'table'}
          onClick={() => setView(view === 'table' ? 'drawing' : 'table')}
        >
          {say(texts.table)}
        </Button>
        {view === 'drawing' && (
          <Button look="quiet" size="small" icon="download" onClick={() => void savePng()}>
            {png}
          </Button>
        )}
        <Button look="quiet" size="small" icon="download" onClick={saveCsv}>
          {csv}
        </Button>
      </div>
      <p id={summaryId} className="sq-chart-summary">
        {props.summary ?? summaryOf(data, manner, locale, say)}
      </p>
      {view === 'table' ? (
        <ChartTable caption={title} axis={axis} data={data} manner={manner} locale={locale} />
      ) : (
        <>
          {kind !== 'pie' && data.series.length > 1 && (
            <Legend
              series={data.series}
              hidden={hidden}
              onToggle={toggle}
              isSpare={labelsDirectly(manner, data.series.length)}
            />
          )}
          <Plot
            ref={drawing}
            label={title}
            describedBy={summaryId}
            data={seen}
            manner={manner}
            unit={unit}
            locale={locale}
            others={say(texts.others)}
            load={load}
          />
        </>
      )}
    </>
  )
}

/** A series that is put aside keeps its colour: its values go, its place stays. */
function without(data: ChartData, hidden: ReadonlySet<string>): ChartData {
  const series = data.series.map((one) =>
    hidden.has(one.name) ? { ...one, values: one.values.map(() => null) } : one,
  )
  return { ...data, series }
}
