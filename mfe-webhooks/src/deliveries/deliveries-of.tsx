import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useParts, useRowReturn, useStepsAlong } from '@sonaqor/module'
import {
  Banner,
  Button,
  Empty,
  Loaded,
  LoadMore,
  RelativeTime,
  Said,
  useText,
  useToast,
} from '@sonaqor/ui'
import { ExportAct } from '../export/export-act.tsx'
import { useAddEndpoint } from '../list/use-endpoints.ts'
import * as common from '../texts/en.ts'
import { DeliveriesBar } from './deliveries-bar.tsx'
import { useAsked, useDeliveriesFilter, type Asked } from './deliveries-filter.ts'
import { DeliveriesSkeleton, DeliveriesTable } from './deliveries-table.tsx'
import './dressed.ts'
import { News } from './news.tsx'
import * as texts from './texts/en.ts'
import { useDeliveries } from './use-deliveries.ts'
import { useEndpointNames } from './use-endpoint-names.ts'
import { useScrolledPast } from '../live/use-scrolled-past.ts'

export interface DeliveriesOfProps {
  /** The one that they are for; all of them without. */
  readonly endpoint?: Endpoint
}

/** The log of deliveries: what is narrowed, what is shown, and the one that is open. */
export function DeliveriesOf({ endpoint }: DeliveriesOfProps) {
  const say = useText()
  const { can } = useModule()
  const show = useToast()
  const chosen = useDeliveriesFilter(endpoint?.id)
  const { filter, range, isUnread, openDelivery, open } = chosen
  const { question, asked } = useAsked(filter, range)
  const names = useEndpointNames()
  const shownNames = endpoint ? undefined : (names ?? noNames)
  const hasEndpoints = endpoint !== undefined || names?.size !== 0
  const { parts, fetchAhead } = useParts(
    () => import('./delivery-part.ts'),
    openDelivery !== undefined,
    () => {
      open(undefined)
      show({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  return (
    <div className="sq-wh-deliveries" onFocus={fetchAhead} onPointerEnter={fetchAhead}>
      <DeliveriesBar chosen={chosen} names={shownNames} isCovered={openDelivery !== undefined}>
        <ExportAct asked={isUnread ? undefined : asked} />
      </DeliveriesBar>
      {isUnread ? (
        <Empty title={say(texts.searchUnread)}>
          {say(can('customers:read') ? texts.searchHow : texts.searchHowById)}
        </Empty>
      ) : (
        <Rows
          key={question}
          chosen={chosen}
          asked={asked}
          names={shownNames}
          hasEndpoints={hasEndpoints}
          drawer={parts?.DeliveryDrawer}
        />
      )}
    </div>
  )
}

const noNames: ReadonlyMap<string, string> = new Map()

interface RowsProps {
  readonly chosen: ReturnType<typeof useDeliveriesFilter>
  readonly asked: Asked
  readonly names: ReadonlyMap<string, string> | undefined
  readonly hasEndpoints: boolean
  readonly drawer: typeof import('./delivery-part.ts').DeliveryDrawer | undefined
}

/** The rows of one filter. They hold still while somebody reads, and new ones are counted. */
function Rows({ chosen, asked, names, hasEndpoints, drawer: Drawer }: RowsProps) {
  const say = useText()
  const { range, isFiltered, clear, openDelivery, open } = chosen
  const past = useScrolledPast()
  const isHeld = past.isPast || openDelivery !== undefined
  const { pages, lookedTo, ...held } = useDeliveries(asked, range, isHeld)
  const list = useRowReturn(openDelivery)
  const rows = pages.data ?? []
  const steps = useStepsAlong({
    rows,
    openKey: openDelivery,
    onOpen: open,
    hasMore: pages.hasNextPage,
    readOn: async () => (await pages.fetchNextPage()).data ?? [],
  })
  return (
    <div ref={list} className="sq-wh-rows">
      <News past={past} of={held} />
      <Loaded
        of={pages}
        loading={<DeliveriesSkeleton names={names} />}
        empty={
          lookedTo ? (
            <LookedTo at={lookedTo} of={pages} />
          ) : (
            <Nothing isFiltered={isFiltered} hasEndpoints={hasEndpoints} onClear={clear} />
          )
        }
      >
        {(shown) => (
          <>
            <DeliveriesTable
              deliveries={shown}
              names={names}
              openDelivery={openDelivery}
              onOpen={open}
            />
            {lookedTo && <LookedTo at={lookedTo} of={pages} />}
            {!lookedTo && (
              <LoadMore counted={say(texts.deliveriesShown, { count: shown.length })} of={pages} />
            )}
          </>
        )}
      </Loaded>
      {Drawer && openDelivery && (
        <Drawer
          id={openDelivery}
          known={rows.find(({ id }) => id === openDelivery)}
          steps={steps}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  )
}

interface NothingProps {
  readonly isFiltered: boolean
  readonly hasEndpoints: boolean
  readonly onClear: () => void
}

function Nothing({ isFiltered, hasEndpoints, onClear }: NothingProps) {
  const say = useText()
  if (!isFiltered && !hasEndpoints) return <NoEndpoints />
  if (!isFiltered) return <Empty title={say(texts.nothingYet)}>{say(texts.howTheyCome)}</Empty>
  return (
    <Empty
      title={say(texts.noneMatches)}
      action={<Button onClick={onClear}>{say(common.clearFilters)}</Button>}
    >
      {say(common.widerFilters)}
    </Empty>
  )
}

/** Nothing is delivered before there is an endpoint: the way to one, or who has it. */
function NoEndpoints() {
  const say = useText()
  const { can, views } = useModule()
  const add = useAddEndpoint('')
  const may = can('webhooks:write')
  return (
    <Empty
      title={say(texts.nothingYet)}
      action={
        may &&
        views?.includes('webhooks.create') !== false && (
          <Button look="primary" icon="plus" onClick={() => void add()}>
            {say(common.addEndpoint)}
          </Button>
        )
      }
    >
      {say(texts.howTheyCome)}
      {!may && (
        <p>
          <Said of={texts.whoAdds} with={{ scope: <code>webhooks:write</code> }} />
        </p>
      )}
    </Empty>
  )
}

interface LookedToProps {
  readonly at: string
  readonly of: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** A search that would take too long ends early: how far back it came, and the way on. */
function LookedTo({ at, of }: LookedToProps) {
  const say = useText()
  return (
    <Banner
      title={say(texts.lookedSoFar)}
      actions={
        of.hasNextPage && (
          <Button size="small" busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
            {say(texts.lookFurther)}
          </Button>
        )
      }
    >
      <Said of={texts.lookedBackTo} with={{ when: <RelativeTime at={at} /> }} />
    </Banner>
  )
}
