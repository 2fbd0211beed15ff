import type { SupportAccess, SupportRead } from '@sonaqor/contract/support-access'
import { useModule } from '@sonaqor/module'
import {
  Button,
  Drawer,
  Empty,
  Fact,
  Facts,
  Loaded,
  LoadMore,
  Moment,
  RelativeTime,
  Section,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { Shown } from './access-card.tsx'
import { lengthOf, nameOf } from './access-words.ts'
import { State } from './past-table.tsx'
import * as texts from './texts/en.ts'
import { useReads } from './use-support-access.ts'

export interface AccessDrawerProps {
  readonly id: string
  /** What the lists say of it; a link may lead to one that is on no page yet. */
  readonly known: SupportAccess | undefined
  readonly onClose: () => void
}

/** One look: whose word it was, and all that was read. */
export function AccessDrawer({ id, known, onClose }: AccessDrawerProps) {
  const say = useText()
  const { can, navigate } = useModule()
  const staff = known?.staff
  return (
    <Drawer
      title={known ? nameOf(known, say) : say(texts.accessBySonaqor)}
      aside={known && <State of={known} />}
      onClose={onClose}
      actions={
        can('audit:read') && (
          <Button
            onClick={() =>
              navigate('home.audit', {
                kind: 'staff',
                ...(staff ? { actor: staff.id } : { target: id }),
              })
            }
          >
            {say(texts.openAuditLog)}
          </Button>
        )
      }
    >
      {known && <FactsOf access={known} />}
      <Section title={say(texts.whatWasRead)}>
        <Reads id={id} />
      </Section>
    </Drawer>
  )
}

function FactsOf({ access }: { readonly access: SupportAccess }) {
  const say = useText()
  const { reason, ticket, minutes, askedAt, askedBy, decidedBy, endedAt, endedBy, until } = access
  const end = endedAt ?? until
  return (
    <Facts>
      <Fact name={say(texts.reason)}>{reason}</Fact>
      {ticket && <Fact name={say(texts.ticketWord)}>{ticket}</Fact>}
      <Fact name={say(texts.askedWhen)} hint={askedBy}>
        <Moment at={askedAt} />
      </Fact>
      <Fact name={say(texts.howLong)}>{lengthOf(minutes, say)}</Fact>
      <Fact name={say(texts.whatIsShown)}>
        <Shown of={access} />
      </Fact>
      {decidedBy && <Fact name={say(texts.decidedBy)}>{decidedBy}</Fact>}
      {end && access.state === 'over' && (
        <Fact name={say(texts.ended)} hint={endedBy ?? say(texts.endedByItself)}>
          <Moment at={end} />
        </Fact>
      )}
    </Facts>
  )
}

function Reads({ id }: { readonly id: string }) {
  const say = useText()
  const reads = useReads(id)
  return (
    <Loaded
      of={reads}
      loading={<Skeleton rows={4} />}
      empty={<Empty title={say(texts.nothingRead)} />}
    >
      {(rows) => (
        <>
          <ReadList of={rows} />
          <LoadMore of={reads} counted={say(texts.readsShown, { count: rows.length })} />
        </>
      )}
    </Loaded>
  )
}

/** Each address that was read, newest first, and whose eyes it was that read it. */
function ReadList({ of: reads }: { readonly of: readonly SupportRead[] }) {
  return (
    <ul className="sq-reads">
      {reads.map(({ id, path, by, at }) => (
        <li key={id}>
          <code>{path}</code>
          <p className="sq-access-facts">
            <span>{by}</span>
            <RelativeTime at={at} />
          </p>
        </li>
      ))}
    </ul>
  )
}
