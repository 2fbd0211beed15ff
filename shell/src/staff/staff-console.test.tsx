import { expect, jest, test } from '@jest/globals'
import { ProblemError } from '@sonaqor/contract/client'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { StaffSession, StaffTenant } from '@sonaqor/contract/staff'
import { accessOf, running } from '@sonaqor/storybook/fixtures/support-access'
import { Surface, Toasts } from '@sonaqor/ui'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { otherOrigin } from './at-console.ts'
import { LooksTab } from './looks/looks-tab.tsx'
import { StaffConsole } from './staff-console.tsx'
import type { StaffApi } from './staff-api.ts'
import { TenantsTab } from './tenants/tenants-tab.tsx'

type Api = StaffApi['staff']

const refused = (problem: Partial<ProblemDocument>) =>
  new ProblemError({
    type: 'about:blank',
    title: 'Refused',
    status: 401,
    code: 'unauthenticated',
    detail: 'Refused',
    instance: 'none',
    ...problem,
  })

const sessionOf = (me: Partial<StaffSession['me']> = {}): StaffSession => ({
  token: 'a token',
  expiresIn: 300,
  sessionEndsAt: new Date(Date.now() + 3_600_000).toISOString(),
  idleEndsAt: new Date(Date.now() + 1_800_000).toISOString(),
  me: {
    id: running.id,
    name: 'Sam Support',
    email: 'sam@sonaqor.test',
    role: 'support',
    scopes: ['staff:tenants', 'staff:look'],
    secondFactorMissing: false,
    ...me,
  },
})

const apiOf = (staff: Partial<Api>, auth = {}) => ({ staff, auth }) as unknown as StaffApi

function showConsole(staff: Partial<Api>, link?: string) {
  render(
    <StaffConsole
      api={apiOf({ resume: () => Promise.resolve({ session: null }), ...staff })}
      openDesk={({ open }) => open}
      tenantsOrigin="https://sonaqor.test"
      link={link}
    />,
  )
}

const fill = (label: string, value: string) => userEvent.type(screen.getByLabelText(label), value)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

function page(head: string): HTMLElement {
  const { head: element } = document.implementation.createHTMLDocument()
  element.innerHTML = head
  return element
}

test('only a page that the server says it of is the console, or what it frames', () => {
  const meta = (of: string) => page(`<meta name="sonaqor-${of}-origin" content="https://x.test" />`)
  expect(otherOrigin(page(''))).toBeUndefined()
  expect(otherOrigin(meta('tenants'))).toEqual({ whose: 'tenants', origin: 'https://x.test' })
  expect(otherOrigin(meta('staff'))).toEqual({ whose: 'staff', origin: 'https://x.test' })
})

test('XC-1: whoever has a second factor shows it, in whichever browser it is', async () => {
  const waits = refused({ code: 'second-factor-required', ticket: 'a ticket', methods: ['totp'] })
  const verifyMfa = jest.fn<Api['verifyMfa']>(() => Promise.resolve(sessionOf()))
  showConsole({
    signIn: () => Promise.reject(waits),
    verifyMfa,
    looks: () => Promise.resolve({ data: [] }),
  })
  await screen.findByRole('heading', { level: 1, name: 'Sonaqor staff' })
  await fill('E-mail', 'sam@sonaqor.test')
  await fill('Password', 'correct horse battery staple')
  await press('Sign in')
  expect(screen.queryByRole('checkbox')).toBeNull()
  await userEvent.type(await screen.findByRole('textbox'), '123456')
  await waitFor(() =>
    expect(verifyMfa.mock.calls[0]![0]).toEqual({ body: { ticket: 'a ticket', code: '123456' } }),
  )
  expect(await screen.findByText('Sam Support')).toBeTruthy()
})

test('XC-1: whoever is new sets a password by the link, and signs in with it', async () => {
  const setPassword = jest
    .fn<Api['setPassword']>()
    .mockRejectedValueOnce(
      refused({
        code: 'invalid',
        status: 422,
        errors: [
          { detail: 'is among the passwords that are guessed first', pointer: '#/password' },
        ],
      }),
    )
    .mockResolvedValueOnce(undefined)
  showConsole({ setPassword }, 'the token')
  await screen.findByRole('heading', { level: 1, name: 'Set your password' })
  await fill('New password', 'lemon tugboat quiver anthem')
  await press('Set the password')
  expect(await screen.findByText(/guessed first/)).toBeTruthy()
  await press('Set the password')
  expect(await screen.findByText('Your password is set')).toBeTruthy()
  expect(setPassword.mock.calls[0]).toEqual([
    { body: { token: 'the token', password: 'lemon tugboat quiver anthem' } },
  ])
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/staff')
})

test('what is wrong is told without saying which', async () => {
  showConsole({ signIn: () => Promise.reject(refused({})) })
  await screen.findByRole('heading', { level: 1 })
  await fill('E-mail', 'sam@sonaqor.test')
  await fill('Password', 'wrong')
  await press('Sign in')
  expect(await screen.findByText('E-mail and password do not fit together.')).toBeTruthy()
})

test('nobody is told to be signed out who is not', async () => {
  const signOut = jest
    .fn<Api['signOut']>(() => Promise.resolve())
    .mockImplementationOnce(() => Promise.reject(new TypeError('no network')))
  showConsole({
    resume: () => Promise.resolve({ session: sessionOf() }),
    looks: () => Promise.resolve({ data: [] }),
    signOut,
  })
  await press('Sign out')
  expect(await screen.findByText('Could not sign you out')).toBeTruthy()
  expect(screen.getByText('Sam Support')).toBeTruthy()
  await press('Sign out')
  expect(await screen.findByLabelText('Password')).toBeTruthy()
})

test('who has no second factor yet is led to set one up, and no further', async () => {
  const session = sessionOf({ scopes: [], secondFactorMissing: true })
  showConsole({ resume: () => Promise.resolve({ session }) })
  expect(await screen.findByText(/Set one up to go on/)).toBeTruthy()
  expect(screen.queryByRole('tab')).toBeNull()
})

function showInside(what: React.ReactNode) {
  render(
    <Surface locale="en">
      <Toasts>{what}</Toasts>
    </Surface>,
  )
}

const harbour: StaffTenant = {
  id: running.id,
  name: 'Harbour Bank',
  plan: 'growth',
  demo: false,
  foundedAt: new Date().toISOString(),
  members: 7,
  suspended: null,
  revision: 1,
}
const pageOf = (data: StaffTenant[]) => Promise.resolve({ data, page: { next: null, prev: null } })

test('a tenant is asked for a look with a reason, and for a time', async () => {
  const requestLook = jest.fn<Api['requestLook']>(() => Promise.resolve(accessOf()))
  const onAsked = jest.fn()
  const api = apiOf({ tenants: () => pageOf([harbour]), requestLook })
  showInside(<TenantsTab api={api} maySuspend={false} mayPlan={false} onAsked={onAsked} />)
  await screen.findByText('Harbour Bank')
  expect(screen.queryByRole('button', { name: 'Suspend…' })).toBeNull()
  await press('Ask for a look…')
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask Harbour Bank for a look' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Ask' }))
  expect(dialog.getByText('Say why')).toBeTruthy()
  expect(requestLook).not.toHaveBeenCalled()
  await userEvent.type(dialog.getByLabelText('Reason'), 'Webhooks arrive twice')
  await userEvent.selectOptions(dialog.getByLabelText('Minutes'), '30')
  await userEvent.click(dialog.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(onAsked).toHaveBeenCalled())
  expect(requestLook.mock.calls[0]![0]!.body).toEqual({
    tenantId: harbour.id,
    reason: 'Webhooks arrive twice',
    minutes: 30,
  })
})

test('who may suspend a tenant says why, and lets it work again', async () => {
  const suspended = { ...harbour, suspended: { at: harbour.foundedAt, reason: 'Unpaid' } }
  const suspendTenant = jest.fn<Api['suspendTenant']>(() => Promise.resolve(suspended))
  const tenants = jest
    .fn<Api['tenants']>(() => pageOf([suspended]))
    .mockImplementationOnce(() => pageOf([harbour]))
  const api = apiOf({ tenants, suspendTenant })
  showInside(<TenantsTab api={api} maySuspend mayPlan onAsked={() => undefined} />)
  await press('Suspend…')
  const dialog = within(await screen.findByRole('dialog', { name: 'Suspend Harbour Bank?' }))
  await userEvent.type(dialog.getByLabelText('Reason'), 'Unpaid')
  await userEvent.click(dialog.getByRole('button', { name: 'Suspend' }))
  await waitFor(() =>
    expect(suspendTenant.mock.calls[0]![0]).toEqual({
      params: { id: harbour.id },
      body: { reason: 'Unpaid' },
      ifMatch: harbour.revision,
    }),
  )
  expect(await screen.findByText('Suspended: Unpaid')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Let it work again…' })).toBeTruthy()
})

const isOpen = async (name: string) =>
  (await screen.findByRole('tab', { name })).getAttribute('aria-selected') === 'true'

test('XC-3: the tab stands in the address: a reload stays there, and the way back leads there', async () => {
  const tenants = jest.fn<Api['tenants']>(() => pageOf([harbour]))
  const api = {
    resume: () => Promise.resolve({ session: sessionOf() }),
    looks: () => Promise.resolve({ data: [] }),
    tenants,
  }
  showConsole(api)
  expect(await isOpen('Looks')).toBe(true)
  await userEvent.click(screen.getByRole('tab', { name: 'Tenants' }))
  expect(location.search).toBe('?tab=tenants')
  await fill('Find a tenant by name or id', 'harb')
  await press('Find')
  expect(location.search).toBe('?tab=tenants&find=harb')
  cleanup()
  showConsole(api)
  expect(await isOpen('Tenants')).toBe(true)
  expect(await screen.findByText('Harbour Bank')).toBeTruthy()
  expect(tenants.mock.lastCall?.[0]?.query?.search).toBe('harb')
  expect(screen.getByLabelText<HTMLInputElement>('Find a tenant by name or id').value).toBe('harb')
  act(() => {
    history.replaceState(null, '', '?tab=people')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  // It is none of this person's.
  expect(await isOpen('Looks')).toBe(true)
  history.replaceState(null, '', location.pathname)
})

test('XC-3: what a tenant answers is seen without a press', async () => {
  jest.useFakeTimers()
  const tenant = { id: harbour.id, name: 'Harbour Bank' }
  const looks = jest
    .fn<Api['looks']>()
    .mockResolvedValueOnce({ data: [{ tenant, access: accessOf(), mine: true }] })
    .mockResolvedValue({ data: [{ tenant, access: running, mine: true }] })
  showInside(<LooksTab api={apiOf({ looks })} onEnter={() => undefined} onFind={() => undefined} />)
  await act(() => jest.advanceTimersByTimeAsync(1_000))
  expect(screen.queryByRole('button', { name: 'Look in' })).toBeNull()
  await act(() => jest.advanceTimersByTimeAsync(5_000))
  expect(screen.getByRole('button', { name: 'Look in' })).toBeTruthy()
  jest.useRealTimers()
})

test('only what is one’s own and running is entered; the rest is withdrawn or left alone', async () => {
  const tenant = { id: harbour.id, name: 'Harbour Bank' }
  const data = [
    { tenant, access: running, mine: true },
    { tenant: { ...tenant, name: 'Northwind' }, access: accessOf(), mine: true },
    { tenant: { ...tenant, name: 'Elsewhere' }, access: accessOf({ id: 'other' }), mine: false },
  ]
  const enterLook = jest.fn<Api['enterLook']>(() => new Promise(() => {}))
  const api = apiOf({ looks: () => Promise.resolve({ data }), enterLook })
  showInside(<LooksTab api={api} onEnter={() => undefined} onFind={() => undefined} />)
  const rows = await screen.findAllByRole('listitem')
  expect(within(rows[0]!).getByText('in 42 minutes')).toBeTruthy()
  expect(within(rows[1]!).queryByRole('button', { name: 'Look in' })).toBeNull()
  expect(within(rows[1]!).getByRole('button', { name: 'Withdraw' })).toBeTruthy()
  expect(within(rows[2]!).queryByRole('button')).toBeNull()
  await userEvent.click(within(rows[0]!).getByRole('button', { name: 'Look in' }))
  expect(enterLook.mock.calls[0]![0]).toEqual({ params: { id: running.id } })
})
