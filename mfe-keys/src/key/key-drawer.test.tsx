import type { ModuleContext } from '@sonaqor/module'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { fakeModule } from '@sonaqor/module/testing'
import { describe, expect, jest, test } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, askToRevoke, openDrawer, rowOf, pageOver } from '../testing/show-keys-page.tsx'

type Keys = ModuleContext['api']['keys']

const showPage = pageOver({ keys, apps })

test('KY-6: a press on a row shows all of the key beside the list, and an address leads there', async () => {
  const module = showPage()
  const drawer = await openDrawer('Checkout server')
  expect(module.viewState.read()).toEqual({ key: keyOf().id })
  for (const words of ['sq_test_9fK2…x7Qz', keyOf().id, 'Checkout', 'Dana Developer']) {
    expect(drawer.getByText(words)).toBeTruthy()
  }
  expect(drawer.getByText('Send transactions')).toBeTruthy()
  expect(drawer.getByText('Never, until it is revoked')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Close' }))
  expect(module.viewState.read()).toEqual({})
})

test('KY-6: when a key was used last is read again as it opens', async () => {
  const show = jest.fn<Keys['show']>(() => Promise.resolve(keyOf({ lastUsedAt: ago(0) })))
  showPage({ api: { keys: { show } } })
  const drawer = await openDrawer('Checkout server')
  expect(await drawer.findByText('now')).toBeTruthy()
  expect(show).toHaveBeenCalledTimes(1)
})

test('KY-4: from where a key was used last is said, and what it is held to', async () => {
  const held = keyOf({
    ipAllowlist: ['203.0.113.0/24', '2001:db8::1/128'],
    requestsPerMinute: 1200,
  })
  showPage({ api: { keys: { show: () => Promise.resolve(held) } } })
  const drawer = await openDrawer('Checkout server')
  expect(drawer.getByText('from 203.0.113.7')).toBeTruthy()
  expect(await drawer.findByText('203.0.113.0/24, 2001:db8::1/128')).toBeTruthy()
  expect(drawer.getByText('1,200')).toBeTruthy()
})

test('KY-6: a key that is opened right after typing stays open', async () => {
  const module = showPage()
  await rowOf('Checkout server')
  const field = screen.getByRole('searchbox', { name: 'Search keys' })
  // Found before, for on a busy machine the pause is over by the time that it is.
  const opener = screen.getByRole('button', { name: 'Open Checkout server' })
  fireEvent.change(field, { target: { value: 'c' } })
  fireEvent.click(opener)
  const both = { search: 'c', key: keyOf().id }
  await waitFor(() => expect(module.viewState.read()).toEqual(both))
})

test('KY-6: what is shown of a key can be copied', async () => {
  const user = userEvent.setup()
  showPage()
  const drawer = await openDrawer('Checkout server')
  await user.click(drawer.getByRole('button', { name: 'Copy shown part of the key' }))
  expect(await navigator.clipboard.readText()).toBe('sq_test_9fK2…x7Qz')
})

test('KY-6: a link to a key that is not in view asks for that key', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ key: 'far-away' })
  const show = jest.fn<Keys['show']>(() =>
    Promise.resolve(keyOf({ id: 'far-away', label: 'Far away' })),
  )
  showPage({ viewState, api: { keys: { show } } })
  expect(await screen.findByRole('dialog', { name: 'Far away' })).toBeTruthy()
  expect(show).toHaveBeenCalledWith({ params: { id: 'far-away' } })
})

test('XC-12: a link to a key of the other environment says where it is, and offers nothing to do here', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ key: 'live' })
  const live = keyOf({ id: 'live', label: 'Billing', environment: 'production' })
  const module = showPage({ viewState, api: { keys: { show: () => Promise.resolve(live) } } })
  const drawer = within(await screen.findByRole('dialog', { name: 'Billing' }))
  expect(drawer.getByText('This key belongs to production')).toBeTruthy()
  expect(drawer.getByText(/You are viewing the sandbox/)).toBeTruthy()
  expect(drawer.queryByRole('button', { name: /^(Revoke|Show requests)/ })).toBeNull()

  await userEvent.click(drawer.getByRole('button', { name: 'Switch to production' }))
  const there = { view: 'keys.list', params: { environment: 'production', key: 'live' } }
  expect(module.navigated).toEqual([there])
  module.turnTo({ environment: 'production' })
  expect(module.viewState.read()).toEqual({ key: 'live' })
  expect(await drawer.findByRole('button', { name: 'Revoke…' })).toBeTruthy()
  expect(drawer.queryByText('This key belongs to production')).toBeNull()
})

test('KY-4: of a key that was never used there are no requests to show, but a way to begin', async () => {
  const fresh = keyOf({ lastUsedAt: null })
  showPage({
    api: { keys: { list: () => pageWith([fresh]), show: () => Promise.resolve(fresh) } },
  })
  const menu = await actsOn('Checkout server')
  const item = menu.getByRole('menuitem', { name: /^Show requests/ })
  expect(item.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(menu.getByRole('menuitem', { name: 'Show details' }))
  const drawer = within(await screen.findByRole('dialog', { name: 'Checkout server' }))
  expect(drawer.getByText('No request has been accepted with this key yet.')).toBeTruthy()
  expect(drawer.getByText('First call')).toBeTruthy()
  expect(drawer.queryByRole('button', { name: 'Show requests' })).toBeNull()
})

test('KY-1: beside its first call stands from where alone a key works', async () => {
  const fresh = keyOf({ lastUsedAt: null, ipAllowlist: ['10.20.0.0/16', '2001:db8::/32'] })
  showPage({
    api: { keys: { list: () => pageWith([fresh]), show: () => Promise.resolve(fresh) } },
  })
  const drawer = await openDrawer('Checkout server')
  const where = await drawer.findByText(/^It works only from/)
  expect(where.textContent).toBe('It works only from 10.20.0.0/16, 2001:db8::/32.')
})

test.each([
  [40, 'reminded 30, 14, 7 days and one day before.'],
  [20, 'reminded 14, 7 days and one day before.'],
  [7, 'reminded one day before.'],
  [0.5, undefined],
])('KY-8: of a key that ends in %s days the reminders to come are told', async (days, words) => {
  const ending = keyOf({ expiresAt: ago(-days * 24 * 3_600_000) })
  showPage({
    api: { keys: { list: () => pageWith([ending]), show: () => Promise.resolve(ending) } },
  })
  const drawer = await openDrawer('Checkout server')
  expect(drawer.queryByText(/^Owners and developers/)?.textContent.split(' are ')[1]).toBe(words)
})

test('KY-4: a key in use is not told how to begin', async () => {
  showPage()
  const drawer = await openDrawer('Checkout server')
  await drawer.findByRole('button', { name: 'Show requests' })
  expect(drawer.queryByText('First call')).toBeNull()
})

test('KY-4: a key that is over and let nothing in leads to the requests that were refused', async () => {
  const module = showPage()
  const drawer = await openDrawer('Laptop of Raja')
  expect(drawer.getByText('No request has been accepted with it')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Show requests' }))
  expect(module.navigated).toHaveLength(1)
})

test('KY-6: a revoked key stays in the list, says so, and why it cannot be revoked again', async () => {
  showPage()
  expect(within(await rowOf('Old importer')).getByText('Revoked')).toBeTruthy()
  const menu = await actsOn('Old importer')
  const item = menu.getByRole('menuitem', { name: /^Revoke/ })
  expect(item.getAttribute('aria-disabled')).toBe('true')
  expect(menu.getByText('It has already been revoked.')).toBeTruthy()
  await userEvent.click(menu.getByRole('menuitem', { name: 'Show details' }))
  const drawer = within(await screen.findByRole('dialog', { name: 'Old importer' }))
  expect(drawer.getByText(/Every request with it is refused/)).toBeTruthy()
  expect(drawer.queryByRole('button', { name: /^Revoke/ })).toBeNull()
})

test('KY-3: revoking says what will happen, does it once, and tells that it is done', async () => {
  const end = jest.fn<Keys['revoke']>(() => Promise.resolve(keyOf({ state: 'revoked' })))
  showPage({ api: { keys: { revoke: end } } })
  const dialog = await askToRevoke('Checkout server')
  expect(dialog.getByText(/refused from the very next one on/)).toBeTruthy()
  expect(dialog.getByText('This key has been in use')).toBeTruthy()
  const button = dialog.getByRole('button', { name: 'Revoke key' })
  act(() => {
    button.click()
    button.click()
  })

  expect(await screen.findByText('“Checkout server” was revoked')).toBeTruthy()
  expect(end).toHaveBeenCalledTimes(1)
  expect(end).toHaveBeenCalledWith({ params: { id: keyOf().id } })
  expect(screen.queryByRole('dialog', { name: /^Revoke/ })).toBeNull()
})

test('KY-3: a production key is revoked by whoever types its label alone, for it cannot come back', async () => {
  const live = keyOf({ environment: 'production', label: 'Billing' })
  const end = jest.fn<Keys['revoke']>(() => Promise.resolve({ ...live, state: 'revoked' as const }))
  showPage({ api: { keys: { list: () => pageWith([live]), revoke: end } } })
  const dialog = await askToRevoke('Billing')
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
  expect(dialog.getByText('This does not match the label of the key.')).toBeTruthy()
  expect(document.activeElement).toBe(dialog.getByLabelText('Type “Billing” to confirm'))
  // Another app may hold a key of the same label.
  expect(dialog.getByText(/^It is a key of Checkout, in production/)).toBeTruthy()
  expect(end).not.toHaveBeenCalled()
  await userEvent.type(dialog.getByLabelText('Type “Billing” to confirm'), ' Billing{Enter}')
  expect(await screen.findByText('“Billing” was revoked')).toBeTruthy()
})

test('XC-6: the focus stays in the list when the row that had it goes with the filter', async () => {
  const list = jest
    .fn(() => pageWith(keys.slice(1)))
    .mockImplementationOnce(() => pageWith([keyOf(), ...keys.slice(1)]))
  showPage({
    api: { keys: { list, revoke: () => Promise.resolve(keyOf({ state: 'revoked' })) } },
  })
  const dialog = await askToRevoke('Checkout server')
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
  await screen.findByText('“Checkout server” was revoked')
  await waitFor(() => expect(document.activeElement?.querySelector('table')).toBeTruthy())
})

test('KY-3: a key revoked in its drawer says so there', async () => {
  const revoked = keyOf({ state: 'revoked', revokedAt: ago(1_000) })
  const list = jest.fn(() => pageWith([revoked])).mockImplementationOnce(() => pageWith([keyOf()]))
  const show = jest
    .fn(() => Promise.resolve(revoked))
    .mockImplementationOnce(() => Promise.resolve(keyOf()))
  const answers = {
    list,
    show,
    revoke: () => Promise.resolve(revoked),
  }
  showPage({ api: { keys: answers } })
  const drawer = await openDrawer('Checkout server')
  await userEvent.click(drawer.getByRole('button', { name: 'Revoke…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Revoke “Checkout server”?' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
  const news = await drawer.findByText(/Every request with it is refused/)
  expect(news.textContent).toContain('Revoked now.')
  await waitFor(() => expect(document.activeElement).toBe(news))
  expect(drawer.queryByRole('button', { name: 'Revoke…' })).toBeNull()
})

test('KY-3: a refusal to revoke is shown in the dialog, which stays', async () => {
  showPage({ api: { keys: { revoke: () => Promise.reject(new TypeError('no answer')) } } })
  const dialog = await askToRevoke('Checkout server')
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
  expect(await dialog.findByText('The server could not be reached')).toBeTruthy()
})

describe('KY-3: whether a key is in use is asked again before it is revoked', () => {
  const unused = keyOf({ label: 'Checkout server', lastUsedAt: null })
  const list = () => pageWith([unused])

  test('and nobody is told that it never was while it is looked up', async () => {
    showPage({ api: { keys: { list, show: () => new Promise(() => undefined) } } })
    const dialog = await askToRevoke('Checkout server')
    expect(dialog.getByText('Checking whether the key is in use…')).toBeTruthy()
    expect(dialog.queryByText('No request has been accepted with this key')).toBeNull()
  })

  test('and what the list did not know yet is said', async () => {
    const used = { ...unused, lastUsedAt: new Date().toISOString() }
    showPage({ api: { keys: { list, show: () => Promise.resolve(used) } } })
    const dialog = await askToRevoke('Checkout server')
    expect(await dialog.findByText('This key has been in use')).toBeTruthy()
    expect(dialog.getByText('less than a minute ago')).toBeTruthy()
  })

  test('and where it cannot be looked up, that is said', async () => {
    showPage({ api: { keys: { list, show: () => Promise.reject(new TypeError('offline')) } } })
    const dialog = await askToRevoke('Checkout server')
    expect(await dialog.findByText('Could not check whether the key is in use')).toBeTruthy()
  })
})
