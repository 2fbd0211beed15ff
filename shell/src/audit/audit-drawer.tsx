import type { AuditEntry } from '@sonaqor/contract/audit'
import { EnvironmentBadge, StepFoot, useModule, type Steps } from '@sonaqor/module'
import { adopt, Button, Drawer, Empty, Loaded, RelativeTime, Skeleton, useText } from '@sonaqor/ui'
import { wayToRequest } from './about.ts'
import { actionInWords } from './action-words.ts'
import type { Narrowing } from './audit-filter.ts'
import sheet from './audit-drawer.css'
import { nameOfEntry } from './audit-table.tsx'
import { EntryChanges } from './entry-changes.tsx'
import { ChainFacts, EntryFacts } from './entry-facts.tsx'
import * as texts from './texts/en.ts'
import { useEntry } from './use-audit.ts'

adopt(sheet)

export interface AuditDrawerProps {
  readonly id: string
  /** What the list has of it; a link may lead to an entry that is not in view. */
  readonly known: AuditEntry | undefined
  readonly steps: Steps
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onClose: () => void
}

/** Everything of one entry, and the way to the one before and after it. */
export function AuditDrawer({ id, known, steps, onNarrow, onClose }: AuditDrawerProps) {
  const say = useText()
  const reading = useEntry(id, known)
  const entry = reading.data ?? undefined
  return (
    <Drawer
      title={entry ? actionInWords(say, entry.action) : say(texts.auditLog)}
      aside={entry && <Aside of={entry} />}
      actions={
        <StepFoot
          steps={steps}
          names={{
            previous: say(texts.previousEntry),
            next: say(texts.nextEntry),
            atStart: say(texts.startOfList),
            atEnd: say(texts.endOfList),
          }}
        >
          {entry && <RequestWay of={entry} />}
        </StepFoot>
      }
      width="wide"
      onClose={onClose}
    >
      <output className="sq-unseen">{entry && nameOfEntry(say, entry)}</output>
      <Loaded of={reading} loading={<Skeleton rows={8} />}>
        {(read) => (read ? <Whole of={read} onNarrow={onNarrow} /> : <NotFound />)}
      </Loaded>
    </Drawer>
  )
}

interface WholeProps {
  readonly of: AuditEntry
  readonly onNarrow: AuditDrawerProps['onNarrow']
}

function Whole({ of: entry, onNarrow }: WholeProps) {
  return (
    <>
      <EntryFacts of={entry} onNarrow={onNarrow} />
      <EntryChanges key={entry.id} of={entry} />
      <ChainFacts of={entry} />
    </>
  )
}

function Aside({ of: { action, at, environment } }: { readonly of: AuditEntry }) {
  return (
    <span className="sq-audit-head">
      <code>{action}</code>
      {environment && <EnvironmentBadge of={environment} />}
      <RelativeTime at={at} />
    </span>
  )
}

function NotFound() {
  const say = useText()
  return <Empty title={say(texts.entryNotFound)}>{say(texts.entryNotFoundDetail)}</Empty>
}

/** The request by which a key did it, for whoever may see the log of requests. */
function RequestWay({ of: entry }: { readonly of: AuditEntry }) {
  const say = useText()
  const { can, navigate } = useModule()
  const way = wayToRequest(entry)
  if (!way || !can(way.scope)) return null
  return <Button onClick={() => navigate(way.view, way.params)}>{say(texts.showRequest)}</Button>
}
