import type { ActivityFigures, AppActivity } from '@sonaqor/contract/app-activity'
import { useModule, useParts } from '@sonaqor/module'
import {
  Button,
  Empty,
  Failed,
  Loaded,
  Section,
  StatCard,
  StatCards,
  StatCardSkeleton,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import { useActivity } from '../app/use-app.ts'

/** What was asked with the keys of an app within the last seven days, and what it was told of. */
export function ActivityOf({ appId }: { readonly appId: string }) {
  const say = useText()
  const activity = useActivity(appId)
  const { Charts, missing, retry } = useCharts()
  // Figures and charts come at once: nothing below them is moved twice.
  const isHere = Charts !== undefined || missing || (activity.data && isQuiet(activity.data))
  const shown = isHere ? activity : { ...activity, data: undefined }

  return (
    <Section title={say(texts.activity)} purpose={say(texts.activityPurpose)}>
      <Loaded of={shown} loading={<CardShapes />}>
        {(known) =>
          isQuiet(known) ? (
            <Empty title={say(texts.noRequestsInDays)} action={<ToFirstKey appId={appId} />}>
              {say(texts.howRequestsCome)}
            </Empty>
          ) : (
            <>
              <Cards of={known} />
              {Charts ? <Charts of={activity} /> : <NoCharts onRetry={retry} />}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

const isQuiet = ({ total }: AppActivity) => total.requests === 0 && total.eventsDelivered === 0

/** What draws the charts, which is asked for along with the figures. */
function useCharts() {
  const [missing, miss] = useState(false)
  const { parts } = useParts(
    () => import('./activity-charts.tsx'),
    !missing,
    () => miss(true),
  )
  return { Charts: parts?.ActivityCharts, missing, retry: () => miss(false) }
}

function NoCharts({ onRetry }: { readonly onRetry: () => void }) {
  const say = useText()
  const failure = {
    title: say(texts.chartsNotLoaded),
    reason: say(texts.noAnswer),
    advice: say(texts.checkConnection),
  }
  return <Failed failure={failure} onRetry={onRetry} />
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
  const share = (total.errors / Math.max(1, total.requests)).toLocaleString(locale, {
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
      <StatCard
        title={say(texts.eventsDelivered)}
        value={count(total.eventsDelivered)}
        values={course(({ eventsDelivered }) => eventsDelivered)}
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
      <StatCardSkeleton />
    </StatCards>
  )
}
