import type { Key } from '@sonaqor/contract/keys'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { Say } from '@sonaqor/module/texts'
import { RelativeTime, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { StatusBadge, statusInWords } from './status-badge.tsx'
import { hintOf } from './use-names.ts'

export interface LogsTableProps {
  readonly entries: readonly LogEntry[]
  /** Those whose names may be known here. */
  readonly keys: readonly Key[]
  readonly openEntry: string | undefined
  readonly hidden: ReadonlySet<string>
  readonly onOpen: (id: string) => void
}

export function LogsTable({ entries, keys, openEntry, hidden, onOpen }: LogsTableProps) {
  const say = useText()
  return (
    <Table
      caption={say(texts.tableOfRequests)}
      columns={columnsIn(say, keys)}
      rows={entries}
      keyOf={(entry) => entry.id}
      nameOf={(entry) => nameOfEntry(say, entry)}
      onOpen={({ id }) => onOpen(id)}
      openKey={openEntry}
      hidden={hidden}
    />
  )
}

/** The same columns before their rows are there. */
export function LogsSkeleton({ hidden }: Pick<LogsTableProps, 'hidden'>) {
  const say = useText()
  return <TableSkeleton columns={columnsIn(say)} hidden={hidden} rows={10} />
}

/** What a request is called when it is read aloud: "POST /v1/customers, 201 Created". */
export function nameOfEntry(say: Say, { method, path, status }: LogEntry): string {
  return say(texts.requestNamed, { method, path, status: statusInWords(say, status) })
}

/** What a row is about, which is never put away. */
export const lastingColumn = 'request'

const isLasting = ({ id }: Column<LogEntry>) => Number(id === lastingColumn)

/** The columns to choose from; the first one stays. */
export function choicesIn(say: Say): readonly Column<LogEntry>[] {
  return columnsIn(say).toSorted((a, b) => isLasting(b) - isLasting(a))
}

function columnsIn(say: Say, keys: readonly Key[] = []): readonly Column<LogEntry>[] {
  const known = new Map(keys.map((key) => [key.id, key]))
  return [
    {
      id: 'status',
      title: say(texts.status),
      width: '190px',
      bone: 'badge',
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    {
      id: lastingColumn,
      title: say(texts.request),
      cell: ({ method, path }) => (
        <code className="sq-logs-request">
          <span className="sq-logs-method">{method}</span> {path}
        </code>
      ),
    },
    {
      id: 'key',
      title: say(texts.key),
      isAside: 'but-in-cards',
      width: '180px',
      bone: 'lines',
      cell: ({ keyId, keyPrefix }) => <UsedKey known={known.get(keyId)} prefix={keyPrefix} />,
    },
    {
      id: 'ip',
      title: say(texts.from),
      isAside: true,
      width: '140px',
      cell: ({ ip }) => <code className="sq-logs-ip">{ip}</code>,
    },
    {
      id: 'latency',
      title: say(texts.latency),
      align: 'end',
      width: '88px',
      cell: ({ latencyMs }) => say(texts.milliseconds, { count: Math.round(latencyMs) }),
    },
    {
      id: 'at',
      title: say(texts.time),
      align: 'end',
      width: '128px',
      cell: ({ at }) => <RelativeTime at={at} />,
    },
  ]
}

interface UsedKeyProps {
  readonly known: Key | undefined
  readonly prefix: string
}

/** A key by its label, and by what its secret begins with, which stands alone where nobody may know more. */
function UsedKey({ known, prefix }: UsedKeyProps) {
  return (
    <>
      {known && <div className="sq-logs-key">{known.label}</div>}
      <code className="sq-logs-prefix">{hintOf(prefix, known)}</code>
    </>
  )
}
