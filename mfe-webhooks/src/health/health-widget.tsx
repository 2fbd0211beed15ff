import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'
import { Permitted, useModule, useQuery } from '@sonaqor/module'
import {
  adopt,
  Badge,
  Button,
  Empty,
  Loaded,
  RelativeTime,
  Said,
  Section,
  Skeleton,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { EndpointBadges } from '../endpoint/endpoint-badges.tsx'
import { nameOf } from '../endpoint/endpoint-name.ts'
import { instantsIn } from '../list/endpoints-filter.ts'
import { moreThan, shareInWords } from '../list/health-cells.tsx'
import { useFollowing } from '../list/use-following.ts'
import * as common from '../texts/en.ts'
import { HealthChart } from './health-chart.tsx'
import sheet from './health-widget.css'
import { useHealth } from './use-health.ts'
import * as texts from './texts/en.ts'

adopt(sheet)

const range = '24h'

/** Whether an app's events arrive, as a small part of a page of somebody else's. */
export default function HealthWidget() {
  const say = useText()
  return (
    <div className="sq-wh-widget">
      <Section title={say(texts.webhookHealth)} purpose={say(texts.lastDay)}>
        <Permitted scope="webhooks:read" to={say(common.seeWebhooks)}>
          <Health />
        </Permitted>
      </Section>
    </div>
  )
}

function Health() {
  const say = useText()
  const { navigate, views } = useModule()
  useFollowing()
  const health = useHealth(range)
  const mayOpen = views?.includes('webhooks.endpoints') !== false
  return (
    <>
      <Loaded of={health} loading={<Skeleton rows={4} />}>
        {(series) => (isNone(series) ? <None /> : <Figures of={series} />)}
      </Loaded>
      {mayOpen && (
        <div className="sq-wh-widget-foot">
          <Button look="quiet" size="small" onClick={() => navigate('webhooks.endpoints')}>
            {say(common.allEndpoints)}
          </Button>
        </div>
      )}
    </>
  )
}

const isNone = ({ endpoints: { active, paused, disabled } }: HealthSeries) =>
  active + paused + disabled === 0

function None() {
  const say = useText()
  return <Empty title={say(common.noEndpointsYet)}>{say(common.howEndpointsCome)}</Empty>
}

function Figures({ of: series }: { readonly of: HealthSeries }) {
  const say = useText()
  const { backlog, oldestAt, endpoints } = series
  return (
    <>
      <HealthChart of={series} isSmall />
      <p className="sq-wh-widget-line">
        <strong>{say(texts.backlogOf, { count: backlog, more: moreThan(series) })}</strong>
        {backlog > 0 && oldestAt && (
          <span className="sq-wh-widget-quiet">
            <Said of={common.oldestOf} with={{ when: <RelativeTime at={oldestAt} /> }} />
          </span>
        )}
        {endpoints.disabled > 0 && (
          <Badge tone="danger" icon="block">
            {say(texts.disabledCounted, { count: endpoints.disabled })}
          </Badge>
        )}
        {endpoints.paused > 0 && (
          <Badge icon="pause">{say(texts.pausedCounted, { count: endpoints.paused })}</Badge>
        )}
      </p>
      <Worst />
    </>
  )
}

const shownAtMost = 5

/** Those that need somebody first: what is off, then what fails most. */
function Worst() {
  const say = useText()
  const { api, app, environment, project } = useModule()
  const narrowed = { environment, projectId: project?.id, appId: app?.id }
  const { data } = useQuery({
    queryKey: ['webhooks', 'endpoints', 'worst', narrowed],
    queryFn: () =>
      api.webhooks.listEndpoints({ query: { ...narrowed, ...instantsIn(range), limit: 100 } }),
    select: byNeed,
  })
  if (!data) return null
  return (
    <ol className="sq-wh-widget-endpoints" aria-label={say(texts.endpoints)}>
      {data.slice(0, shownAtMost).map((endpoint) => (
        <li key={endpoint.id}>
          <Line of={endpoint} />
        </li>
      ))}
    </ol>
  )
}

const byNeed = ({ data }: { readonly data: readonly Endpoint[] }) =>
  data.toSorted((one, other) => needOf(one) - needOf(other))

const needOf = ({ state, health }: Endpoint) =>
  (state === 'disabled' ? 0 : state === 'active' ? 10 : 20) + (health.success ?? 1)

function Line({ of: endpoint }: { readonly of: Endpoint }) {
  const say = useText()
  const locale = useLocale()
  const { success } = endpoint.health
  return (
    <div className="sq-wh-widget-endpoint">
      <span className="sq-wh-widget-name" title={endpoint.url}>
        {nameOf(endpoint)}
      </span>
      <EndpointBadges of={endpoint} />
      <span className="sq-wh-widget-figure">
        {success === null ? say(common.noAttempts) : shareInWords(success, locale)}
      </span>
    </div>
  )
}
