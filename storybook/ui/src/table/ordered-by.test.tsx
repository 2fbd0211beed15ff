import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { orderedBy, type Order } from './ordered-by.tsx'
import { Table } from './table.tsx'

const columns = [
  { id: 'name', title: 'Name', sort: 'label', cell: (name: string) => name },
  { id: 'used', title: 'Last used', sort: 'lastUsedAt', cell: () => 'Never' },
  { id: 'scopes', title: 'Scopes', cell: () => 'keys:read' },
]

function draw(order: Order) {
  const onOrder = jest.fn()
  render(
    <Table
      caption="Keys"
      columns={columns}
      rows={['Checkout']}
      keyOf={(name) => name}
      order={orderedBy(order, onOrder)}
    />,
  )
  return onOrder
}

test('a column that can be ordered by is a button in the head, and says its order', async () => {
  const onOrder = draw({ by: 'label', descending: false })
  const courses = screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))
  expect(courses).toEqual(['ascending', null, null])
  await userEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(onOrder).toHaveBeenLastCalledWith({ by: 'label', descending: true })
  await userEvent.click(screen.getByRole('button', { name: 'Last used' }))
  expect(onOrder).toHaveBeenLastCalledWith({ by: 'lastUsedAt', descending: false })
  expect(screen.queryByRole('button', { name: 'Scopes' })).toBeNull()
})

test('the other way round is turned back by the next press', async () => {
  const onOrder = draw({ by: 'label', descending: true })
  await userEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(onOrder).toHaveBeenCalledWith({ by: 'label', descending: false })
})

test('where rows are cards, a select asks for the same', async () => {
  const onOrder = draw({ by: 'label', descending: false })
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Sort by' }),
    'Last used, descending',
  )
  expect(onOrder).toHaveBeenCalledWith({ by: 'lastUsedAt', descending: true })
})
