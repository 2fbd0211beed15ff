import type { ActivityFigures, AppActivity } from '@sonaqor/contract/app-activity'
import { useModule } from '@sonaqor/module'
import {
  adopt,
  Button,
  Chart,
  Empty,
  Loaded,
  Section,
  StatCard,
  StatCards,
  StatCardSkeleton,
  useLocale,
  useText,
  type ChartData,
} from '@sonaqor/ui'
import sheet from './app-activity.css'
import * as texts from './texts/en.ts'
import { useActivity } from './use-app.ts'

adopt(sheet)

/** What was asked with the keys of an app within the last seven days. */
export function ActivityOf({ appId }: { readonly appId: string }) {
  const say = useText()
  const locale = useLocale()
  const activity = useActivity(appId)
  const charted = (chart: (of: AppActivity) => ChartData) => ({
    ...activity,
    data: activity.data && chart(activity.data),
  })
  const dayNames = ({ days }: AppActivity) => days.map(({ day }) => dayIn(day, locale))
  const frame = { range: say(texts.lastSevenDays), axis: say(texts.day), along: 'names' } as const

  return (
    <Section title={say(texts.activity)} purpose={say(texts.activityPurpose)}>
      <Loaded of={activity} loading={<CardShapes />}>
        {(known) =>
          known.total.requests === 0 ? (
            <Empty title={say(texts.noRequestsInDays)} action={<ToFirstKey appId={appId} />}>
              {say(texts.howRequestsCome)}
            </Empty>
          ) : (
            <>
              <Cards of={known} />
              <div className="sq-activity-charts">
                <Chart
                  {...frame}
                  kind="bar"
                  isStacked
                  title={say(texts.requestsByDay)}
                  unit={say(texts.requestsUnit)}
                  of={charted((of) => ({
                    places: dayNames(of),
                    series: [
                      {
                        name: say(texts.answeredWell),
                        values: of.days.map(({ requests, errors }) => requests - errors),
                      },
                      { name: say(texts.errors), values: of.days.map(({ errors }) => errors) },
                    ],
                  }))}
                />
                <Chart
                  {...frame}
                  kind="bar"
                  title={say(texts.latencyByDay)}
                  unit={say(texts.millisecondsUnit)}
                  of={charted((of) => ({
                    places: dayNames(of),
                    series: [
                      { name: 'p50', values: of.days.map(({ p50Ms }) => p50Ms) },
                      { name: 'p95', values: of.days.map(({ p95Ms }) => p95Ms) },
                    ],
                  }))}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

/** What a first request takes, for whoever may give it and where it can be shown. */
function ToFirstKey({ appId }: { readonly appId: string }) {
  const say = useText()
  const { can, open, views } = useModule()
  if (!can('keys:write') || views?.includes('keys.issue') === false) return null
  return (
    <Button look="primary" icon="plus" onClick={() => void open('keys.issue', { appId })}>
      {say(texts.issueKey)}
    </Button>
  )
}

function Cards({ of: { days, total } }: { readonly of: AppActivity }) {
  const say = useText()
  const locale = useLocale()
  const count = (value: number) => value.toLocaleString(locale)
  const course = (read: (of: ActivityFigures) => number | null) => days.map(read)
  const inMs = (value: number | null) =>
    value === null
      ? undefined
      : value.toLocaleString(locale, { style: 'unit', unit: 'millisecond', unitDisplay: 'short' })
  const share = (total.errors / total.requests).toLocaleString(locale, {
    style: 'percent',
    maximumFractionDigits: 2,
  })
  return (
    <StatCards>
      <StatCard
        title={say(texts.requests)}
        value={count(total.requests)}
        values={course(({ requests }) => requests)}
      />
      <StatCard
        title={say(texts.errors)}
        value={say(texts.errorsOfRequests, { count: total.errors, share })}
        values={course(({ errors }) => errors)}
      />
      <StatCard
        title={say(texts.latencyHalf)}
        value={inMs(total.p50Ms)}
        values={course(({ p50Ms }) => p50Ms)}
      />
      <StatCard
        title={say(texts.latencyMost)}
        value={inMs(total.p95Ms)}
        values={course(({ p95Ms }) => p95Ms)}
      />
    </StatCards>
  )
}

function CardShapes() {
  return (
    <StatCards>
      <StatCardSkeleton />
      <StatCardSkeleton />
      <StatCardSkeleton />
      <StatCardSkeleton />
    </StatCards>
  )
}

/** Days are counted in UTC, wherever they are read. */
function dayIn(day: string, locale: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00Z`))
}
