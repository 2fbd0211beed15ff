import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { EnvironmentBadge } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import { adopt, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import type { EndpointMenu } from '../acts/endpoint-menu.tsx'
import { EndpointBadges, EndpointTrouble } from '../endpoint/endpoint-badges.tsx'
import { hostOf, nameOf, pathOf } from '../endpoint/endpoint-name.ts'
import * as texts from '../texts/en.ts'
import { Backlog, LastAttempt, Latency, Success } from './health-cells.tsx'
import sheet from './webhooks.css'

adopt(sheet)

export interface EndpointsTableProps {
  readonly endpoints: readonly Endpoint[]
  readonly appName: (endpoint: Endpoint) => string | undefined
  readonly openEndpoint: string | undefined
  readonly onOpen: (id: string) => void
  readonly acts: EndpointActs | undefined
  /** It comes after the page; its place is kept. */
  readonly menu: typeof EndpointMenu | undefined
}

export function EndpointsTable(props: EndpointsTableProps) {
  const { endpoints, openEndpoint, onOpen } = props
  const say = useText()
  return (
    <Table
      caption={say(texts.tableOfEndpoints)}
      columns={columnsIn(say, props)}
      rows={endpoints}
      keyOf={({ id }) => id}
      nameOf={(endpoint) => say(texts.openEndpoint, { name: nameOf(endpoint) })}
      onOpen={({ id }) => onOpen(id)}
      openKey={openEndpoint}
      isFaded={({ state }) => state !== 'active'}
    />
  )
}

/** The same columns before their rows are there. */
export function EndpointsSkeleton() {
  const say = useText()
  const nothing = { appName: () => undefined, acts: undefined, menu: undefined }
  return <TableSkeleton columns={columnsIn(say, nothing)} rows={4} />
}

type ColumnsProps = Pick<EndpointsTableProps, 'appName' | 'acts' | 'menu'>

function columnsIn(
  say: Say,
  { appName, acts, menu: Menu }: ColumnsProps,
): readonly Column<Endpoint>[] {
  return [
    {
      id: 'endpoint',
      title: say(texts.endpoint),
      bone: 'lines',
      cell: (endpoint) => <Name of={endpoint} appName={appName(endpoint)} />,
    },
    {
      id: 'state',
      title: say(texts.state),
      width: '196px',
      bone: 'badge',
      cell: (endpoint) => (
        <>
          <EndpointBadges of={endpoint} />
          <div className="sq-wh-aside">
            <span>
              <EndpointTrouble of={endpoint} />
            </span>
          </div>
        </>
      ),
    },
    {
      id: 'types',
      title: say(texts.events),
      isAside: 'but-in-cards',
      width: '104px',
      cell: ({ eventTypes }) => (
        <span title={eventTypes.join('\n')}>
          {say(texts.typesCounted, { count: eventTypes.length })}
        </span>
      ),
    },
    {
      id: 'success',
      title: say(texts.success),
      width: '172px',
      bone: 'lines',
      cell: ({ health }) => <Success of={health} />,
    },
    {
      id: 'latency',
      title: say(texts.latencyTitle),
      isAside: 'but-in-cards',
      width: '140px',
      cell: ({ health }) => <Latency of={health} />,
    },
    {
      id: 'backlog',
      title: say(texts.backlog),
      width: '128px',
      bone: 'lines',
      cell: ({ health }) => <Backlog of={health} />,
    },
    {
      id: 'last',
      title: say(texts.lastAttempt),
      isAside: 'but-in-cards',
      width: '132px',
      bone: 'lines',
      cell: (endpoint) => <LastAttempt of={endpoint} />,
    },
    {
      id: 'acts',
      title: say(texts.actions),
      unseenTitle: true,
      align: 'end',
      width: '58px',
      cell: (endpoint) => (
        <div className="sq-wh-acts">
          {Menu && acts ? (
            <Menu of={endpoint} acts={acts} />
          ) : (
            <span className="sq-wh-menu-place" />
          )}
        </div>
      ),
    },
  ]
}

interface NameProps {
  readonly of: Endpoint
  readonly appName: string | undefined
}

function Name({ of: endpoint, appName }: NameProps) {
  const { label, url } = endpoint
  return (
    <>
      <div className="sq-wh-name">
        {nameOf(endpoint)} <EnvironmentBadge of={endpoint.environment} />
      </div>
      <div className="sq-wh-aside">
        <code className="sq-wh-line" title={url}>
          {label === null ? pathOf(url) || '/' : `${hostOf(url)}${pathOf(url)}`}
        </code>
        {appName && <span>{appName}</span>}
      </div>
    </>
  )
}
