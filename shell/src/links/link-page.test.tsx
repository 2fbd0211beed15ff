import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import type { Invitation } from '@sonaqor/contract/invites'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { problem, sessionOf, wrongField } from '../identity/testing/people.ts'
import { frameOf } from '../frame/testing/frame-of.ts'
import { LinkPage } from './link-page.tsx'
import type { MailLink } from './link.ts'

const auth = {
  requestReset: jest.fn<Client['auth']['requestReset']>(),
  resetPassword: jest.fn<Client['auth']['resetPassword']>(),
  checkLink: jest.fn<Client['auth']['checkLink']>(),
  signUp: jest.fn<Client['auth']['signUp']>(),
  confirmSignUp: jest.fn<Client['auth']['confirmSignUp']>(),
  confirmEmail: jest.fn<Client['auth']['confirmEmail']>(),
}
const invites = {
  show: jest.fn<Client['invites']['show']>(),
  accept: jest.fn<Client['invites']['accept']>(),
}
const onEntered = jest.fn()
const resume = jest.fn(() => Promise.resolve())
const enter = jest.fn(async (ask: () => Promise<Session>) => void (await ask()))

const invitation: Invitation = {
  tenant: 'Northwind',
  inviter: 'Ada Moreau',
  email: 'dana@northwind.example',
  role: 'developer',
  expiresAt: '2199-01-01T00:00:00Z',
  known: false,
  signedIn: false,
  bySso: false,
}

beforeEach(() => {
  for (const ask of [...Object.values(auth), ...Object.values(invites)]) ask.mockReset()
  auth.checkLink.mockResolvedValue(undefined)
  history.replaceState(null, '')
  onEntered.mockReset()
})

function open(page: MailLink['page'], token?: string) {
  render(
    <LinkPage
      link={{ page, token }}
      api={{ auth, invites } as unknown as Client}
      member={{ enter, resume }}
      language={frameOf().language}
      onEntered={onEntered}
    />,
  )
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('XC-1: who forgot the password is told the same, whoever they are', async () => {
  open('reset-password')
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@northwind.example')
  await press('Send link')
  expect(auth.requestReset).toHaveBeenCalledWith({ body: { email: 'ada@northwind.example' } })
  const news = screen.getByText('Look into your e-mails').closest('[role=status]')
  expect(news?.textContent).toMatch(/If ada@northwind.example has an account/)
  expect(document.activeElement).toBe(news)
})

test('XC-1: the link sets a new password, and what is wrong with it is said at the field', async () => {
  auth.resetPassword.mockRejectedValueOnce(
    problem('invalid', {
      errors: [{ pointer: '#/password', detail: 'must have at least 15 characters' }],
    }),
  )
  open('reset-password', 't0ken')
  await userEvent.type(await screen.findByLabelText('New password'), 'short{Enter}')
  expect(screen.getByLabelText('New password').getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(screen.getByLabelText('New password'), ' but then long enough{Enter}')
  expect(auth.resetPassword).toHaveBeenLastCalledWith({
    body: { token: 't0ken', password: 'short but then long enough' },
  })
  expect(await screen.findByText('Your password is changed')).toBeTruthy()
  expect(resume).toHaveBeenCalled()
})

test('XC-1: a link that is over says so, with the way to a new one', async () => {
  auth.resetPassword.mockRejectedValueOnce(wrongField('#/token'))
  open('reset-password', 't0ken')
  await userEvent.type(
    await screen.findByLabelText('New password'),
    'a long enough password{Enter}',
  )
  expect(await screen.findByText('This link no longer works')).toBeTruthy()
  const way = screen.getByRole('link', { name: 'Ask for a new link' })
  expect(way.getAttribute('href')).toBe('/reset-password')
})

test.each([
  ['sign-up', 'sign-up'],
  ['reset-password', 'reset'],
] as const)(
  'XC-1: a link of %s that is over says so before a password is made up for it',
  async (page, kind) => {
    auth.checkLink.mockRejectedValue(wrongField('#/token'))
    open(page, 't0ken')
    expect(await screen.findByText('This link no longer works')).toBeTruthy()
    expect(auth.checkLink).toHaveBeenCalledWith({ body: { kind, token: 't0ken' } })
    expect(screen.queryByLabelText('New password')).toBeNull()
  },
)

test('XC-1: a link that cannot be asked about is tried', async () => {
  auth.checkLink.mockRejectedValue(new TypeError('no network'))
  open('reset-password', 't0ken')
  expect(await screen.findByLabelText('New password')).toBeTruthy()
})

const stillWorks = () => screen.queryByText('The link in your e-mail still works') !== null

test.each(['sign-up', 'reset-password'] as const)(
  'XC-1: %s that is loaded anew tells that the link of the mail still works',
  async (page) => {
    open(page)
    expect(stillWorks()).toBe(false)
    cleanup()
    open(page, 't0ken')
    await screen.findByLabelText('New password')
    // A page that is left by a reload takes nothing away.
    const { state } = history
    expect(JSON.stringify(state)).not.toContain('t0ken')
    cleanup()
    history.replaceState(state, '')
    open(page)
    expect(stillWorks()).toBe(true)
  },
)

test('XC-1: of a link that is over, or was used, nobody is told that it works', async () => {
  auth.checkLink.mockRejectedValueOnce(wrongField('#/token'))
  open('reset-password', 't0ken')
  await screen.findByText('This link no longer works')
  cleanup()
  open('reset-password')
  expect(stillWorks()).toBe(false)
  cleanup()
  open('reset-password', 't0ken')
  await userEvent.type(await screen.findByLabelText('New password'), 'a long enough one{Enter}')
  await screen.findByText('Your password is changed')
  const { state } = history
  cleanup()
  history.replaceState(state, '')
  open('reset-password')
  expect(stillWorks()).toBe(false)
})

test('TM-1: an invitation that is over says whom to ask', async () => {
  invites.show.mockRejectedValue(wrongField('#/token'))
  open('accept-invite', 't0ken')
  expect(await screen.findByText('This link no longer works')).toBeTruthy()
  expect(screen.getByText(/Ask whoever invited you/)).toBeTruthy()
})

test('XC-1: signing up sends a link, and the link opens the dashboard', async () => {
  open('sign-up')
  await userEvent.type(screen.getByLabelText('Company'), 'Northwind')
  await userEvent.type(screen.getByLabelText('Your name'), 'Ada Moreau')
  await userEvent.type(screen.getByLabelText('Work e-mail'), 'ada@northwind.example')
  await press('Create an account')
  expect(auth.signUp).toHaveBeenCalledWith({
    body: {
      tenantName: 'Northwind',
      name: 'Ada Moreau',
      email: 'ada@northwind.example',
      locale: 'en',
    },
  })
  expect(await screen.findByText('Look into your e-mails')).toBeTruthy()
})

test('XC-1: the link of a sign-up founds the tenant with a password, and enters it', async () => {
  auth.confirmSignUp.mockResolvedValue(sessionOf())
  open('sign-up', 't0ken')
  await userEvent.type(await screen.findByLabelText('New password'), 'a long enough password')
  await press('Open dashboard')
  expect(enter).toHaveBeenCalled()
  expect(onEntered).toHaveBeenCalledTimes(1)
})

test('XC-1: an address is confirmed with a press, for programs open links as well', async () => {
  open('confirm-email', 't0ken')
  expect(auth.confirmEmail).not.toHaveBeenCalled()
  await press('Confirm e-mail address')
  expect(auth.confirmEmail).toHaveBeenCalledWith({ body: { token: 't0ken' } })
  expect(await screen.findByText('E-mail address confirmed')).toBeTruthy()
})

test('who is new says a name and chooses a password', async () => {
  invites.show.mockResolvedValue(invitation)
  invites.accept.mockResolvedValue(sessionOf())
  open('accept-invite', 't0ken')
  expect((await screen.findByText(/invites you/)).textContent).toBe(
    'Ada Moreau invites you to join Northwind as developer.',
  )
  await userEvent.type(screen.getByLabelText('Your name'), 'Dana')
  await userEvent.type(screen.getByLabelText('New password'), 'a long enough password')
  await press('Join Northwind')
  expect(invites.accept).toHaveBeenCalledWith({
    body: { token: 't0ken', name: 'Dana', password: 'a long enough password' },
  })
  expect(onEntered).toHaveBeenCalledTimes(1)
})

test('who has an account joins with its password, and who is signed in with a press', async () => {
  invites.show.mockResolvedValue({ ...invitation, known: true, signedIn: true })
  invites.accept.mockResolvedValue(sessionOf())
  open('accept-invite', 't0ken')
  await screen.findByRole('button', { name: 'Join Northwind' })
  expect(screen.queryByLabelText('Your name')).toBeNull()
  expect(screen.queryByLabelText('Password')).toBeNull()
  await press('Join Northwind')
  expect(invites.accept).toHaveBeenCalledWith({ body: { token: 't0ken' } })
})

test('a page that only works by a link says where the link is', () => {
  open('confirm-email')
  expect(screen.getByText('Open the link in the e-mail')).toBeTruthy()
})

test('TM-1 XC-1: whom the provider of their company lets in is led there, and asked for no password', async () => {
  invites.show.mockResolvedValue({ ...invitation, bySso: true })
  open('accept-invite', 't0ken')
  const way = await screen.findByRole('link', { name: 'Go on with your company' })
  expect(way.getAttribute('href')).toBe('/sign-in/company#email=dana%40northwind.example')
  expect(screen.getByText(/Ada Moreau/)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByLabelText('New password')).toBeNull()
})

test('XC-1: who is asked for it only once they accept is led there as well', async () => {
  invites.show.mockResolvedValue({ ...invitation, known: true, signedIn: true })
  invites.accept.mockRejectedValue(problem('sso-required', { status: 401 }))
  open('accept-invite', 't0ken')
  await userEvent.click(await screen.findByRole('button', { name: /Northwind/ }))
  expect(await screen.findByRole('link', { name: 'Go on with your company' })).toBeTruthy()
})
