import type { AppActivity } from '@sonaqor/contract/app-activity'
import { adopt, Chart, useLocale, useText, type ChartData } from '@sonaqor/ui'
import sheet from './activity-charts.css'
import * as texts from '../texts/en.ts'
import type { useActivity } from '../app/use-app.ts'

adopt(sheet)

/** The days of an app as charts: requests and errors, and how fast they were answered. */
export function ActivityCharts({ of: activity }: { readonly of: ReturnType<typeof useActivity> }) {
  const say = useText()
  const locale = useLocale()
  const charted = (chart: (of: AppActivity) => ChartData) => ({
    ...activity,
    data: activity.data && chart(activity.data),
  })
  const dayNames = ({ days }: AppActivity) => days.map(({ day }) => dayIn(day, locale))
  const frame = { range: say(texts.lastSevenDays), axis: say(texts.day), along: 'names' } as const

  return (
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
  )
}

/** Days are counted in UTC, wherever they are read. */
function dayIn(day: string, locale: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00Z`))
}
