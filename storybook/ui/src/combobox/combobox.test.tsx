import { expect, jest, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Dialog } from '../dialog/dialog.tsx'
import { Field } from '../field/field.tsx'
import { Combobox } from './combobox.tsx'
import { searchIn, type Choice, type Search } from './use-search.ts'

const customers: readonly Choice[] = [
  { id: '1', label: 'Ada Byron', hint: 'London' },
  { id: '2', label: 'Grace Hopper', hint: 'New York' },
  { id: '3', label: 'Jürgen Müller', hint: 'Köln' },
]
const here = searchIn(customers)
const onChange = jest.fn()

interface ShowProps {
  readonly search?: Search
  readonly first?: Choice | undefined
}

function Show({ search = here, first }: ShowProps) {
  const [value, setValue] = useState(first)
  const change = (choice: Choice | undefined) => {
    onChange(choice)
    setValue(choice)
  }
  return <Combobox label="Customer" value={value} onChange={change} search={search} />
}

async function open(props: ShowProps = {}) {
  onChange.mockClear()
  const user = userEvent.setup()
  render(<Show {...props} />)
  await user.click(field())
  return user
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Customer' })
const names = () =>
  screen.queryAllByRole('option').map(({ firstChild }) => firstChild?.firstChild?.textContent)
const pointedAt = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

test('it opens with what there is, and says how much that is', async () => {
  await open()
  expect(await screen.findAllByRole('option')).toHaveLength(3)
  expect(field().getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByRole('status').textContent).toBe('3 matches')
})

test('typing narrows it, whatever accents and case', async () => {
  const user = await open()
  await user.type(field(), 'MULL')
  await waitFor(() => expect(names()).toEqual(['Jürgen Müller']))
  expect(screen.getByRole('status').textContent).toBe('1 match')
})

test('arrows point at choices while the focus stays in the field, and Enter takes one', async () => {
  const user = await open()
  await screen.findAllByRole('option')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(pointedAt()).toBe('Grace HopperNew York')
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(pointedAt()).toBe('Jürgen MüllerKöln')
  expect(document.activeElement).toBe(field())
  await user.keyboard('{Enter}')
  expect(onChange).toHaveBeenCalledWith(customers[2])
  expect(field().value).toBe('Jürgen Müller')
  expect(field().getAttribute('aria-expanded')).toBe('false')
})

test('a press takes a choice, and the field has the focus again', async () => {
  const user = await open()
  await user.click(await screen.findByRole('option', { name: /Ada/ }))
  expect(onChange).toHaveBeenCalledWith(customers[0])
  expect(document.activeElement).toBe(field())
})

test('Escape and leaving the field bring back what was chosen', async () => {
  const user = await open({ first: customers[0] })
  await user.type(field(), 'xyz')
  await user.keyboard('{Escape}')
  expect(field().value).toBe('Ada Byron')
  await user.type(field(), 'xyz')
  await user.tab()
  await user.tab()
  expect(field().value).toBe('Ada Byron')
  expect(onChange).not.toHaveBeenCalled()
})

test('what is chosen can be cleared', async () => {
  const user = await open({ first: customers[0] })
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  expect(onChange).toHaveBeenCalledWith(undefined)
  expect(field().value).toBe('')
})

test('nothing found is told apart from a search that runs and from one that failed', async () => {
  const failing = jest.fn<Search>()
  failing.mockRejectedValueOnce(new TypeError('fetch')).mockResolvedValue([])
  const user = await open({ search: failing })
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The search failed.'))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No matches'))
})

test('an answer that comes late does not take the place of a later one', async () => {
  const waiting: ((choices: readonly Choice[]) => void)[] = []
  const slow: Search = () => new Promise((done) => void waiting.push(done))
  const user = await open({ search: slow })
  await waitFor(() => expect(waiting).toHaveLength(1))
  expect(screen.getByRole('status').textContent).toBe('Searching')
  await user.type(field(), 'g')
  await waitFor(() => expect(waiting).toHaveLength(2))
  waiting[1]!([customers[1]!])
  await waitFor(() => expect(names()).toEqual(['Grace Hopper']))
  waiting[0]!([customers[0]!])
  await Promise.resolve()
  expect(names()).toEqual(['Grace Hopper'])
})

test('in a field it is read with the label, the hint and what is wrong', () => {
  render(
    <Field label="Counterparty" error="Choose one.">
      <Combobox value={undefined} onChange={onChange} search={here} />
    </Field>,
  )
  const input = screen.getByRole('combobox', { name: 'Counterparty' })
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

test('in a dialog Escape closes the list first and the dialog after it', async () => {
  const onClose = jest.fn()
  const user = userEvent.setup()
  render(
    <Dialog title="Link" onClose={onClose}>
      <Show />
    </Dialog>,
  )
  await user.click(field())
  await screen.findAllByRole('option')
  const listener = jest.fn()
  document.addEventListener('keydown', listener)
  await user.keyboard('{Escape}')
  document.removeEventListener('keydown', listener)
  expect(field().getAttribute('aria-expanded')).toBe('false')
  expect(onClose).not.toHaveBeenCalled()
})

test('in a shadow root it points at its own choices', async () => {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const user = userEvent.setup()
  render(createPortal(<Show />, root as unknown as Element))
  const inside = within(root as unknown as HTMLElement)
  await user.click(inside.getByRole('combobox'))
  await inside.findAllByRole('option')
  await user.keyboard('{ArrowDown}')
  const id = inside.getByRole('combobox').getAttribute('aria-activedescendant') ?? ''
  expect(root.getElementById(id)?.textContent).toContain('Ada Byron')
})
