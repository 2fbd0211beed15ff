import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ColumnChooser } from './column-chooser.tsx'

const columns = [
  { id: 'name', title: 'Name', cell: () => '' },
  { id: 'state', title: 'State', cell: () => '' },
  { id: 'used', title: 'Last used', cell: () => '' },
  { id: 'acts', title: 'Actions', unseenTitle: true, cell: () => '' },
]

async function open(hidden: readonly string[]) {
  const onChange = jest.fn()
  render(<ColumnChooser columns={columns} hidden={new Set(hidden)} onChange={onChange} />)
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
  await screen.findAllByRole('checkbox')
  return onChange
}

test('any column can be put aside but the one that names the row, and the acts', async () => {
  const onChange = await open([])
  const names = screen.getAllByRole('checkbox').map((box) => box.parentElement?.textContent)
  expect(names).toEqual(['State', 'Last used'])
  expect(screen.queryByRole('button', { name: 'Show all columns' })).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'State' }))
  expect(onChange).toHaveBeenCalledWith(new Set(['state']))
})

test('what was put aside comes back, alone or with all others', async () => {
  const onChange = await open(['state', 'used'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'State', checked: false }))
  expect(onChange).toHaveBeenLastCalledWith(new Set(['used']))
  await userEvent.click(screen.getByRole('button', { name: 'Show all columns' }))
  expect(onChange).toHaveBeenLastCalledWith(new Set())
})
