import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Switch } from './switch.tsx'

test('a switch is read with its label, its state and its hint', () => {
  render(<Switch label="Live tail" hint="New rows slide in." on onChange={() => undefined} />)
  const control = screen.getByRole('switch', { name: 'Live tail', checked: true })
  const hint = document.getElementById(control.getAttribute('aria-describedby')!)
  expect(hint?.textContent).toBe('New rows slide in.')
})

test('the space bar turns it, and so does a press on its words', async () => {
  const onChange = jest.fn()
  render(<Switch label="Live tail" on={false} onChange={onChange} />)
  await userEvent.tab()
  await userEvent.keyboard(' ')
  await userEvent.click(screen.getByText('Live tail'))
  expect(onChange.mock.calls).toEqual([[true], [true]])
})

test('what is under way or off limits takes no press, but can be reached for its reason', async () => {
  const onChange = jest.fn()
  render(
    <>
      <Switch label="Active" on busy onChange={onChange} />
      <Switch
        label="Two-factor"
        on
        disabledBecause="Your organisation asks for it."
        onChange={onChange}
      />
    </>,
  )
  await userEvent.click(screen.getByRole('switch', { name: 'Active' }))
  await userEvent.tab()
  const offLimits = screen.getByRole('switch', { name: 'Two-factor' })
  expect(document.activeElement).toBe(offLimits)
  await userEvent.keyboard(' ')
  expect(onChange).not.toHaveBeenCalled()
  expect(offLimits.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('Your organisation asks for it.')).toBeTruthy()
})
