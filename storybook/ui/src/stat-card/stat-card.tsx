import { useId, type ReactNode } from 'react'
import { Icon, type IconName } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { Sparkline } from './sparkline.tsx'
import sheet from './stat-card.css'

adopt(sheet)

/** How a figure has moved, and whether that is welcome: more failures are no success. */
export interface Delta {
  readonly course: 'up' | 'down' | 'level'
  readonly meaning: 'good' | 'bad' | 'neutral'
  /** "12 %"; left out where nothing moved. */
  readonly by?: string
  /** "on last week" */
  readonly than: string
}

export interface StatCardProps {
  readonly title: string
  /** As it is to be read, unit and all; undefined where there is nothing to count yet. */
  readonly value: string | undefined
  readonly delta?: Delta
  /** The course of the figure, oldest first; null where nothing was measured. */
  readonly values?: readonly (number | null)[]
  /** What the line shows, for those who cannot see it: "Between 210 and 540 a day for 30 days". */
  readonly summary?: string
  /** What makes a figure appear; shown where there is none. */
  readonly hint?: ReactNode
}

const moved = { up: texts.up, down: texts.down }
const icons: Record<Delta['course'], IconName> = { up: 'rise', down: 'fall', level: 'level' }

/** One figure, how it has moved, and its course. */
export function StatCard({ title, value, delta, values, summary, hint }: StatCardProps) {
  const id = useId()
  const say = useText()
  return (
    <section className="sq-stat" aria-labelledby={id}>
      <h3 id={id} className="sq-stat-title">
        {title}
      </h3>
      {value === undefined ? (
        <>
          <p className="sq-stat-none">{say(texts.noDataYet)}</p>
          {hint && <div className="sq-stat-hint">{hint}</div>}
        </>
      ) : (
        <>
          <p className="sq-stat-value">{value}</p>
          {delta && <DeltaLine {...delta} />}
          {values && values.length > 0 && (
            <div className="sq-stat-course">
              <Sparkline values={values} />
              {summary && <p className="sq-unseen">{summary}</p>}
            </div>
          )}
        </>
      )}
    </section>
  )
}

function DeltaLine({ course, meaning, by = 'none', than }: Delta) {
  const say = useText()
  return (
    <p className="sq-stat-delta">
      <span className="sq-stat-moved" data-meaning={meaning}>
        <Icon name={icons[course]} />
        {course === 'level' ? say(texts.unchanged) : say(moved[course], { by })}
      </span>{' '}
      {than}
    </p>
  )
}

/** The shape of a card to come, as high as the card itself. */
export function StatCardSkeleton() {
  const say = useText()
  return (
    <div className="sq-stat" data-loading>
      <output className="sq-unseen">{say(texts.loading)}</output>
      <span className="sq-stat-title" aria-hidden="true" />
      <span className="sq-stat-value" aria-hidden="true" />
      <span className="sq-stat-delta" aria-hidden="true" />
      <span className="sq-stat-course" aria-hidden="true" />
    </div>
  )
}

/** Cards side by side, as many as find room. */
export function StatCards({ children }: { readonly children: ReactNode }) {
  return <div className="sq-stats">{children}</div>
}
