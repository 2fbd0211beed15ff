import { expect, jest, test } from '@jest/globals'
import { ProblemError } from '@sonaqor/contract/client'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Tenant } from '../../session/member-session.ts'
import { OtherTenants } from './other-tenants.tsx'
import { SignOut } from './sign-out.tsx'

const fail = () => Promise.reject(new Error('no network'))
const contoso = { id: 't2', name: 'Contoso' }

test('another tenant is one press away, and asks for nothing more', async () => {
  const onSwitch = jest.fn<(tenant: Tenant) => Promise<void>>(() => new Promise(() => undefined))
  render(<OtherTenants others={[contoso]} onSwitch={onSwitch} />)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect(onSwitch).toHaveBeenCalledWith(contoso)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect(onSwitch).toHaveBeenCalledTimes(1)
})

test('whoever is in one tenant alone is offered no other', () => {
  render(<OtherTenants others={[]} onSwitch={fail} />)
  expect(screen.queryByText('Switch to')).toBeNull()
})

test('a way that is closed is said, and can be tried again', async () => {
  const onSwitch = jest.fn(fail)
  render(<OtherTenants others={[contoso]} onSwitch={onSwitch} />)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Could not switch/)
  await userEvent.click(screen.getByRole('button', { name: 'Contoso' }))
  expect(onSwitch).toHaveBeenCalledTimes(2)
})

test('XC-1: who could not be signed out is told so', async () => {
  render(<SignOut onSignOut={fail} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Could not sign you out/)
})

test('XC-8: who could not be signed out is told by what support finds the request', async () => {
  const refused = new ProblemError({
    type: '/docs/problems/overloaded',
    title: 'Overloaded',
    status: 503,
    code: 'overloaded',
    detail: 'Too much is asked at once.',
    instance: 'request-1',
  })
  render(<SignOut onSignOut={() => Promise.reject(refused)} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/request-1/)
  expect(screen.getByRole('button', { name: 'Copy request ID' })).toBeTruthy()
})
