import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { problem, sessionOf } from '../identity/testing/people.ts'
import type { MemberSession } from '../session/member-session.ts'
import { SignIn } from './sign-in.tsx'

window.matchMedia = () => ({ matches: true }) as MediaQueryList

const verifyMfa = jest.fn<Client['auth']['verifyMfa']>()
const passkeyOptions = jest.fn<Client['auth']['passkeyOptions']>()
const signIn = jest.fn<MemberSession['signIn']>()
const entered: Session[] = []
const member = {
  signIn,
  enter: async (ask: () => Promise<Session>) => void entered.push(await ask()),
} as unknown as MemberSession

const person = {
  tenant: 'Acme',
  name: 'Dana',
  role: 'developer' as const,
  email: 'dana@acme.example',
  password: 'a long enough password',
  code: '135790',
}
const api = {
  auth: { verifyMfa, passkeyOptions },
  demo: { people: () => Promise.resolve({ data: [person] }) },
} as unknown as Client

const required = (...methods: string[]) =>
  problem('second-factor-required', { status: 401, ticket: 'ticket-1', methods })

async function comeTo(...methods: string[]) {
  signIn.mockRejectedValue(required(...methods))
  render(<SignIn api={api} member={member} isDemo={false} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  return screen.findByRole('heading', { name: 'One more step' })
}

beforeEach(() => {
  entered.length = 0
  verifyMfa.mockReset().mockResolvedValue(sessionOf())
  passkeyOptions.mockReset()
  signIn.mockReset()
})

test('XC-1: whoever has a second factor is asked for it in the same card, and it signs them in', async () => {
  await comeTo('totp', 'recovery-code')
  expect(screen.queryByLabelText('Password')).toBeNull()
  expect(document.activeElement).toBe(screen.getByLabelText('Code'))
  await userEvent.click(screen.getByLabelText(/Trust this browser for 30 days/))
  await userEvent.type(screen.getByLabelText('Code'), '123456')
  expect(verifyMfa.mock.calls).toEqual([
    [{ body: { ticket: 'ticket-1', code: '123456', trustDevice: true } }],
  ])
  expect(entered).toHaveLength(1)
})

test('XC-1: a wrong code is said, and another can be tried with the same ticket', async () => {
  verifyMfa.mockRejectedValueOnce(problem('unauthenticated', { status: 401 }))
  await comeTo('totp')
  await userEvent.type(screen.getByLabelText('Code'), '000000')
  expect(await screen.findByText(/This code is not right/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Code'), '123456')
  expect(entered).toHaveLength(1)
})

test('XC-1: who is suspended hears it after the right code, with where and whom to ask', async () => {
  const tenants = ['Harbour']
  verifyMfa.mockRejectedValueOnce(problem('access-suspended', { status: 403, tenants }))
  await comeTo('totp')
  await userEvent.type(screen.getByLabelText('Code'), '123456')
  const said = await screen.findByRole('alert')
  expect(said.textContent).toMatch(/Your access is suspended.*Harbour.*Ask an owner or admin/)
  expect(screen.getByLabelText('Password')).toBeTruthy()
  expect(entered).toHaveLength(0)
})

test('XC-1: too many wrong codes are told with what to do', async () => {
  verifyMfa.mockRejectedValueOnce(problem('quota-exceeded', { status: 429 }))
  await comeTo('totp')
  await userEvent.type(screen.getByLabelText('Code'), '000000')
  expect((await screen.findByRole('alert')).textContent).toMatch(/Too many wrong codes.*Wait/)
})

test('a recovery code stands in for a phone that is lost, and one can begin anew', async () => {
  await comeTo('totp', 'recovery-code')
  await userEvent.click(screen.getByRole('button', { name: 'Use a recovery code' }))
  await userEvent.type(screen.getByLabelText('Recovery code'), 'ABCDE-FGHJK{Enter}')
  expect(verifyMfa).toHaveBeenCalledWith({
    body: { ticket: 'ticket-1', recoveryCode: 'ABCDE-FGHJK', trustDevice: false },
  })
})

test('who was wrong about the account goes back to the beginning', async () => {
  await comeTo('totp')
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByLabelText('E-mail')).toBeTruthy()
})

test('a browser without passkeys is offered none', async () => {
  await comeTo('totp', 'passkey')
  expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull()
})

test('XC-9: what the app of a demo person shows is filled in', async () => {
  signIn.mockRejectedValue(required('totp'))
  render(<SignIn api={api} member={member} isDemo />)
  await userEvent.click(await screen.findByRole('button', { name: /^Dana/ }))
  expect(await screen.findByLabelText('Code')).toHaveProperty('value', '135790')
})

test('XC-1: a lock is told in minutes, not in seconds', async () => {
  signIn.mockRejectedValue(
    problem('quota-exceeded', {
      status: 429,
      detail: 'Too many attempts to sign in. Try again in 900 seconds.',
    }),
  )
  render(<SignIn api={api} member={member} isDemo={false} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  const { textContent } = await screen.findByRole('alert')
  expect(textContent).toBe('Too many attemptsYou can try again in 15 minutes.')
})
