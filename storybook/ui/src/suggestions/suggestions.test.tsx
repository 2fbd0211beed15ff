import { expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { Suggestions } from './suggestions.tsx'

const choices = [
  { id: '1', label: 'First' },
  { id: '2', label: 'Second' },
]
const onChoose = jest.fn()

function Show({ offered = choices }) {
  const field = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <input ref={field} aria-label="Words" onInput={() => setOpen(true)} />
      <Suggestions
        field={field}
        label="Suggestions"
        choices={offered}
        onChoose={onChoose}
        isOpen={isOpen}
        onOpen={setOpen}
      />
    </>
  )
}

const field = () => screen.getByRole('combobox', { name: 'Words' })
const pointedAt = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

test('a field that was there before becomes a combobox, opened by an arrow', async () => {
  render(<Show />)
  await userEvent.click(field())
  expect(field().getAttribute('aria-expanded')).toBe('false')
  await userEvent.keyboard('{ArrowUp}')
  expect(field().getAttribute('aria-expanded')).toBe('true')
  expect(pointedAt()).toBe('Second')
  await userEvent.keyboard('{Enter}')
  expect(onChoose).toHaveBeenLastCalledWith(choices[1])
})

test('suggestions that come anew leave whoever was led to one of them there, until they write on', async () => {
  const { rerender } = render(<Show />)
  await userEvent.type(field(), 'x')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(pointedAt()).toBe('Second')
  rerender(<Show offered={choices.toReversed().map(({ id, label }) => ({ id, label }))} />)
  expect(pointedAt()).toBe('Second')
  rerender(<Show offered={choices.slice(0, 1)} />)
  expect(field().getAttribute('aria-activedescendant')).toBeNull()
  await userEvent.keyboard('{ArrowDown}')
  expect(pointedAt()).toBe('First')
  await userEvent.keyboard('y')
  expect(field().getAttribute('aria-activedescendant')).toBeNull()
})

test('no press is lost that comes before the one before it was drawn', async () => {
  render(<Show />)
  await userEvent.type(field(), 'x')
  act(() => {
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) fireEvent.keyDown(field(), { key })
  })
  expect(onChoose).toHaveBeenLastCalledWith(choices[1])
  expect(pointedAt()).toBe('Second')
})

test('Escape closes the list first and the dialog around it after that', async () => {
  const onClose = jest.fn()
  render(
    <Dialog title="Search" onClose={onClose}>
      <Show />
    </Dialog>,
  )
  await userEvent.type(field(), 'x')
  expect(screen.getAllByRole('option')).toHaveLength(2)
  const heard = jest.fn()
  document.addEventListener('keydown', heard)
  await userEvent.keyboard('{Escape}')
  document.removeEventListener('keydown', heard)
  expect(heard).not.toHaveBeenCalled()
  expect(screen.queryAllByRole('option')).toHaveLength(0)
  expect(onClose).not.toHaveBeenCalled()
})

test('who leaves the field leaves the list', async () => {
  render(<Show />)
  await userEvent.type(field(), 'x')
  await userEvent.tab()
  expect(screen.queryAllByRole('option')).toHaveLength(0)
})
