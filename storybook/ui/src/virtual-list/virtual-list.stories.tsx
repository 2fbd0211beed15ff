import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useMemo, useState } from 'react'
import { Badge } from '../badge/badge.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { VirtualList, type VirtualColumn } from './virtual-list.tsx'

interface Transaction {
  readonly id: string
  readonly customer: string
  readonly purpose: string
  readonly amount: string
}

const customers = ['Ada Byron', 'Bundesanstalt für Wasserbau', 'Chen Wei', 'Núria Sala']
const purposes = [
  'Invoice 2026-1184',
  'Refund',
  'Quarterly fee for the agreement on the processing of orders, second reminder, sent by post and by e-mail to the person who signed it',
  'Top-up',
  'Auftragsverarbeitungsvertragsnachberechnung',
]

const transactionAt = (at: number): Transaction => ({
  id: `txn_${String(at + 1).padStart(6, '0')}`,
  customer: customers[at % customers.length] ?? '',
  purpose: purposes[at % purposes.length] ?? '',
  amount: `${((at * 7_919) % 100_000) / 100} EUR`,
})
const many = Array.from({ length: 100_000 }, (_, at) => transactionAt(at))

const columns: readonly VirtualColumn<Transaction>[] = [
  { id: 'id', title: 'Transaction', width: '130px', cell: ({ id }) => <code>{id}</code> },
  { id: 'customer', title: 'Customer', width: '1fr', cell: ({ customer }) => customer },
  { id: 'purpose', title: 'Purpose', width: '2fr', cell: ({ purpose }) => purpose },
  { id: 'amount', title: 'Amount', width: '120px', align: 'end', cell: ({ amount }) => amount },
]

const keyOf = ({ id }: Transaction) => id

interface ShowProps {
  /** A number and not the rows: Storybook reads and writes down what a story is given. */
  readonly count: number
}

function Show({ count }: ShowProps) {
  const rows = useMemo(() => many.slice(0, count), [count])
  const [opened, setOpened] = useState<Transaction>()
  return (
    <div style={{ display: 'grid', gap: 12, padding: 24 }}>
      <VirtualList
        label="Transactions"
        counted={`${rows.length.toLocaleString('en')} transactions`}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        onOpen={setOpened}
      />
      {opened && (
        <p>
          <Badge tone="accent">Opened</Badge> {opened.id}
        </p>
      )}
    </div>
  )
}

export default { title: 'UI/Virtual list', component: Show } satisfies Meta<typeof Show>

type Story = StoryObj<typeof Show>

/** Rows of different heights; the keys End and Home go all the way. */
export const AHundredThousand: Story = { args: { count: many.length } }
export const AFew: Story = { args: { count: 3 } }
export const None: Story = { args: { count: 0 } }
const arabicColumns: readonly VirtualColumn<Transaction>[] = [
  { id: 'id', title: 'المعاملة', width: '130px', cell: ({ id }) => <code>{id}</code> },
  { id: 'customer', title: 'العميل', width: '1fr', cell: ({ customer }) => customer },
  { id: 'amount', title: 'المبلغ', width: '120px', align: 'end', cell: ({ amount }) => amount },
]

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <VirtualList
      label="المعاملات"
      counted="500 معاملة"
      columns={arabicColumns}
      rows={many.slice(0, 500)}
      keyOf={keyOf}
    />
  ),
}
