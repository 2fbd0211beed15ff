import { useLiveStatus, useRowReturn, useStepsAlong } from '@sonaqor/module'
import type { Inbox } from '@sonaqor/contract/webhook-inbox'
import { Badge, Button, Empty, FilterBar, Loaded, LoadMore, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { News } from '../deliveries/news.tsx'
import * as ofDeliveries from '../deliveries/texts/en.ts'
import { useEventTypes } from '../form/use-event-types.ts'
import { useScrolledPast } from '../live/use-scrolled-past.ts'
import * as common from '../texts/en.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { MessageDrawer } from './message-drawer.tsx'
import { MessagesSkeleton, MessagesTable } from './messages-table.tsx'
import * as texts from './texts/en.ts'
import { useMessages } from './use-inbox.ts'

export interface MessagesProps {
  readonly of: Inbox & { readonly endpointId: string }
  readonly chosen: InboxFilter
  /** The way to a first message. */
  readonly test: ReactNode
  readonly onShowSecret: (() => void) | undefined
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
}

/** What came, newest first. The rows hold still while somebody reads, and new ones are counted. */
export function Messages({ of: inbox, chosen, test, onShowSecret, isCovered }: MessagesProps) {
  const say = useText()
  const { type, openMessage, open, narrow } = chosen
  const past = useScrolledPast()
  const isHeld = past.isPast || openMessage !== undefined || isCovered
  const { pages, ...held } = useMessages(inbox.appId, type, isHeld)
  const list = useRowReturn(openMessage)
  const rows = pages.data ?? []
  const steps = useStepsAlong({
    rows,
    openKey: openMessage,
    onOpen: open,
    hasMore: pages.hasNextPage,
    readOn: async () => (await pages.fetchNextPage()).data ?? [],
  })
  return (
    <div className="sq-wh-deliveries">
      <MessagesBar chosen={chosen} isLive={inbox.isOpen} />
      <div ref={list} className="sq-wh-rows">
        <News past={past} of={held} />
        <Loaded
          of={pages}
          loading={<MessagesSkeleton />}
          empty={
            type ? <NoneOfType onClear={() => narrow('')} /> : <NothingYet of={inbox} test={test} />
          }
        >
          {(shown) => (
            <>
              <MessagesTable messages={shown} openMessage={openMessage} onOpen={open} />
              <LoadMore counted={say(texts.messagesShown, { count: shown.length })} of={pages} />
            </>
          )}
        </Loaded>
      </div>
      {openMessage && (
        <MessageDrawer
          key={inbox.endpointId}
          id={openMessage}
          known={rows.find(({ id }) => id === openMessage)}
          endpointId={inbox.endpointId}
          steps={steps}
          onShowSecret={onShowSecret}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  )
}

interface MessagesBarProps {
  readonly chosen: InboxFilter
  readonly isLive: boolean
}

function MessagesBar({ chosen: { type, narrow }, isLive }: MessagesBarProps) {
  const say = useText()
  const types = useEventTypes()
  const status = useLiveStatus()
  return (
    <FilterBar
      filters={[
        {
          id: 'type',
          label: say(ofDeliveries.eventType),
          options: (types.data ?? []).map(({ name }) => ({ value: name, label: name })),
          value: type,
          onChange: narrow,
        },
      ]}
      onClear={() => narrow('')}
    >
      {isLive && (
        <output className="sq-wh-inbox-live">
          {status === 'open' ? (
            <Badge tone="accent" icon="live">
              {say(texts.live)}
            </Badge>
          ) : (
            <Badge tone="warning" icon="clock">
              {say(status === 'off' ? texts.notLive : texts.connecting)}
            </Badge>
          )}
        </output>
      )}
    </FilterBar>
  )
}

interface NothingYetProps extends Pick<MessagesProps, 'of' | 'test'> {}

function NothingYet({ of: { isOpen }, test }: NothingYetProps) {
  const say = useText()
  return (
    <Empty title={say(texts.nothingYet)} action={test}>
      {say(isOpen ? texts.howTheyCome : texts.nothingComes)}
    </Empty>
  )
}

function NoneOfType({ onClear }: { readonly onClear: () => void }) {
  const say = useText()
  return (
    <Empty
      title={say(texts.noneOfType)}
      action={<Button onClick={onClear}>{say(common.clearFilters)}</Button>}
    >
      {say(texts.otherTypes)}
    </Empty>
  )
}
