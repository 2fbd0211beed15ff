import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { VirtualList, type VirtualColumn } from './virtual-list.tsx'

/** Nothing is laid out here, so that nothing ever changes its size. */
class NoSizes {
  observe() {}
  disconnect() {}
}
Object.defineProperty(globalThis, 'ResizeObserver', { value: NoSizes })

interface Row {
  readonly id: string
  readonly amount: number
}

const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `row-${at + 1}`, amount: at }))
const all = rowsOf(100_000)
const keyOf = ({ id }: Row) => id
const columns: readonly VirtualColumn<Row>[] = [
  { id: 'id', title: 'Transaction', width: '1fr', cell: ({ id }) => id },
  { id: 'amount', title: 'Amount', width: '120px', align: 'end', cell: ({ amount }) => amount },
]
const onOpen = jest.fn()

const list = (rows: readonly Row[]) => (
  <VirtualList
    label="Transactions"
    counted={`${rows.length.toLocaleString('en')} transactions`}
    columns={columns}
    rows={rows}
    keyOf={keyOf}
    onOpen={onOpen}
  />
)

const grid = () => screen.getByRole('grid', { name: 'Transactions' })
const pointedAt = () =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.textContent

/** A view of this height, as a browser would have laid it out. */
function layOut(heightPx: number) {
  Object.defineProperty(grid(), 'clientHeight', { configurable: true, value: heightPx })
}

test('of a hundred thousand rows a handful are drawn, and all are counted', () => {
  render(list(all))
  expect(grid().getAttribute('aria-rowcount')).toBe('100001')
  expect(screen.getAllByRole('row').length).toBeLessThan(40)
  expect(screen.getByRole('status').textContent).toBe('100,000 transactions')
})

test('what is scrolled to is drawn, with its place among all', () => {
  render(list(all))
  grid().scrollTop = 50_000 * 40
  fireEvent.scroll(grid())
  const row = screen.getByRole('row', { name: /row-50001/ })
  expect(row.getAttribute('aria-rowindex')).toBe('50002')
  expect(screen.queryByText('row-1')).toBeNull()
})

test('the head stays, and a cell says the title of its column', () => {
  render(list(all))
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
    'Transaction',
    'Amount',
  ])
  expect(screen.getAllByRole('gridcell')[0]?.dataset['title']).toBe('Transaction')
})

test('keys go to every row, near and far, and the focus stays on the list', async () => {
  const user = userEvent.setup()
  render(list(all))
  layOut(400)
  await user.tab()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(pointedAt()).toBe('row-21')
  await user.keyboard('{End}')
  expect(pointedAt()).toBe('row-10000099999')
  await user.keyboard('{ArrowUp}')
  expect(pointedAt()).toBe('row-9999999998')
  await user.keyboard('{Home}{PageDown}')
  expect(grid().scrollTop).toBeLessThan(40 * 30)
  expect(document.activeElement).toBe(grid())
})

test('Enter opens the row that is pointed at, a press the one that is pressed', async () => {
  const user = userEvent.setup()
  onOpen.mockClear()
  render(list(all))
  await user.tab()
  await user.keyboard('{Enter}')
  expect(onOpen).not.toHaveBeenCalled()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onOpen).toHaveBeenLastCalledWith(all[0])
  await user.click(screen.getByText('row-3'))
  expect(onOpen).toHaveBeenLastCalledWith(all[2])
})

test('the row that is pointed at stays so when others come before it', async () => {
  const user = userEvent.setup()
  const { rerender } = render(list(all))
  await user.tab()
  await user.keyboard('{ArrowDown}')
  rerender(list([{ id: 'new', amount: 7 }, ...all]))
  expect(pointedAt()).toBe('row-10')
  expect(screen.getByRole('status').textContent).toBe('100,001 transactions')
})

test('a list that is not laid out yet, and as high as all its rows, does not draw them all', async () => {
  const { rerender } = render(list(all))
  layOut(4_000_000)
  fireEvent.scroll(grid())
  rerender(list(all))
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
})
