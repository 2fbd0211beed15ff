import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Button } from './button.tsx'

test('a button that is busy takes no second press, and keeps the focus', async () => {
  const onClick = jest.fn()
  const { rerender } = render(<Button onClick={onClick}>Issue key</Button>)
  const button = screen.getByRole('button', { name: 'Issue key' })
  await userEvent.click(button)
  rerender(
    <Button busy onClick={onClick}>
      Issue key
    </Button>,
  )
  await userEvent.click(button)
  expect(onClick).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

test('a button that is said to be off limits is read so, and can still be reached', () => {
  render(<Button aria-disabled>Issue key</Button>)
  const button = screen.getByRole('button', { name: 'Issue key' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(button.hasAttribute('disabled')).toBe(false)
})
