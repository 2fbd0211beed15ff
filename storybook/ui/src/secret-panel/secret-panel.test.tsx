import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SecretPanel } from './secret-panel.tsx'

const secret = 'sq_test_9fK2-a-secret-of-this-test-x7Qz'

test('the button says what it will do, and claims no state beside that', async () => {
  render(<SecretPanel label="API key" secret={secret} warning="Copy it now." />)
  expect(screen.queryByText(secret)).toBeNull()
  const button = screen.getByRole('button', { name: 'Show' })
  await userEvent.click(button)
  expect(screen.getByText(secret)).toBeTruthy()
  expect(button.textContent).toBe('Hide')
  expect(button.hasAttribute('aria-pressed')).toBe(false)
})
