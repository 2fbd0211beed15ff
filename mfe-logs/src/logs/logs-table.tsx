import type { Key } from '@sonaqor/contract/keys'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { Say } from '@sonaqor/module/texts'
import { adopt, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { CutPath } from './cut-path.tsx'
import { firstOfDays, useRowInstants, type RowInstants } from './instants.ts'
import { Latency } from './latency.tsx'
import sheet from './logs-table.css'
import { StatusBadge, statusInWords } from './status-badge.tsx'
import { hintOf, nameOfKey } from './use-names.ts'

adopt(sheet)

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
  const instants = useRowInstants()
  return (
    <Table
      caption={say(texts.tableOfRequests)}
      columns={columnsIn(say, {
        instants,
        keys,
        dated: firstOfDays(entries),
        zone: instants.zoneOf(entries) ?? say(texts.localTime),
      })}
      rows={entries}
      keyOf={(entry) => entry.id}
      nameOf={(entry) => nameOfEntry(say, entry, instants)}
      onOpen={({ id }) => onOpen(id)}
      openKey={openEntry}
      hidden={hidden}
    />
  )
}

/** The same columns before their rows are there. */
export function LogsSkeleton({ hidden }: Pick<LogsTableProps, 'hidden'>) {
  const say = useText()
  const instants = useRowInstants()
  return <TableSkeleton columns={columnsIn(say, { instants })} hidden={hidden} rows={10} />
}

/** What a request is called when it is read aloud: "POST /v1/customers, 201 Created, Nov 3 10:05:03 AM". */
export function nameOfEntry(
  say: Say,
  { at, method, path, status }: LogEntry,
  { dayOf, timeOf, zoneAt }: RowInstants,
): string {
  const when = `${dayOf(at)} ${timeOf(at)} ${zoneAt(at) ?? ''}`.trim()
  return say(texts.requestNamed, { method, path, status: statusInWords(say, status), when })
}

/** What a row is about, which is never put away. */
export const lastingColumn = 'request'

const isLasting = ({ id }: Column<LogEntry>) => Number(id === lastingColumn)

/** The columns to choose from; the first one stays. */
export function useColumnChoices(): readonly Column<LogEntry>[] {
  const say = useText()
  const instants = useRowInstants()
  return columnsIn(say, { instants }).toSorted((a, b) => isLasting(b) - isLasting(a))
}

interface Known {
  readonly instants: RowInstants
  readonly keys?: readonly Key[]
  /** The rows that tell their day. */
  readonly dated?: ReadonlySet<string>
  /** In which the rows tell their time. */
  readonly zone?: string
}

function columnsIn(
  say: Say,
  { instants, keys = [], dated, zone }: Known,
): readonly Column<LogEntry>[] {
  const known = new Map(keys.map((key) => [key.id, key]))
  return [
    {
      id: 'at',
      title: zone ? say(texts.timeIn, { zone }) : say(texts.time),
      width: '140px',
      cell: ({ id, at }) => {
        const zoneOfRow = instants.zoneAt(at)
        return (
          <time className="sq-logs-at" dateTime={at} title={instants.exactlyOf(at)}>
            {dated?.has(id) && <span>{instants.dayOf(at)}</span>} {instants.timeOf(at)}{' '}
            {zoneOfRow && <em className="sq-logs-zone">{zoneOfRow}</em>}
          </time>
        )
      },
    },
    {
      id: 'status',
      title: say(texts.status),
      width: 'clamp(120px, 25cqi - 110px, 180px)',
      bone: 'badge',
      cell: ({ status }) => (
        <span className="sq-logs-status">
          <StatusBadge status={status} />
        </span>
      ),
    },
    {
      id: lastingColumn,
      title: say(texts.request),
      cell: ({ method, path }) => (
        <span className="sq-logs-request">
          <code title={path}>
            <span className="sq-logs-method">{method}</span>{' '}
            <CutPath path={path} after={method.length + 1} />
          </code>
        </span>
      ),
    },
    {
      id: 'key',
      title: say(texts.key),
      isAside: 'but-in-cards',
      // What is asked for gets the room first.
      width: 'clamp(112px, 22cqi - 90px, 200px)',
      cell: (entry) => <UsedKey of={entry} known={known.get(entry.keyId)} />,
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
      cell: (entry) => <Latency of={entry} />,
    },
  ]
}

/** What stands behind it goes where nobody sees it as soon as it finds no room beside this. */
const zeroWidth = '\u200B'

interface UsedKeyProps {
  readonly of: LogEntry
  readonly known: Key | undefined
}

/**
 * A key by its label, and by what its secret begins with, which stands alone where nobody may know more.
 * A row is one line. Where both find no room in it the beginning of the secret gives way first, for its end
 * tells two keys of one name apart; all of it is told by the pointer, and in the drawer. That it was an old
 * secret of its key is said in words, which give way to nothing.
 */
function UsedKey({ of: { keyPrefix, imported }, known }: UsedKeyProps) {
  const say = useText()
  if (imported) return <span className="sq-logs-key sq-logs-none">{say(texts.imported)}</span>
  const hint = hintOf(keyPrefix, known)
  const [begins, ends] = hint.split('…')
  const isOld = known !== undefined && keyPrefix !== known.prefix
  return (
    <div
      className="sq-logs-key"
      title={
        isOld ? `${known.label} (${hint}, ${say(texts.oldSecret)})` : known && nameOfKey(known)
      }
    >
      {known && <span>{known.label}</span>}{' '}
      {isOld && <em className="sq-logs-old">{say(texts.oldSecret)}</em>}{' '}
      <code>
        {/* An end that nobody knows is told by nothing: alone the dots would say less than that. */}
        <span>{ends ? begins : hint}</span>
        {ends ? `…${ends}` : zeroWidth}
      </code>
    </div>
  )
}
