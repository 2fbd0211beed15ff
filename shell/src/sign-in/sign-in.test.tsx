import { beforeEach, expect, jest, test } from '@jest/globals'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Credentials, MemberSession } from '../session/member-session.ts'
import { SignIn } from './sign-in.tsx'

const signIn = jest.fn<(credentials: Credentials) => Promise<void>>()
const member = { signIn } as unknown as MemberSession

const person = {
  tenant: 'Acme',
  name: 'Dana',
  role: 'developer' as const,
  email: 'dana@acme.example',
  password: 'a long enough password',
}
const demoOn: Pick<Client, 'demo'> = {
  demo: { people: () => Promise.resolve({ data: [person] }) },
}
const people = jest.fn<Client['demo']['people']>()
const demoOff: Pick<Client, 'demo'> = { demo: { people } }

beforeEach(() => {
  signIn.mockReset().mockResolvedValue()
})

test('XC-1: what is typed is what signs in', async () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  await userEvent.type(screen.getByLabelText('E-mail'), 'a@b.example')
  await userEvent.type(screen.getByLabelText('Password'), 'secret{enter}')
  expect(signIn).toHaveBeenCalledWith({ email: 'a@b.example', password: 'secret' })
})

test('XC-1: a refusal is said, and another attempt can be made', async () => {
  signIn.mockRejectedValueOnce(new Error('no network'))
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be reached/)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(signIn).toHaveBeenCalledTimes(2)
})

test('XC-1: a double press is one attempt', () => {
  signIn.mockReturnValue(new Promise(() => {}))
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  const button = screen.getByRole('button', { name: 'Sign in' })
  act(() => {
    button.click()
    button.click()
  })
  expect(signIn).toHaveBeenCalledTimes(1)
})

test('XC-12: whose session ended is told so, and told no more once an attempt was refused', async () => {
  signIn.mockRejectedValueOnce(new Error('no network'))
  render(<SignIn api={demoOff} member={member} isDemo={false} hasEnded />)
  const news = screen.getByText('Your session ended').closest('[role=status]')
  expect(news).toBe(document.activeElement)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('alert')
  expect(screen.queryByText('Your session ended')).toBeNull()
})

test('XC-1: a wrong password is put in words for people', async () => {
  signIn.mockRejectedValueOnce(
    new ProblemError({
      type: '/docs/problems/unauthenticated',
      title: 'The credential is missing or no longer valid',
      status: 401,
      code: 'unauthenticated',
      detail: 'E-mail and password do not fit together.',
      instance: 'r1',
    }),
  )
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  const { textContent } = await screen.findByRole('alert')
  expect(textContent).toBe('Not signed inE-mail and password do not fit together.')
})

test('XC-9: with the demo on, each of its people is a press away', async () => {
  render(<SignIn api={demoOn} member={member} isDemo />)
  await userEvent.click(await screen.findByRole('button', { name: 'Dana, developer' }))
  expect(signIn).toHaveBeenCalledWith({ email: person.email, password: person.password })
})

test('without the demo nobody is offered, and nobody is asked for', async () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  await screen.findByRole('heading', { name: 'Sign in to Sonaqor' })
  expect(screen.queryByText(/demo/)).toBeNull()
  expect(people).not.toHaveBeenCalled()
})
