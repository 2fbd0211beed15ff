import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { RangePicker } from './range-picker.tsx'
import { fromField, type Range } from './range.ts'

const onChange = jest.fn()

async function open(value: Range = '24h') {
  onChange.mockClear()
  const user = userEvent.setup()
  render(<RangePicker value={value} onChange={onChange} />)
  await user.click(screen.getByRole('button', { name: /^Range of time: / }))
  await screen.findByRole('button', { name: 'Last hour' })
  return user
}

const focused = () => document.activeElement?.textContent

test('the button says the range, and shows none of the others while it is closed', () => {
  render(<RangePicker value="7d" onChange={onChange} />)
  const button = screen.getByRole('button', { name: 'Range of time: Last 7 days' })
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByText('Last hour')).toBeNull()
})

test('a usual range is one press away, and the focus goes back to the button', async () => {
  const user = await open()
  await user.click(screen.getByRole('button', { name: 'Last hour' }))
  expect(onChange).toHaveBeenCalledWith('1h')
  expect(focused()).toBe('Last 24 hours')
})

test('arrows go through the usual ranges, from the one that holds', async () => {
  const user = await open()
  await screen.findByRole('button', { name: 'Last 24 hours', pressed: true })
  await new Promise((done) => setTimeout(done))
  expect(focused()).toBe('Last 24 hours')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('Last 30 days')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('Last 15 minutes')
  await user.keyboard('{End}{ArrowUp}{Enter}')
  expect(onChange).toHaveBeenCalledWith('7d')
})

test('Escape closes it and changes nothing', async () => {
  const user = await open()
  await user.keyboard('{Escape}')
  expect(onChange).not.toHaveBeenCalled()
  expect(focused()).toBe('Last 24 hours')
})

test('any two instants can be chosen, on the viewer’s clock, whose zone is named', async () => {
  const user = await open()
  const custom = within(screen.getByRole('group', { name: 'Custom range' }))
  expect(custom.getByText(/^Times are in /)).toBeTruthy()
  fireEvent.change(custom.getByLabelText('From'), { target: { value: '2026-11-20T08:00' } })
  fireEvent.change(custom.getByLabelText('To'), { target: { value: '2026-11-20T09:30' } })
  await user.click(custom.getByRole('button', { name: 'Apply range' }))
  expect(onChange).toHaveBeenCalledWith({
    from: fromField('2026-11-20T08:00'),
    to: fromField('2026-11-20T09:30'),
  })
})

test('a range that runs backwards or is incomplete is refused with what to do', async () => {
  const user = await open({ from: '2026-11-20T08:00:00.000Z', to: '2026-11-20T09:00:00.000Z' })
  const from = screen.getByLabelText('From')
  fireEvent.change(from, { target: { value: '2026-12-24T08:00' } })
  await user.click(screen.getByRole('button', { name: 'Apply range' }))
  expect(screen.getByText('The end must come after the start.')).toBeTruthy()
  fireEvent.change(from, { target: { value: '' } })
  expect(screen.getByText('Choose a date and a time.')).toBeTruthy()
  expect(onChange).not.toHaveBeenCalled()
})
