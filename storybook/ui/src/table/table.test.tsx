import { expect, jest, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { LoadMore } from './load-more.tsx'
import { Table, type Column } from './table.tsx'

interface Row {
  readonly id: string
  readonly name: string
}

const rows: readonly Row[] = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Grace' },
]
const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name },
  { id: 'acts', title: 'Actions', unseenTitle: true, cell: () => 'Revoke' },
]
const keyOf = ({ id }: Row) => id

test('a table has a caption and a head for each column, seen or not', () => {
  render(<Table caption="People" columns={columns} rows={rows} keyOf={keyOf} />)
  const table = within(screen.getByRole('table', { name: 'People' }))
  expect(table.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
    'Name',
    'Actions',
  ])
  expect(table.getAllByRole('row')).toHaveLength(3)
})

test('on a card each cell says the title of its column', () => {
  render(<Table caption="People" columns={columns} rows={rows} keyOf={keyOf} />)
  expect(screen.getByRole('cell', { name: 'Ada' }).dataset['title']).toBe('Name')
})

test('a row opens in place, by one button that says whether it is open', async () => {
  const onToggle = jest.fn()
  const disclosure = {
    onToggle,
    name: ({ name }: Row) => name,
    detail: ({ name }: Row) => `All about ${name}`,
  }
  const table = (openKey: string | undefined) => (
    <Table
      caption="People"
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      disclosure={{ ...disclosure, openKey }}
    />
  )
  const { rerender } = render(table(undefined))
  await userEvent.click(screen.getByRole('button', { name: 'Grace', expanded: false }))
  expect(onToggle).toHaveBeenCalledWith('2')
  rerender(table('2'))
  expect(screen.getByRole('button', { name: 'Grace', expanded: true })).toBeTruthy()
  expect(screen.getByText('All about Grace')).toBeTruthy()
})

test('more rows can be asked for once at a time, until there are none', async () => {
  const fetchNextPage = jest.fn()
  const more = (part: { hasNextPage: boolean; isFetchingNextPage: boolean }) => (
    <LoadMore shown={50} what={['call', 'calls']} of={{ fetchNextPage, ...part }} />
  )
  const { rerender } = render(more({ hasNextPage: true, isFetchingNextPage: false }))
  expect(screen.getByRole('status').textContent).toBe('Showing the first 50 calls')
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }))
  rerender(more({ hasNextPage: true, isFetchingNextPage: true }))
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }))
  expect(fetchNextPage).toHaveBeenCalledTimes(1)
  rerender(more({ hasNextPage: false, isFetchingNextPage: false }))
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('50 calls')
})

test('what is counted is named, and a single one not as many', () => {
  const none = { hasNextPage: false, isFetchingNextPage: false, fetchNextPage: jest.fn() }
  render(<LoadMore shown={1} what={['project', 'projects']} of={none} />)
  expect(screen.getByRole('status').textContent).toBe('1 project')
})
