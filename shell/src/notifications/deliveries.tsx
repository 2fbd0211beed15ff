import type { Client } from '@sonaqor/contract/client'
import type { Delivery } from '@sonaqor/contract/notifications'
import type { Params } from '@sonaqor/module'
import {
  Badge,
  Button,
  Empty,
  Loaded,
  LoadMore,
  RelativeTime,
  Said,
  Table,
  TableSkeleton,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { channelNames } from './channel-names.ts'
import { DeliveryFilters } from './delivery-filters.tsx'
import { reasons, states } from './delivery-words.ts'
import * as texts from './texts/en.ts'
import { filterOf, useDeliveries } from './use-deliveries.ts'
import { useKindNames } from './use-kind-names.ts'

interface DeliveriesProps {
  readonly api: Pick<Client, 'notifications' | 'team'>
  readonly chosen: Params
  readonly choose: (change: Params) => void
  readonly seesTeam: boolean
}

/** The delivery log of the tenant: what became of each notification on its way to somebody. */
export function Deliveries({ api, chosen, choose, seesTeam }: DeliveriesProps) {
  const say = useText()
  const kinds = useKindNames(api)
  const clear = () => choose({ state: '', kind: '', channel: '', member: '' })
  return (
    <div className="sq-ways-part">
      <p className="sq-ways-purpose">{say(texts.deliveriesPurpose)}</p>
      <DeliveryFilters {...{ api, chosen, choose, kinds, seesTeam }} onClear={clear} />
      <Log
        key={JSON.stringify(filterOf(chosen))}
        api={api}
        chosen={chosen}
        kinds={kinds}
        onClear={clear}
      />
    </div>
  )
}

interface LogProps extends Pick<DeliveriesProps, 'api' | 'chosen'> {
  readonly kinds: ReadonlyMap<string, string>
  readonly onClear: () => void
}

function Log({ api, chosen, kinds, onClear }: LogProps) {
  const say = useText()
  const filter = filterOf(chosen)
  const log = useDeliveries(api, filter)
  const columns = columnsOf(kinds, say)
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <Loaded
      of={log}
      loading={<TableSkeleton columns={columns} rows={6} />}
      empty={
        isNarrowed ? (
          <Empty
            title={say(texts.noDeliveriesMatch)}
            action={<Button onClick={onClear}>{say(texts.removeFilters)}</Button>}
          />
        ) : (
          <Empty title={say(texts.noDeliveries)}>{say(texts.noDeliveriesDetail)}</Empty>
        )
      }
    >
      {(rows) => (
        <>
          <Table
            caption={say(texts.deliveriesCaption)}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
          />
          <LoadMore counted={say(texts.deliveriesShown, { count: rows.length })} of={log} />
        </>
      )}
    </Loaded>
  )
}

const columnsOf = (kinds: ReadonlyMap<string, string>, say: Say): readonly Column<Delivery>[] => [
  {
    id: 'kind',
    title: say(texts.kind),
    cell: ({ kind }) => kinds.get(kind) ?? kind,
  },
  { id: 'recipient', title: say(texts.recipient), cell: ({ recipient }) => recipient },
  {
    id: 'channel',
    title: say(texts.channel),
    width: '104px',
    cell: ({ channel }) => say(channelNames[channel]),
  },
  {
    id: 'state',
    title: say(texts.state),
    width: '220px',
    bone: 'badge',
    cell: (delivery) => <Fate delivery={delivery} />,
  },
  {
    id: 'at',
    title: say(texts.when),
    width: '128px',
    cell: ({ at }) => <RelativeTime at={at} />,
  },
]

/** What became of it, why, and what comes next. */
function Fate({ delivery }: { readonly delivery: Delivery }) {
  const say = useText()
  const { state, reason, status, attempts, nextAt } = delivery
  const { name, tone, icon } = states[state]
  const why = reason && say(reasons[reason])
  return (
    <div className="sq-fate">
      <Badge tone={tone} icon={icon}>
        {say(name)}
      </Badge>
      {why && (
        <p className="sq-fate-why">
          {status === null ? why : say(texts.statusOf, { reason: why, status: String(status) })}
        </p>
      )}
      {nextAt && (
        <p className="sq-fate-why">
          <Said of={texts.nextTry} with={{ at: <RelativeTime at={nextAt} /> }} />
          {attempts > 0 && <> · {say(texts.attempts, { count: attempts })}</>}
        </p>
      )}
    </div>
  )
}
