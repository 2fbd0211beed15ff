import { expect, jest, test } from '@jest/globals'
import type { App, ChangedApp } from '@sonaqor/contract/apps'
import type { ModuleContext } from '@sonaqor/module'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import AppPage from '../app/app-page.tsx'
import { press, refusal, showAppPage } from '../testing/show-app-page.tsx'

const app = appOf({ id: 'a1', ipAllowlist: ['10.0.0.0/8'], revision: 3 })

type Update = ModuleContext['api']['apps']['update']
const answering = (change: Partial<ChangedApp> = {}) =>
  jest.fn<Update>(({ body }) => {
    const { confirm: _, ...settings } = body
    return Promise.resolve({ ...app, ...settings, revision: 4, warnings: [], ...change })
  })

function showSettings(update: Update, show?: () => Promise<App>) {
  return showAppPage(AppPage, app, {
    state: { tab: 'settings' },
    api: { apps: { update, ...(show && { show }) } },
  })
}

const field = (name: string | RegExp) => screen.findByLabelText(name)
const write = async (name: string | RegExp, value: string) =>
  fireEvent.change(await field(name), { target: { value } })

test('PA-2: what was changed is sent with the version that was seen, and nothing else', async () => {
  const update = answering()
  showSettings(update)
  await write('Name', 'Till')
  await press('Save changes')
  expect(update).toHaveBeenCalledWith({ params: { id: 'a1' }, body: { name: 'Till' }, ifMatch: 3 })
  expect((await screen.findAllByText('Till saved')).length).toBeGreaterThan(0)
})

test('XC-12: what was written in the settings outlasts a look at another tab', async () => {
  showSettings(answering())
  await write('Name', 'Till')
  await userEvent.click(screen.getByRole('tab', { name: 'Keys' }))
  expect(screen.queryByRole('region', { name: 'Settings' })).toBeNull()
  await userEvent.click(screen.getByRole('tab', { name: 'Settings' }))
  expect(await field('Name')).toHaveProperty('value', 'Till')
})

test('PA-2: one’s own address is added to the allowlist by a press', async () => {
  const update = answering()
  showSettings(update)
  await press('Add my address (203.0.113.7)')
  expect(await field(/^IP allowlist/)).toHaveProperty('value', '10.0.0.0/8\n203.0.113.7')
  expect(screen.queryByRole('button', { name: /^Add my address/ })).toBeNull()
  await press('Save changes')
  expect(update.mock.calls[0]?.[0].body).toEqual({ ipAllowlist: ['10.0.0.0/8', '203.0.113.7'] })
})

test('PA-2: a list that shuts out one’s own address warns first, and is saved once that is meant', async () => {
  const warnings = [{ kind: 'own-address-not-covered', address: '203.0.113.7' }] as const
  const update = answering({ warnings: [...warnings] })
  showSettings(update)
  await screen.findByRole('button', { name: /^Add my address/ })
  await write(/^IP allowlist/, '192.0.2.0/24')
  await press('Save changes')
  expect(
    screen.getByText('Keys used at your own address 203.0.113.7 would be refused'),
  ).toBeTruthy()
  expect(update).not.toHaveBeenCalled()
  await press('Save without my address')
  expect(update).toHaveBeenCalledTimes(1)
  expect(
    await screen.findByText('Keys used at your own address 203.0.113.7 are refused now'),
  ).toBeTruthy()
})

const warning = () => screen.getByText(/^Keys used at your own/).closest('[role=status]')
const fault = () => screen.queryByText(/^Not an IP address/)?.textContent

test('PA-2: the warning takes the focus each time it is asked for, and goes with the list it is of', async () => {
  showSettings(answering())
  await screen.findByRole('button', { name: /^Add my address/ })
  await write(/^IP allowlist/, '192.0.2.0/24')
  await press('Save changes')
  expect(document.activeElement).toBe(warning())
  await press('Save changes')
  expect(document.activeElement).toBe(warning())
  await write(/^IP allowlist/, '192.0.3.0/24')
  expect(screen.queryByText(/^Keys used at your own/)).toBeNull()
})

test('PA-2: what is no range is told at its field before any warning, once its line is written', async () => {
  const update = answering()
  showSettings(update)
  await screen.findByRole('button', { name: /^Add my address/ })
  await write(/^IP allowlist/, '300.1.1.1')
  expect(fault()).toBeUndefined()
  await write(/^IP allowlist/, '300.1.1.1\n10')
  expect(fault()).toBe('Not an IP address or CIDR range: 300.1.1.1')
  await write(/^IP allowlist/, 'hello')
  await press('Save changes')
  expect(fault()).toBe('Not an IP address or CIDR range: hello')
  expect(screen.queryByText(/^Keys used at your own/)).toBeNull()
  expect(document.activeElement).toBe(await field(/^IP allowlist/))
  expect(update).not.toHaveBeenCalled()
})

test('PA-2: what the API refused of one list is not said of the next', async () => {
  const errors = [{ pointer: '#/ipAllowlist/0', detail: 'is no range of IPv4 or IPv6 addresses' }]
  showSettings(jest.fn<Update>(() => refusal({ code: 'invalid', errors })))
  await screen.findByRole('button', { name: /^Add my address/ })
  await write(/^IP allowlist/, '::/0\n203.0.113.7')
  await press('Save changes')
  expect(await screen.findByText('Not an IP address or CIDR range: ::/0')).toBeTruthy()
  await write(/^IP allowlist/, '203.0.113.7')
  expect(screen.queryByText(/^Not an IP address/)).toBeNull()
})

test('PA-2: settings that were changed and not saved are asked about before the page is left', async () => {
  const module = showSettings(answering())
  await field('Name')
  expect(module.held()).toBeUndefined()
  await write('Name', 'Till')
  expect(module.held()).toEqual({
    question: 'Discard what you have entered?',
    leave: 'Discard',
  })
  await press('Save changes')
  await waitFor(() => expect(module.held()).toBeUndefined())
})

test('PA-2: what is no range is named at the field, as the API found it', async () => {
  const update = jest.fn<Update>(() =>
    refusal({
      code: 'invalid',
      errors: [{ pointer: '#/ipAllowlist/1', detail: 'is no range of IPv4 or IPv6 addresses' }],
    }),
  )
  showSettings(update)
  await screen.findByRole('button', { name: /^Add my address/ })
  await write(/^IP allowlist/, '203.0.113.0/24\n::ffff:10.0.0.3/95')
  await press('Save changes')
  expect(
    await screen.findByText('Not an IP address or CIDR range: ::ffff:10.0.0.3/95'),
  ).toBeTruthy()
  expect((await field(/^IP allowlist/)).getAttribute('aria-invalid')).toBe('true')
})

test('PA-2: an origin that is none is named, and nothing is sent', async () => {
  const update = answering()
  showSettings(update)
  await write(/^Allowed origins/, 'javascript:alert(1)')
  await press('Save changes')
  expect(screen.getByText(/“javascript:alert\(1\)” is not a valid origin/)).toBeTruthy()
  expect(update).not.toHaveBeenCalled()
})

test('PA-1: where somebody else was faster, both versions are told, and one is chosen', async () => {
  let now = app
  const update = answering()
  update.mockImplementationOnce(() => {
    now = appOf({ ...app, name: 'Kiosk', revision: 4 })
    return refusal({ code: 'precondition-failed' })
  })
  showSettings(update, () => Promise.resolve(now))
  await write('Name', 'Till')
  await press('Save changes')
  const told = within(
    await screen
      .findByText('Somebody else has changed this in the meantime')
      .then((title) => title.closest<HTMLElement>('[role=status]')!),
  )
  expect(told.getByText('Kiosk')).toBeTruthy()
  expect(told.getByText('Till')).toBeTruthy()
  await press('Keep yours')
  await press('Save changes')
  expect(update.mock.calls[1]?.[0]).toMatchObject({ body: { name: 'Till' }, ifMatch: 4 })
})

test('PA-1: the other version may be taken, and what was written goes', async () => {
  let now = app
  const module = showSettings(answering(), () => Promise.resolve(now))
  await write('Name', 'Till')
  now = appOf({ ...app, name: 'Kiosk', revision: 4 })
  act(() => module.emit('apps.updated', { appId: 'a1' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }))
  expect(await field('Name')).toHaveProperty('value', 'Kiosk')
  expect(screen.queryByText(/Somebody else/)).toBeNull()
})

test('XC-5: a form that nobody has touched follows what is changed elsewhere', async () => {
  let now = app
  const module = showSettings(answering(), () => Promise.resolve(now))
  expect(await field('Name')).toHaveProperty('value', app.name)
  now = appOf({ ...app, name: 'Kiosk', revision: 4 })
  act(() => module.emit('apps.updated', { appId: 'a1' }))
  await screen.findByDisplayValue('Kiosk')
  expect(screen.queryByText(/Somebody else/)).toBeNull()
})

test('KY-7: an app is held to a pace, and let go of it by an empty field', async () => {
  const update = answering({ requestsPerMinute: 600 })
  showSettings(update)
  await write(/^Requests a minute/, 'many')
  await press('Save changes')
  expect(screen.getByText('Enter a whole number above 0, or nothing.')).toBeTruthy()
  expect(update).not.toHaveBeenCalled()
  await write(/^Requests a minute/, ' 600 ')
  await press('Save changes')
  expect(update.mock.calls[0]?.[0].body).toEqual({ requestsPerMinute: 600 })
  expect((await screen.findAllByText('Checkout saved')).length).toBeGreaterThan(0)
  expect(await field(/^Requests a minute/)).toHaveProperty('value', '600')
  await write(/^Requests a minute/, '')
  await press('Save changes')
  expect(update.mock.calls[1]?.[0].body).toEqual({ requestsPerMinute: null })
})

test('KY-7: more than the plan allows is told at the field', async () => {
  const detail = 'must be at most 6000, which is what your plan allows'
  const errors = [{ detail, pointer: '#/requestsPerMinute' }]
  showSettings(jest.fn<Update>(() => refusal({ code: 'invalid', errors })))
  await write(/^Requests a minute/, '6001')
  await press('Save changes')
  expect(await screen.findByText(new RegExp('6000', 'u'))).toBeTruthy()
})
