import type { LogEntry } from '@sonaqor/contract/logs'
import { RelativeTime, Table, type Column } from '@sonaqor/ui'
import { LogEntryDetail } from './log-entry-detail.tsx'
import { StatusBadge, statusInWords } from './status-badge.tsx'

export interface LogsTableProps {
  readonly entries: readonly LogEntry[]
  readonly openEntry: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

export function LogsTable({ entries, openEntry, onOpen }: LogsTableProps) {
  return (
    <Table
      caption="Requests, newest first"
      columns={columns}
      rows={entries}
      keyOf={(entry) => entry.id}
      disclosure={{
        openKey: openEntry,
        onToggle: (id) => onOpen(id === openEntry ? undefined : id),
        name: ({ method, path, status }) => `${method} ${path}, ${statusInWords(status)}`,
        detail,
      }}
    />
  )
}

function detail(entry: LogEntry) {
  return <LogEntryDetail id={entry.id} />
}

const columns: readonly Column<LogEntry>[] = [
  { id: 'status', title: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    id: 'request',
    title: 'Request',
    cell: ({ method, path }) => (
      <code className="sq-logs-request">
        <span className="sq-logs-method">{method}</span> {path}
      </code>
    ),
  },
  { id: 'key', title: 'Key', isAside: true, cell: ({ keyPrefix }) => <code>{keyPrefix}…</code> },
  { id: 'ip', title: 'From', isAside: true, cell: ({ ip }) => <code>{ip}</code> },
  {
    id: 'latency',
    title: 'Latency',
    align: 'end',
    cell: ({ latencyMs }) => `${Math.round(latencyMs)} ms`,
  },
  {
    id: 'at',
    title: 'Time',
    align: 'end',
    cell: ({ at }) => <RelativeTime at={at} />,
  },
]
