import { Badge } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import type { Column } from '../table/column.ts'

/** A row to show tables with. */
export interface Call {
  readonly id: string
  readonly path: string
  readonly ok: boolean
  readonly latencyMs: number
}

export const english = {
  calls: 'Calls',
  path: 'Path',
  host: 'Host',
  state: 'Status',
  latency: 'Latency',
  actions: 'Actions',
  created: '201 Created',
  failed: '500 Failed',
  replay: 'Replay',
  remove: 'Remove',
  locale: 'en',
}

export const arabic: typeof english = {
  calls: 'الطلبات',
  path: 'المسار',
  host: 'الخادم',
  state: 'الحالة',
  latency: 'زمن الاستجابة',
  actions: 'إجراءات',
  created: '201 أُنشئ',
  failed: '500 فشل',
  replay: 'إعادة الإرسال',
  remove: 'حذف',
  locale: 'ar',
}

export function callsOf(count: number): readonly Call[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    path: index % 2 ? '/v1/transactions' : '/v1/customers/a-rather-long-external-reference-0001',
    ok: index !== 3,
    latencyMs: 8 + ((index * 13) % 89),
  }))
}

export function columnsOf(words: typeof english): readonly Column<Call>[] {
  const milliseconds = new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'millisecond' })
  return [
    { id: 'path', title: words.path, sort: 'path', cell: ({ path }) => <code>{path}</code> },
    { id: 'host', title: words.host, isAside: true, cell: () => 'node-1' },
    {
      id: 'state',
      title: words.state,
      cell: ({ ok }) => (
        <Badge tone={ok ? 'success' : 'danger'} icon={ok ? 'check' : 'alert'}>
          {ok ? words.created : words.failed}
        </Badge>
      ),
    },
    {
      id: 'latency',
      title: words.latency,
      sort: 'latency',
      align: 'end',
      cell: ({ latencyMs }) => milliseconds.format(latencyMs),
    },
    {
      id: 'acts',
      title: words.actions,
      unseenTitle: true,
      align: 'end',
      cell: ({ path, id }) => (
        <Button size="small" aria-label={`${words.replay} ${path} ${id}`}>
          {words.replay}
        </Button>
      ),
    },
  ]
}
