import { beforeEach, expect, jest, test } from '@jest/globals'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLanguage } from '../language/use-language.ts'
import type { Credentials, MemberSession } from '../session/member-session.ts'
import { SignInPage } from './sign-in-page.tsx'
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
const auth = {} as Client['auth']
const demoOn: Pick<Client, 'demo' | 'auth'> = {
  auth,
  demo: { people: () => Promise.resolve({ data: [person] }) },
}
const people = jest.fn<Client['demo']['people']>()
const demoOff: Pick<Client, 'demo' | 'auth'> = { auth, demo: { people } }

/** A mouse or a trackpad, unless a test says otherwise. */
let isFine = true
window.matchMedia = (query) =>
  ({ matches: isFine && query === '(pointer: fine)' }) as MediaQueryList

beforeEach(() => {
  isFine = true
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

test('XC-1: who has to come in with their company is led there, with what was typed', async () => {
  signIn.mockRejectedValueOnce(
    new ProblemError({
      type: '/docs/problems/sso-required',
      title: 'The company signs in with its own provider',
      status: 401,
      code: 'sso-required',
      detail: 'Told to programs.',
      instance: 'r1',
    }),
  )
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@acme.example')
  await userEvent.type(screen.getByLabelText('Password'), 'secret{enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/its own provider/)
  const way = screen.getByRole('link', { name: 'Go on with your company' })
  expect(way.getAttribute('href')).toBe('/sign-in/company#email=ada%40acme.example')
})

test('EM-10, XC-1: the way over the company keeps the place that somebody was going to', () => {
  history.replaceState(null, '', '/keys?revoke=k1')
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  const way = screen.getByRole('link', { name: 'Sign in with your company' })
  expect(way.getAttribute('href')).toBe('/sign-in/company#goingTo=%2Fkeys%3Frevoke%3Dk1')
  history.replaceState(null, '', '/')
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
  expect(textContent).toBe('Could not sign you inE-mail and password do not fit together.')
})

test('XC-9: with the demo on, each of its people is a press away', async () => {
  render(<SignIn api={demoOn} member={member} isDemo />)
  await userEvent.click(await screen.findByRole('button', { name: /^Dana ?, developer$/ }))
  expect(signIn).toHaveBeenCalledWith({ email: person.email, password: person.password })
})

test('without the demo nobody is offered, and nobody is asked for', async () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  await screen.findByRole('heading', { name: 'Sign in to Sonaqor' })
  expect(screen.queryByText(/demo/)).toBeNull()
  expect(people).not.toHaveBeenCalled()
})

test('XC-1: a password can be looked at while it is written', async () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  const field = screen.getByLabelText('Password')
  expect(field.getAttribute('type')).toBe('password')
  await userEvent.click(screen.getByRole('button', { name: 'Show password' }))
  expect(field.getAttribute('type')).toBe('text')
  await userEvent.click(screen.getByRole('button', { name: 'Hide password' }))
  expect(field.getAttribute('type')).toBe('password')
})

test('XC-1: who writes in capitals unawares is told, until they leave the field', async () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  const user = userEvent.setup()
  await user.click(screen.getByLabelText('Password'))
  await user.keyboard('{CapsLock}A')
  expect(screen.getByText('Caps Lock is on.')).toBeTruthy()
  await user.tab()
  expect(screen.queryByText('Caps Lock is on.')).toBeNull()
})

test('XC-6: by the keyboard, the password comes before what shows it, and both before the sign-in', async () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  const user = userEvent.setup()
  const stops: (string | null | undefined)[] = []
  for (let stop = 0; stop < 4; stop += 1) {
    const { activeElement } = document
    stops.push(activeElement?.getAttribute('autocomplete') ?? activeElement?.textContent)
    await user.tab()
  }
  expect(stops).toEqual(['username webauthn', 'current-password', 'Show password', 'Sign in'])
})

test('XC-6: who has a keyboard can write at once', () => {
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'))
})

test('XC-7: a finger brings up no keyboard before the page was seen; after a sign-out reading begins at the heading', () => {
  isFine = false
  render(<SignIn api={demoOff} member={member} isDemo={false} />)
  expect(document.activeElement).toBe(document.body)
  cleanup()
  render(<SignIn api={demoOff} member={member} isDemo={false} takesFocus />)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sign in to Sonaqor' }))
})

function Door() {
  return <SignInPage api={demoOff} member={member} isDemo={false} language={useLanguage()} />
}

test('XC-12: the language is chosen before anybody signs in, and is kept', async () => {
  localStorage.clear()
  render(<Door />)
  await userEvent.click(screen.getByRole('radio', { name: 'Deutsch' }))
  expect(await screen.findByRole('heading', { name: 'Bei Sonaqor anmelden' })).toBeTruthy()
  expect(document.documentElement.lang).toBe('de')
  cleanup()
  render(<Door />)
  expect(screen.getByRole('heading', { name: 'Bei Sonaqor anmelden' })).toBeTruthy()
  localStorage.clear()
})
