import type { InboxMessage } from '@sonaqor/contract/webhook-inbox'
import type { Say } from '@sonaqor/module/texts'
import { Badge, Icon, RelativeTime, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import * as ofDeliveries from '../deliveries/texts/en.ts'
import { None } from '../list/none.tsx'
import * as common from '../texts/en.ts'
import { AnswerBadge, forwardInWords, hasArrived, SignatureBadge } from './message-badges.tsx'
import * as texts from './texts/en.ts'

export interface MessagesTableProps {
  readonly messages: readonly InboxMessage[]
  readonly openMessage: string | undefined
  readonly onOpen: (id: string) => void
}

export function MessagesTable({ messages, openMessage, onOpen }: MessagesTableProps) {
  const say = useText()
  return (
    <Table
      caption={say(texts.messages)}
      columns={columnsIn(say)}
      rows={messages}
      keyOf={({ id }) => id}
      nameOf={(message) => nameOfMessage(say, message)}
      onOpen={({ id }) => onOpen(id)}
      openKey={openMessage}
    />
  )
}

/** What a message is called when it is read aloud: "keys.issued, answered 200, signature valid". */
export const nameOfMessage = (say: Say, { eventType, answered, isValid }: InboxMessage) =>
  say(isValid ? texts.messageNamed : texts.invalidNamed, {
    type: eventType,
    status: String(answered),
  })

/** The same columns before their rows are there. */
export function MessagesSkeleton() {
  const say = useText()
  return <TableSkeleton columns={columnsIn(say)} rows={6} />
}

const columnsIn = (say: Say): readonly Column<InboxMessage>[] => [
  {
    id: 'event',
    title: say(ofDeliveries.event),
    cell: ({ eventType, isTest }) => (
      <span className="sq-wh-event">
        <code>{eventType}</code>
        {isTest && <Badge icon="flask">{say(ofDeliveries.test)}</Badge>}
      </span>
    ),
  },
  {
    id: 'attempt',
    title: say(texts.attempt),
    align: 'end',
    isAside: 'but-in-cards',
    width: '88px',
    cell: ({ attempt }) => say(ofDeliveries.figure, { count: attempt }),
  },
  {
    id: 'answered',
    title: say(texts.answered),
    width: '120px',
    bone: 'badge',
    cell: (message) => <AnswerBadge of={message} />,
  },
  {
    id: 'signature',
    title: say(texts.signature),
    width: '120px',
    bone: 'badge',
    cell: (message) => <SignatureBadge of={message} />,
  },
  {
    id: 'forwarded',
    title: say(texts.passedOn),
    isAside: 'but-in-cards',
    width: '172px',
    cell: ({ forward }) =>
      forward ? (
        <span className="sq-wh-inbox-forward" data-arrived={hasArrived(forward)}>
          <Icon name={hasArrived(forward) ? 'check' : 'alert'} />
          {forwardInWords(say, forward)}
        </span>
      ) : (
        <None />
      ),
  },
  {
    id: 'at',
    title: say(common.time),
    width: '132px',
    cell: ({ receivedAt }) => <RelativeTime at={receivedAt} />,
  },
]
