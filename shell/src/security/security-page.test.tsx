import type { SsoSettings } from '@sonaqor/contract/sso'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { expect, jest, test } from '@jest/globals'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import SecurityPage from './security-page.tsx'
import { connection, domain, nothingSetUp, settings } from './testing/settings.ts'

type Api = ModuleContext['api']
const owner = ['security:read', 'security:write'] as const

interface Given extends Omit<FakeModuleOptions, 'api'> {
  readonly sso?: SsoSettings
  readonly without?: number
  readonly api?: Partial<Api['sso']>
  readonly security?: Partial<Api['security']>
  readonly drafts?: Partial<Api['drafts']>
}

function show({ sso = settings, without = 0, api, security, drafts, ...options }: Given = {}) {
  const policy = { secondFactorRequired: false, membersWithoutFactor: without, revision: 7 }
  const module = fakeModule({
    scopes: [...owner],
    ...options,
    api: {
      security: { show: () => Promise.resolve(policy), ...security },
      sso: { show: () => Promise.resolve(sso), ...api },
      ...(drafts && { drafts }),
    },
  })
  render(
    <Surface locale="en">
      <SecurityPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }, { timeout: 10_000 }))
const toggle = async (name: string) => userEvent.click(await screen.findByRole('switch', { name }))
const isOff = async (name: string) =>
  (await screen.findByRole('switch', { name })).getAttribute('aria-disabled') === 'true'

test('XC-1: without security:read the page names the missing scope and asks for nothing', () => {
  const asked = jest.fn<Api['sso']['show']>()
  show({ scopes: [], api: { show: asked } })
  expect(screen.getByText('security:read')).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()
})

test('XC-1: who would be kept out is told before a second factor is required of all', async () => {
  const update = jest.fn<Api['security']['update']>(() =>
    Promise.resolve({ secondFactorRequired: true, membersWithoutFactor: 3, revision: 8 }),
  )
  show({ without: 3, security: { update } })
  await toggle('Require a second factor')
  const asked = within(await screen.findByRole('dialog'))
  expect(asked.getByText(/3 active members have set up none/)).toBeTruthy()
  expect(update).not.toHaveBeenCalled()
  await userEvent.click(asked.getByRole('button', { name: 'Require it' }))
  expect(update).toHaveBeenCalledWith({ body: { secondFactorRequired: true }, ifMatch: 7 })
})

test('XC-1: who may only look sees all of it and changes nothing', async () => {
  show({ scopes: ['security:read'] })
  expect(await screen.findByText('https://login.acme.example')).toBeTruthy()
  expect(await isOff('Require a second factor')).toBe(true)
  expect(await isOff('People can sign in with the company')).toBe(true)
  for (const name of ['Test connection', 'Change', 'Remove', 'Add domain']) {
    expect(screen.queryByRole('button', { name })).toBeNull()
  }
})

test('XC-1: single sign-on is switched on once the provider is good and a domain is verified', async () => {
  const change = jest.fn<Api['sso']['switch']>(() => Promise.resolve(settings))
  show({ api: { switch: change } })
  await toggle('People can sign in with the company')
  expect(change).toHaveBeenCalledWith({ body: { enabled: true, required: false }, ifMatch: 3 })
})

test.each([
  [
    'Test the connection first.',
    {
      ...settings,
      connection: { ...connection, check: { state: 'never', at: null, fault: null } },
    },
  ],
  ['Verify a domain first.', { ...settings, domains: [] }],
] as const)('XC-1: until then the switch says why not: %s', async (words, sso) => {
  show({ sso: sso as SsoSettings })
  expect(await isOff('People can sign in with the company')).toBe(true)
  expect(screen.getByText(words)).toBeTruthy()
})

test('XC-1: whose sessions end is told before everybody has to come by the provider', async () => {
  const change = jest.fn<Api['sso']['switch']>(() => Promise.resolve(settings))
  const sso = { ...settings, connection: { ...connection, enabled: true } }
  show({ sso, api: { switch: change } })
  await toggle('Only with the company')
  const asked = within(await screen.findByRole('dialog'))
  expect(asked.getByText(/Open sessions that came in otherwise end now/)).toBeTruthy()
  expect(change).not.toHaveBeenCalled()
  await userEvent.click(asked.getByRole('button', { name: 'Require it' }))
  expect(change).toHaveBeenCalledWith({ body: { enabled: true, required: true }, ifMatch: 3 })
})

test('XC-1: a domain that is not proved shows its record, and is checked by a press', async () => {
  const checkDomain = jest.fn<Api['sso']['checkDomain']>(() => Promise.resolve(domain))
  show({ api: { checkDomain } })
  expect(await screen.findByText('_sonaqor.acme-trading.example')).toBeTruthy()
  expect(screen.getByText('sonaqor-verification=b7Gh2LmPq4')).toBeTruthy()
  expect(screen.queryByText(domain.record.value)).toBeNull()
  await press('Check again: acme-trading.example')
  expect(checkDomain).toHaveBeenCalledWith({ params: { id: settings.domains[0]!.id } })
})

test('XC-1: a domain is added, and what is none is said before anything is sent', async () => {
  const claimDomain = jest.fn<Api['sso']['claimDomain']>(() => Promise.resolve(domain))
  show({ api: { claimDomain } })
  await press('Add domain')
  const dialog = within(await screen.findByRole('dialog', {}, { timeout: 10_000 }))
  await userEvent.type(dialog.getByLabelText('Domain'), 'ada@acme{enter}')
  expect(dialog.getByText('Write a domain like acme.example.')).toBeTruthy()
  expect(claimDomain).not.toHaveBeenCalled()
  await userEvent.clear(dialog.getByLabelText('Domain'))
  await userEvent.type(dialog.getByLabelText('Domain'), 'acme.example{enter}')
  expect(claimDomain).toHaveBeenCalledWith({ body: { domain: 'acme.example' } })
  expect(await screen.findByText('acme.example was added')).toBeTruthy()
})

test('XC-1: what was wrong with the provider is said in words', async () => {
  const check = { state: 'bad', at: null, fault: 'client-refused' } as const
  show({ sso: { ...settings, connection: { ...connection, check } } })
  expect(await screen.findByText(/does not take us for its client/)).toBeTruthy()
})

test('XC-1: a provider is set up step by step, and its secret is sent and never shown', async () => {
  const configure = jest.fn<Api['sso']['configure']>(() => Promise.resolve(settings))
  show({ sso: nothingSetUp, api: { configure } })
  await press('Set up single sign-on')
  expect(await screen.findByText(settings.redirectUri, {}, { timeout: 10_000 })).toBeTruthy()
  await press('Continue')
  await press('Continue')
  expect(screen.getByText(/begins with https/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Issuer'), 'https://login.acme.example')
  await userEvent.type(screen.getByLabelText('Client ID'), 'sonaqor')
  await userEvent.type(screen.getByLabelText('Client secret'), 'hush hush')
  await press('Continue')
  await userEvent.type(await screen.findByLabelText(/Claim that names/), 'groups')
  await press('Add a group')
  await userEvent.type(screen.getByLabelText('Group'), 'platform')
  await userEvent.selectOptions(screen.getByLabelText('Role'), 'admin')
  await press('Continue')
  expect(screen.queryByText('hush hush')).toBeNull()
  await press('Save')
  await waitFor(() => expect(configure).toHaveBeenCalled())
  expect(configure.mock.calls[0]?.[0]).toEqual({
    body: {
      issuer: 'https://login.acme.example',
      clientId: 'sonaqor',
      clientSecret: 'hush hush',
      createsMembers: true,
      defaultRole: 'viewer',
      roleClaim: 'groups',
      roleMap: [{ value: 'platform', role: 'admin' }],
      factorCounts: false,
    },
    ifMatch: 0,
  })
})

test('XC-12: whoever is interrupted in the set-up finds their answers again, but never the secret', async () => {
  const saved = { kind: 'sso.configure', key: 'new', savedAt: '2026-11-20T09:30:00.000Z' }
  const rest = { ...saved, revision: 1, expiresAt: '2026-12-20T09:30:00.000Z' }
  const save = jest.fn<Api['drafts']['save']>(() => Promise.resolve(rest))
  const drop = jest.fn<Api['drafts']['drop']>(() => Promise.resolve())
  let content: Readonly<Record<string, unknown>> | undefined
  const drafts = {
    show: () => Promise.resolve({ draft: content ? { ...rest, content } : null }),
    save,
    drop,
  }
  const begin = async () => {
    show({ sso: nothingSetUp, drafts })
    await press('Set up single sign-on')
    await screen.findByText(nothingSetUp.redirectUri, {}, { timeout: 10_000 })
    await press('Continue')
  }
  await begin()
  await userEvent.type(await screen.findByLabelText('Issuer'), 'https://login.acme.example')
  await userEvent.type(screen.getByLabelText('Client secret'), 'hush hush')
  await userEvent.type(screen.getByLabelText('Client ID'), 'sonaqor')
  await press('Back')
  cleanup()
  await waitFor(() => expect(save).toHaveBeenCalled())
  content = save.mock.lastCall?.[0].body.content
  expect(JSON.stringify(content)).not.toContain('hush')
  await begin()
  expect((await screen.findByLabelText<HTMLInputElement>('Issuer')).value).toBe(
    'https://login.acme.example',
  )
  expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('')
  expect(screen.getByRole('button', { name: 'Start over' })).toBeTruthy()
  await press('Back')
  await press('Cancel')
  await waitFor(() => expect(drop).toHaveBeenCalled())
})

test('XC-1: a kept secret stays where issuer and client stay, and is asked for anew otherwise', async () => {
  const configure = jest.fn<Api['sso']['configure']>(() => Promise.resolve(settings))
  show({ api: { configure } })
  await press('Change')
  await press('Continue')
  const issuer = await screen.findByLabelText('Issuer')
  await userEvent.type(issuer, '/other')
  await press('Continue')
  expect(screen.getByText('This is needed.')).toBeTruthy()
  await userEvent.clear(issuer)
  await userEvent.type(issuer, connection.issuer)
  await press('Continue')
  await press('Continue')
  await press('Save')
  await waitFor(() => expect(configure).toHaveBeenCalled())
  expect(configure.mock.calls[0]?.[0].body).not.toHaveProperty('clientSecret')
})
