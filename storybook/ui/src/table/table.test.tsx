import { expect, jest, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Column } from './column.ts'
import { TableSkeleton } from './table-skeleton.tsx'
import { Table } from './table.tsx'

interface Row {
  readonly id: string
  readonly name: string
}

const rows: readonly Row[] = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Grace' },
  { id: '3', name: 'Hedy' },
]
const revoke = jest.fn()
const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', cell: ({ name }) => name },
  {
    id: 'acts',
    title: 'Actions',
    unseenTitle: true,
    cell: ({ name }) => <button onClick={revoke}>Revoke {name}</button>,
  },
]
const people = { caption: 'People', columns, rows, keyOf: ({ id }: Row) => id }
const nameOf = ({ name }: Row) => name
const focused = () => document.activeElement?.getAttribute('aria-label')
const focusedWords = () => document.activeElement?.textContent
const widthOf = (head: HTMLElement) => head.style.inlineSize
const widths = () => screen.getAllByRole('columnheader', { hidden: true }).map(widthOf)
const titles = () => screen.getAllByRole('columnheader').map((head) => head.textContent)

test('a table has a caption and a head for each column, seen or not', () => {
  render(<Table {...people} />)
  expect(titles()).toEqual(['Name', 'Actions'])
  expect(within(screen.getByRole('table', { name: 'People' })).getAllByRole('row')).toHaveLength(4)
})

test('on a card each cell says the title of its column', () => {
  render(<Table {...people} />)
  expect(screen.getByRole('cell', { name: 'Ada' }).dataset['title']).toBe('Name')
})

test('a hidden column is in neither head nor rows', () => {
  render(<Table {...people} hidden={new Set(['acts'])} />)
  expect(titles()).toEqual(['Name'])
  expect(screen.queryByRole('button')).toBeNull()
})

test('a press anywhere in a row opens it, but on its own controls it is theirs', async () => {
  const onOpen = jest.fn()
  render(<Table {...people} nameOf={nameOf} onOpen={onOpen} />)
  await userEvent.click(screen.getByText('Revoke Grace'))
  expect(revoke).toHaveBeenCalledTimes(1)
  expect(onOpen).not.toHaveBeenCalled()
  await userEvent.click(screen.getByText('Grace'))
  expect(onOpen).toHaveBeenCalledWith(rows[1])
})

test('rows are one stop of the keyboard; arrows, Home and End go on, and Enter opens', async () => {
  const onOpen = jest.fn()
  render(<Table {...people} nameOf={nameOf} onOpen={onOpen} />)
  await userEvent.tab()
  expect(focused()).toBe('Ada')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('Hedy')
  await userEvent.keyboard('{Home}')
  expect(focused()).toBe('Ada')
  await userEvent.keyboard('{End}{ArrowUp}{Enter}')
  expect(onOpen).toHaveBeenCalledTimes(1)
  expect(onOpen).toHaveBeenCalledWith(rows[1])
  await userEvent.tab({ shift: true })
  await userEvent.tab()
  expect(focused()).toBe('Grace')
})

test('of all acts, those of the row that one stands at are stops of the keyboard', async () => {
  render(
    <>
      <Table {...people} nameOf={nameOf} onOpen={jest.fn()} />
      <button>After</button>
    </>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}')
  await userEvent.tab()
  expect(focusedWords()).toBe('Revoke Grace')
  await userEvent.tab()
  expect(focusedWords()).toBe('After')
  await userEvent.click(screen.getByText('Revoke Hedy'))
  await userEvent.tab({ shift: true })
  expect(focused()).toBe('Hedy')
})

test('the row whose drawer is open says so', () => {
  render(<Table {...people} nameOf={nameOf} onOpen={jest.fn()} openKey="3" />)
  expect(screen.getByRole('button', { current: true }).getAttribute('aria-label')).toBe('Hedy')
})

test('before the rows are there, their table has its head already, and one word is read', () => {
  const { container } = render(<TableSkeleton columns={columns} rows={2} />)
  expect(screen.getByRole('status').textContent).toBe('Loading')
  expect(screen.queryByRole('table')).toBeNull()
  expect(container.querySelectorAll('tbody tr')).toHaveLength(2)
  expect(container.querySelector('th')?.textContent).toBe('Name')
})

test('a column is as wide before its rows are there as it is with them', () => {
  const wide = [{ id: 'name', title: 'Name', width: '120px', cell: nameOf }, ...columns.slice(1)]
  const { unmount } = render(<TableSkeleton columns={wide} />)
  const before = widths()
  unmount()
  render(<Table {...people} columns={wide} />)
  expect(before).toEqual(['120px', ''])
  expect(widths()).toEqual(before)
})
