import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Surface } from '../surface/surface.tsx'
import { RangePicker } from './range-picker.tsx'
import type { Range } from './range.ts'
import { fromWritten, toWritten } from './written.ts'

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
  fireEvent.change(custom.getByLabelText('From'), { target: { value: '11/20/2026 8:00 AM' } })
  fireEvent.change(custom.getByLabelText('To'), { target: { value: '11/20/2026 09:30' } })
  await user.click(custom.getByRole('button', { name: 'Apply range' }))
  expect(onChange).toHaveBeenCalledWith({
    from: fromWritten('11/20/2026 08:00', 'en'),
    to: fromWritten('11/20/2026 09:30', 'en'),
  })
})

test('a range that runs backwards or is incomplete is refused with what to do', async () => {
  const user = await open({ from: '2026-11-20T08:00:00.000Z', to: '2026-11-20T09:00:00.000Z' })
  const from = screen.getByLabelText('From')
  fireEvent.change(from, { target: { value: '12/24/2026 08:00' } })
  await user.click(screen.getByRole('button', { name: 'Apply range' }))
  expect(screen.getByText('The end must come after the start.')).toBeTruthy()
  fireEvent.change(from, { target: { value: '' } })
  expect(
    screen.getByText(/^Write a date and a time, such as \d\d\/\d\d\/2026 \d+:\d\d [AP]M\.$/),
  ).toBeTruthy()
  expect(onChange).not.toHaveBeenCalled()
})

test('dates are written in the language of the words around them, whatever the browser speaks', async () => {
  const range = { from: '2026-11-20T08:00:00.000Z', to: '2026-11-21T09:00:00.000Z' }
  render(
    <Surface locale="de">
      <RangePicker value={range} onChange={onChange} />
    </Surface>,
  )
  await userEvent.click(screen.getByRole('button', { expanded: false }))
  const [from] = await screen.findAllByRole('textbox')
  expect(from).toHaveProperty('value', toWritten(range.from, 'de'))
  expect(toWritten(range.from, 'de')).toMatch(/^20\.11\.2026 /)
})
