import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { Say } from '@sonaqor/module/texts'
import {
  Badge,
  RelativeTime,
  Said,
  Table,
  TableSkeleton,
  useLocale,
  useNow,
  useText,
  type Column,
} from '@sonaqor/ui'
import { clockTime } from '../live/clock-time.ts'
import { None } from '../list/none.tsx'
import * as common from '../texts/en.ts'
import { DeliveryBadge, deliveryStateTitles, lastOutcomeOf } from './delivery-badge.tsx'
import * as texts from './texts/en.ts'
import { useEndpointName } from './use-endpoint-names.ts'

export interface DeliveriesTableProps {
  readonly deliveries: readonly Delivery[]
  /** Undefined within one endpoint, where there is nothing to tell apart. */
  readonly names: ReadonlyMap<string, string> | undefined
  readonly openDelivery: string | undefined
  readonly onOpen: (id: string) => void
}

export function DeliveriesTable(props: DeliveriesTableProps) {
  const { deliveries, names, openDelivery, onOpen } = props
  const say = useText()
  return (
    <Table
      caption={say(texts.tableOfDeliveries)}
      columns={columnsIn(say, names)}
      rows={deliveries}
      keyOf={({ id }) => id}
      nameOf={(delivery) => nameOfDelivery(say, delivery)}
      onOpen={({ id }) => onOpen(id)}
      openKey={openDelivery}
    />
  )
}

/** What a delivery is called when it is read aloud: "keys.issued, Delivered". */
export const nameOfDelivery = (say: Say, { eventType, state }: Delivery) =>
  say(texts.deliveryNamed, { type: eventType, state: say(deliveryStateTitles[state]) })

/** The same columns before their rows are there. */
export function DeliveriesSkeleton({ names }: Pick<DeliveriesTableProps, 'names'>) {
  const say = useText()
  return <TableSkeleton columns={columnsIn(say, names)} rows={8} />
}

function columnsIn(
  say: Say,
  names: ReadonlyMap<string, string> | undefined,
): readonly Column<Delivery>[] {
  const ofEndpoint: Column<Delivery> = {
    id: 'endpoint',
    title: say(common.endpoint),
    isAside: 'but-in-cards',
    width: '200px',
    cell: ({ endpointId }) => <EndpointOf id={endpointId} />,
  }
  return [
    {
      id: 'event',
      title: say(texts.event),
      cell: ({ eventType, isTest }) => (
        <span className="sq-wh-event">
          <code>{eventType}</code>
          {isTest && <Badge icon="flask">{say(texts.test)}</Badge>}
        </span>
      ),
    },
    {
      id: 'state',
      title: say(common.state),
      width: '176px',
      bone: 'badge',
      cell: (delivery) => <State of={delivery} />,
    },
    ...(names ? [ofEndpoint] : []),
    {
      id: 'answer',
      title: say(texts.answer),
      isAside: 'but-in-cards',
      width: '150px',
      cell: (delivery) => lastOutcomeOf(say, delivery) ?? <None />,
    },
    {
      id: 'attempts',
      title: say(texts.attempts),
      align: 'end',
      isAside: true,
      width: '88px',
      cell: ({ attempts }) => say(texts.figure, { count: attempts }),
    },
    {
      id: 'latency',
      title: say(texts.latency),
      align: 'end',
      isAside: 'but-in-cards',
      width: '96px',
      cell: ({ lastLatencyMs }) =>
        lastLatencyMs === null ? (
          <None />
        ) : (
          say(common.milliseconds, { count: Math.round(lastLatencyMs) })
        ),
    },
    {
      id: 'at',
      title: say(common.time),
      width: '132px',
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ]
}

function EndpointOf({ id }: { readonly id: string }) {
  const { name } = useEndpointName(id)
  return <span className="sq-wh-cut">{name}</span>
}

function State({ of: delivery }: { readonly of: Delivery }) {
  const say = useText()
  const { state, nextAttemptAt, heldBackUntil } = delivery
  const isTold = nextAttemptAt !== null && (state === 'retrying' || heldBackUntil !== null)
  return (
    <>
      <DeliveryBadge of={state} />
      {isTold && (
        <div className="sq-wh-aside" title={heldBackUntil ? say(common.heldBackWhy) : undefined}>
          <span>
            <NextAttempt of={delivery} />
          </span>
        </div>
      )}
    </>
  )
}

/** When it is tried next, or what that waits for; a time that is past is none. */
function NextAttempt({ of: { nextAttemptAt, heldBackUntil } }: { readonly of: Delivery }) {
  const say = useText()
  const locale = useLocale()
  const now = useNow()
  if (!nextAttemptAt || Date.parse(nextAttemptAt) <= now) return say(texts.nextInTurn)
  // One that failed often waits for longer than its endpoint does.
  if (heldBackUntil && heldBackUntil >= nextAttemptAt) {
    return say(common.heldBackUntil, { when: clockTime(heldBackUntil, locale) })
  }
  return <Said of={texts.nextAttempt} with={{ when: <RelativeTime at={nextAttemptAt} /> }} />
}
