import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { Badge } from '../badge/badge.tsx'
import { CodeBlock } from '../code-block/code-block.tsx'
import type { Column } from './column.ts'
import { LoadMore } from './load-more.tsx'
import { Table } from './table.tsx'

interface Call {
  readonly id: string
  readonly path: string
  readonly ok: boolean
  readonly latencyMs: number
}

const calls: readonly Call[] = Array.from({ length: 6 }, (_, index) => ({
  id: String(index),
  path: index % 2 ? '/v1/transactions' : '/v1/customers/a-rather-long-external-reference-0001',
  ok: index !== 3,
  latencyMs: 8 + index * 13,
}))

const columns: readonly Column<Call>[] = [
  { id: 'path', title: 'Path', cell: (call) => <code>{call.path}</code> },
  { id: 'host', title: 'Host', isAside: true, cell: () => 'node-1' },
  {
    id: 'state',
    title: 'Status',
    cell: (call) =>
      call.ok ? (
        <Badge tone="success" icon="check">
          201 Created
        </Badge>
      ) : (
        <Badge tone="danger" icon="alert">
          500 Failed
        </Badge>
      ),
  },
  { id: 'latency', title: 'Latency', align: 'end', cell: (call) => `${call.latencyMs} ms` },
]

export default {
  title: 'UI/Table',
  component: Table,
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', gap: 12, padding: 16 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Table>

const bodyOf = (call: Call) => (
  <CodeBlock label="Response body" language="json" code={`{"id":"${call.id}"}`} />
)

const endless = {
  hasNextPage: true,
  isFetchingNextPage: false,
  fetchNextPage: () => undefined,
}

export const WithMore: StoryObj = {
  render: () => (
    <>
      <Table
        caption="Calls"
        columns={columns}
        rows={calls}
        keyOf={(call) => call.id}
        isFaded={(call) => !call.ok}
      />
      <LoadMore shown={calls.length} what={['call', 'calls']} of={endless} />
    </>
  ),
}

export const OpenedRow: StoryObj = {
  render: function OpenedRow() {
    const [openKey, setOpenKey] = useState<string | undefined>('1')
    return (
      <Table
        caption="Calls"
        columns={columns}
        rows={calls}
        keyOf={(call) => call.id}
        disclosure={{
          openKey,
          onToggle: (key) => setOpenKey(key === openKey ? undefined : key),
          name: (call) => `${call.path}, ${call.latencyMs} ms`,
          detail: bodyOf,
        }}
      />
    )
  },
}
