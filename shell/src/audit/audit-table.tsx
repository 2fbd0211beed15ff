import type { AuditEntry } from '@sonaqor/contract/audit'
import { EnvironmentBadge } from '@sonaqor/module'
import { RelativeTime, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { nameOfTarget, type Names } from './about.ts'
import { actionInWords } from './action-words.ts'
import { nameOfActor } from './actor-kinds.ts'
import { Action, Actor, Target } from './entry-cells.tsx'
import * as texts from './texts/en.ts'
import { useNames } from './use-audit.ts'

export interface AuditTableProps {
  readonly entries: readonly AuditEntry[]
  readonly openEntry: string | undefined
  readonly onOpen: (id: string) => void
}

export function AuditTable({ entries, openEntry, onOpen }: AuditTableProps) {
  const say = useText()
  const names = useNames()
  return (
    <Table
      caption={say(texts.tableOfEntries)}
      columns={columnsIn(say, names)}
      rows={entries}
      keyOf={({ id }) => id}
      nameOf={(entry) => nameOfEntry(say, entry, names)}
      onOpen={({ id }) => onOpen(id)}
      openKey={openEntry}
    />
  )
}

/** The same columns before their rows are there. */
export function AuditSkeleton() {
  return <TableSkeleton columns={columnsIn(useText())} rows={10} />
}

/** What an entry is called when it is read aloud: "Dana: Issued an API key, Checkout server". */
export function nameOfEntry(say: Say, entry: AuditEntry, names?: Names): string {
  const named = { who: nameOfActor(say, entry.actor), what: actionInWords(say, entry.action) }
  const about = nameOfTarget(entry, names)
  return about ? say(texts.didAbout, { ...named, about }) : say(texts.did, named)
}

function columnsIn(say: Say, names: Names = new Map()): readonly Column<AuditEntry>[] {
  return [
    {
      id: 'at',
      title: say(texts.when),
      width: '124px',
      cell: ({ at }) => <RelativeTime at={at} />,
    },
    {
      id: 'actor',
      title: say(texts.who),
      width: '22%',
      bone: 'lines',
      cell: (entry) => <Actor of={entry} />,
    },
    {
      id: 'action',
      title: say(texts.what),
      bone: 'lines',
      cell: (entry) => <Action of={entry} />,
    },
    {
      id: 'target',
      title: say(texts.target),
      width: '20%',
      cell: (entry) => <Target of={entry} names={names} isPassedBy />,
    },
    {
      id: 'ip',
      title: say(texts.from),
      isAside: true,
      width: '136px',
      cell: ({ ip }) => ip && <code className="sq-audit-target">{ip}</code>,
    },
    {
      id: 'environment',
      title: say(texts.environment),
      isAside: true,
      width: '124px',
      bone: 'badge',
      cell: ({ environment }) => environment && <EnvironmentBadge of={environment} />,
    },
  ]
}
