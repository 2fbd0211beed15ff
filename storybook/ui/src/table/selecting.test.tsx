import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { selecting } from './selecting.tsx'
import { Table } from './table.tsx'

const columns = [{ id: 'name', title: 'Name', cell: (name: string) => name }]

function Names({ chosen }: { readonly chosen?: readonly string[] }) {
  const [keys, onChange] = useState<ReadonlySet<string>>(new Set(chosen))
  return (
    <Table
      caption="Names"
      columns={columns}
      rows={['Ada', 'Grace']}
      keyOf={(name) => name}
      nameOf={(name) => name}
      selection={selecting({ keys, onChange, acts: <button>Revoke</button> })}
    />
  )
}

const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox')
const count = () => screen.getByRole('status').textContent

test('rows are chosen one by one, and what may be done to them comes with the first', async () => {
  render(<Names />)
  expect(count()).toBe('')
  expect(screen.queryByRole('button', { name: 'Revoke' })).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Grace' }))
  expect(count()).toBe('1 selected')
  expect(screen.getByRole('button', { name: 'Revoke' })).toBeTruthy()
  expect(boxes()[0]?.indeterminate).toBe(true)
})

test('one box chooses all in view, and those out of view stay chosen', async () => {
  render(<Names chosen={['Hedy']} />)
  const all = screen.getByRole('checkbox', { name: 'Select all in view' })
  await userEvent.click(all)
  expect(count()).toBe('3 selected')
  expect(boxes().every(({ checked }) => checked)).toBe(true)
  await userEvent.click(all)
  expect(count()).toBe('1 selected')
})

test('Escape gives up the selection, and the focus stays in the table', async () => {
  render(<Names chosen={['Ada']} />)
  screen.getByRole('button', { name: 'Revoke' }).focus()
  await userEvent.keyboard('{Escape}')
  expect(count()).toBe('')
  expect(document.activeElement).toBe(boxes()[0])
})

test('so does the button of the bar', async () => {
  render(<Names chosen={['Ada']} />)
  await userEvent.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(count()).toBe('')
  expect(document.activeElement).toBe(boxes()[0])
})
