import type { LogHistogram } from '@sonaqor/contract/logs'
import type { Key } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import {
  adopt,
  Loaded,
  RangePicker,
  Said,
  Skeleton,
  Sparkline,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { useId, type ReactNode, type Ref } from 'react'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { CountedUntil } from './counted-until.tsx'
import { Endpoints } from './endpoints.tsx'
import sheet from './key-use.css'
import { shareOf } from './share-of.ts'
import { useLastPulse } from './use-pulse.ts'
import { useCourse, useMoment, useUseRange, useWeek, type Looked } from './use-key-use.ts'

adopt(sheet)

/** What is done with a key: how much, how much of it went wrong, when, and at which endpoints. */
export function KeyUse(props: Omit<UseProps, 'asOf'>) {
  const { can } = useModule()
  const asOf = useMoment(props.of, props.openedAtMs)
  return can('logs:read') ? (
    <UseByLogs {...props} asOf={asOf} />
  ) : (
    <UseOfWeek {...props} asOf={asOf} />
  )
}

interface UseProps extends Looked {
  readonly of: Key
  /** Takes the focus where what stood before it went away. */
  readonly head: Ref<HTMLHeadingElement>
}

function UseByLogs({ of: key, head, openedAtMs, asOf }: UseProps) {
  const { range, instants, setRange } = useUseRange({ openedAtMs, asOf })
  const course = useCourse(key, instants, asOf)
  return (
    <Part
      of={key}
      head={head}
      range={<RangePicker value={range} presets={['24h', '7d', '30d']} onChange={setRange} />}
    >
      <Loaded of={course} loading={<Skeleton rows={2} />}>
        {(counted) => <Course {...figuresOf(counted)} from={counted.from} to={counted.to} />}
      </Loaded>
      <Endpoints of={key} instants={instants} asOf={asOf} />
    </Part>
  )
}

/** Whoever may not read logs is told no endpoint, for a path is what a log line says. */
function UseOfWeek({ of: key, head, asOf }: UseProps) {
  const say = useText()
  const week = useWeek(key, asOf)
  return (
    <Part
      of={key}
      head={head}
      range={<span className="sq-key-use-note">{say(texts.lastSevenDays)}</span>}
    >
      <Loaded of={week} loading={<Skeleton rows={2} />}>
        {({ days, requests, errors }) => (
          <Course
            values={days.map((day) => day.requests)}
            requests={requests}
            errors={errors}
            from={days[0]?.day}
            to={days.at(-1)?.day}
          />
        )}
      </Loaded>
      <p className="sq-key-use-note">
        <Said of={care.endpointsTake} with={{ scope: <code>logs:read</code> }} />
      </p>
    </Part>
  )
}

interface PartProps extends Pick<UseProps, 'of' | 'head'> {
  readonly range: ReactNode
  readonly children: ReactNode
}

function Part({ of: key, head, range, children }: PartProps) {
  const say = useText()
  const pulse = useLastPulse(key)
  const title = useId()
  return (
    <section className="sq-key-use" aria-labelledby={title}>
      <div className="sq-key-use-head">
        <h3 ref={head} id={title} tabIndex={-1}>
          {say(care.keyUse)}
        </h3>
        {range}
      </div>
      {children}
      {/* While it rotates, its cockpit says so. */}
      {pulse && !key.oldSecret && <CountedUntil of={pulse} />}
    </section>
  )
}

interface Figures {
  readonly values: readonly number[]
  readonly requests: number
  readonly errors: number
}

function figuresOf({ buckets }: LogHistogram): Figures {
  const errors = buckets.map((bucket) => bucket['4xx'] + bucket['5xx'])
  const values = buckets.map((bucket, at) => bucket['2xx'] + bucket['3xx'] + (errors[at] ?? 0))
  return { values, requests: sumOf(values), errors: sumOf(errors) }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

interface CourseProps extends Figures {
  readonly from: string | undefined
  readonly to: string | undefined
}

function Course({ values, requests, errors, from, to }: CourseProps) {
  const say = useText()
  const locale = useLocale()
  if (requests === 0) return <p className="sq-key-use-note">{say(care.noUseInRange)}</p>
  const dayOf = (at: string) =>
    new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short' })
  return (
    <div className="sq-key-use-course">
      <dl>
        <div>
          <dt>{say(texts.requests)}</dt>
          <dd>{requests.toLocaleString(locale)}</dd>
        </div>
        <div>
          <dt>{say(care.errorRate)}</dt>
          <dd>{shareOf(errors, requests, locale)}</dd>
        </div>
      </dl>
      <div>
        <Sparkline values={values} />
        {from && to && (
          <p className="sq-key-use-axis" aria-hidden="true">
            <span>{dayOf(from)}</span>
            <span>{dayOf(to)}</span>
          </p>
        )}
      </div>
    </div>
  )
}
