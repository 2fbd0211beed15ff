import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { Badge } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import type { Column } from '../table/column.ts'
import { Table } from '../table/table.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Drawer } from './drawer.tsx'

export default { title: 'UI/Drawer', component: Drawer } satisfies Meta<typeof Drawer>

interface Customer {
  readonly name: string
  readonly country: string
}

const customers: readonly Customer[] = [
  { name: 'Ada Byron', country: 'United Kingdom' },
  { name: 'Bundesanstalt für Wasserbau', country: 'Germany' },
  { name: 'Chen Wei', country: 'Singapore' },
]

const columns: readonly Column<Customer>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name },
  { id: 'country', title: 'Country', cell: ({ country }) => country },
]

interface ShowProps {
  readonly width?: 'regular' | 'wide'
  readonly paragraphs: number
}

function Show({ width = 'regular', paragraphs }: ShowProps) {
  const [open, setOpen] = useState(true)
  const close = () => setOpen(false)
  return (
    <div style={{ display: 'grid', gap: 12, padding: 24 }}>
      <div>
        <Button onClick={() => setOpen(true)}>Open the second</Button>
      </div>
      <Table caption="Customers" columns={columns} rows={customers} keyOf={({ name }) => name} />
      {open && (
        <Drawer
          title="Bundesanstalt für Wasserbau"
          width={width}
          aside={
            <Badge tone="warning" icon="alert">
              Under review
            </Badge>
          }
          onClose={close}
          actions={
            <>
              <Button onClick={close}>Keep as it is</Button>
              <Button look="primary" onClick={close}>
                Accept customer
              </Button>
            </>
          }
        >
          {Array.from({ length: paragraphs }, (_, index) => (
            <p key={index}>
              Line {index + 1} of what is known: when it was seen first, what it has bought since,
              and why it was set aside to be looked at.
            </p>
          ))}
        </Drawer>
      )}
    </div>
  )
}

export const OverAList: StoryObj = { render: () => <Show paragraphs={3} /> }
export const Deep: StoryObj = { render: () => <Show paragraphs={40} width="wide" /> }

const nothing = () => undefined

export const FromRightToLeft: StoryObj = {
  decorators: [fromRightToLeft],
  render: () => (
    <Drawer
      title="الهيئة الاتحادية للمياه"
      aside={
        <Badge tone="warning" icon="alert">
          قيد المراجعة
        </Badge>
      }
      onClose={nothing}
      actions={
        <>
          <Button>إبقاؤه كما هو</Button>
          <Button look="primary">قبول العميل</Button>
        </>
      }
    >
      <p>ما هو معروف: متى ظهر أول مرة، وماذا اشترى منذ ذلك الحين، ولماذا وُضع جانبًا.</p>
    </Drawer>
  ),
}
