import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Tenant } from '../session/member-session.ts'
import { WaysOut } from './ways-out.tsx'

const fail = () => Promise.reject(new Error('no network'))
const contoso = { id: 't2', name: 'Contoso' }

test('another tenant is one press away, and asks for nothing more', async () => {
  const onSwitch = jest.fn<(tenant: Tenant) => Promise<void>>(() => new Promise(() => undefined))
  render(<WaysOut others={[contoso]} onSwitch={onSwitch} onSignOut={() => Promise.resolve()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect(onSwitch).toHaveBeenCalledWith(contoso)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect(onSwitch).toHaveBeenCalledTimes(1)
})

test('whoever is in one tenant alone is offered no other', () => {
  render(<WaysOut others={[]} onSwitch={fail} onSignOut={fail} />)
  expect(screen.queryByText('Switch to')).toBeNull()
})

test('a way that is closed is said, and can be tried again', async () => {
  render(<WaysOut others={[contoso]} onSwitch={fail} onSignOut={fail} />)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Not switched/)
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
  expect((await screen.findByText('Not signed out')).textContent).toBeDefined()
})
