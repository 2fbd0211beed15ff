import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Language } from '../language/use-language.ts'
import { CompanyPage } from './company-page.tsx'
import { companyPathFor, takeCompanyWay, type CompanyWay } from './company-way.ts'

const begin = jest.fn<Client['signOn']['begin']>()
const start = jest.fn<Client['signOn']['start']>()
const finish = jest.fn<Client['signOn']['finish']>()
const enter = jest.fn<(ask: () => Promise<Session>) => Promise<void>>()
const onEntered = jest.fn()
const leave = jest.fn()
const language: Language = { chosen: 'en', locale: 'en', shown: 'en', choose: () => undefined }

const problem = (reason: string) =>
  new ProblemError({
    type: '/docs/problems/sign-on-failed',
    title: 'Failed',
    status: 401,
    code: 'sign-on-failed',
    detail: 'Told to programs.',
    instance: 'r1',
    reason,
  })

beforeEach(() => {
  begin.mockReset().mockResolvedValue()
  start.mockReset().mockResolvedValue({ url: 'https://login.acme.example/auth' })
  finish.mockReset().mockResolvedValue({} as Session)
  enter.mockReset().mockImplementation(async (ask) => void (await ask()))
  onEntered.mockReset()
  leave.mockReset()
  sessionStorage.clear()
})

const show = (way: CompanyWay) =>
  render(
    <CompanyPage
      way={way}
      api={{ signOn: { begin, start, finish } } as unknown as Client}
      member={{ enter }}
      {...{ language, onEntered, leave }}
    />,
  )

const back = {
  tenantId: 't1',
  code: 'c1',
  state: 's1',
  iss: 'https://login.acme.example',
  isRefused: false,
}

test('XC-1: the address is asked for, and the browser led to its company’s provider', async () => {
  show({})
  await userEvent.type(screen.getByLabelText('Work e-mail'), 'ada@acme.example{enter}')
  await waitFor(() => expect(leave).toHaveBeenCalledWith('https://login.acme.example/auth'))
  expect(begin).toHaveBeenCalledWith({ body: { email: 'ada@acme.example' } })
})

test('XC-1: who was led here from the password need not type the address again', () => {
  show({ email: 'ada@acme.example' })
  expect(screen.getByLabelText<HTMLInputElement>('Work e-mail').value).toBe('ada@acme.example')
})

test('XC-1: a domain without a provider is told so, with another way', async () => {
  start.mockRejectedValue(problem('not-offered'))
  show({ email: 'ada@acme.example' })
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/No company signs in/)
  expect(screen.getByRole('link', { name: 'Other ways to sign in' }).getAttribute('href')).toBe('/')
  expect(leave).not.toHaveBeenCalled()
})

test('XC-1: nothing that runs is taken for a provider', async () => {
  start.mockResolvedValue({ url: 'javascript:alert(1)' })
  show({ email: 'ada@acme.example' })
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  await waitFor(() => expect(start).toHaveBeenCalled())
  expect(leave).not.toHaveBeenCalled()
})

test('XC-1: what came back is sent on once, and opens the dashboard', async () => {
  show({ back })
  await waitFor(() => expect(onEntered).toHaveBeenCalledTimes(1))
  const { isRefused: _, ...body } = back
  expect(finish.mock.calls).toEqual([[{ body }]])
})

async function goOut(way: CompanyWay) {
  const { unmount } = show({ email: 'ada@acme.example', ...way })
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  await waitFor(() => expect(leave).toHaveBeenCalled())
  unmount()
}

test('EM-10, XC-1: who comes back from the provider goes on where they were going', async () => {
  const goingTo = '/keys?revoke=k1&environment=production&back=https%3A%2F%2Fportal.example#k1'
  await goOut({ goingTo })
  show({ back })
  await waitFor(() => expect(onEntered).toHaveBeenCalledWith(goingTo))
  await goOut({})
  show({ back })
  await waitFor(() => expect(onEntered).toHaveBeenLastCalledWith('/'))
})

const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

test('XC-1: whom the provider let through to nobody begins again on the way to the same place', async () => {
  await goOut({ goingTo: '/keys?revoke=k1' })
  show({ back: { ...back, isRefused: true } })
  expect(to('Begin again')).toBe(companyPathFor({ goingTo: '/keys?revoke=k1' }))
  expect(to('Other ways to sign in')).toBe('/keys?revoke=k1')
})

test.each([
  'https://evil.example/',
  '//evil.example/keys',
  '/\\evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
])(
  'XC-1: a way that leads out of our own pages leads to the first of them: %s',
  async (goingTo) => {
    await goOut({ goingTo })
    const { unmount } = show({ goingTo })
    expect(to('Other ways to sign in')).toBe('/')
    unmount()
    show({ back })
    await waitFor(() => expect(onEntered).toHaveBeenCalledWith('/'))
  },
)

test.each([
  ['over', /took too long/],
  ['no-member', /no member here yet/],
  ['kept-out', /suspended or removed/],
  ['email-unverified', /not confirmed your e-mail/],
  ['email-unusable', /no mail can be sent/],
  ['other-domain', /may not speak for/],
  ['other-account', /another account/],
  ['not-proved', /could not be confirmed/],
  ['provider-failed', /does not answer/],
] as const)('XC-1: why nobody came in is said in words: %s', async (reason, words) => {
  finish.mockRejectedValue(problem(reason))
  show({ back })
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
  expect(screen.getByRole('link', { name: 'Begin again' })).toBeTruthy()
  expect(onEntered).not.toHaveBeenCalled()
})

test('XC-1: whom the provider let through to nobody is told, and nothing is asked', () => {
  show({ back: { ...back, code: '', isRefused: true } })
  expect(screen.getByRole('alert').textContent).toMatch(/has ended the sign-in/)
  expect(finish).not.toHaveBeenCalled()
})

test('XC-1: what opens something leaves the address at once', () => {
  const replaceState = jest.fn()
  const history = { state: null, replaceState }
  const at = (pathname: string, search = '', hash = '') =>
    takeCompanyWay({ pathname, search, hash }, history)
  expect(
    at('/sign-in/company/t1', '?code=c1&state=s1&iss=https%3A%2F%2Flogin.acme.example'),
  ).toEqual({
    back: { ...back },
  })
  expect(replaceState).toHaveBeenLastCalledWith(null, '', '/sign-in/company')
  expect(at('/sign-in/company/t1', '?error=access_denied&state=s1')?.back?.isRefused).toBe(true)
  const known = {
    email: 'a+b@acme.example',
    goingTo: '/keys?revoke=k1&back=https://portal.example',
  }
  const [path = '', hash = ''] = companyPathFor(known).split('#')
  expect(at(path, '', `#${hash}`)).toEqual(known)
  expect(companyPathFor({})).toBe('/sign-in/company')
  expect(at('/keys')).toBeUndefined()
})
