import { keyScopes } from '@sonaqor/contract/access'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import KeysPage from './keys-page.tsx'

const developer = ['keys:read', 'keys:write', 'apps:read', 'logs:read'] as const

function showPage(options: FakeModuleOptions = {}) {
  const module = fakeModule({
    scopes: developer,
    ...options,
    api: {
      apps: { list: () => pageWith(apps) },
      ...options.api,
      keys: { list: () => pageWith(keys), ...options.api?.keys },
    },
  })
  render(<KeysPage />, { wrapper: module.wrapper })
  return module
}

const rowOf = async (label: string) => (await screen.findByText(label)).closest('tr')!

test('KY-6: without keys:read the page names the missing scope and asks for nothing', () => {
  const list = jest.fn(() => pageWith(keys))
  showPage({ scopes: [], api: { keys: { list } } })
  expect(screen.getByText('keys:read')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('KY-6: who may only read sees the keys, and no button to issue or revoke', async () => {
  showPage({ scopes: ['keys:read'] })
  await rowOf('Checkout server')
  expect(screen.queryByRole('button', { name: 'Issue key' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Revoke/ })).toBeNull()
})

test('KY-6: a key shows its environment, state, scopes, and enough of itself to be told apart', async () => {
  showPage()
  const row = within(await rowOf('Checkout server'))
  expect(row.getByText('Sandbox')).toBeTruthy()
  expect(row.getByText('Active')).toBeTruthy()
  expect(row.getByText('sq_test_9fK2…x7Qz')).toBeTruthy()
  expect(row.getByText('transactions:ingest')).toBeTruthy()
  expect(row.getByText('3 minutes ago')).toBeTruthy()
})

test('KY-6: a key with many scopes shows a few, and all of them when asked', async () => {
  showPage({ api: { keys: { list: () => pageWith([keyOf({ scopes: [...keyScopes] })]) } } })
  const row = within(await rowOf('Checkout server'))
  expect(row.getByText(`${keyScopes.length - 3} more`)).toBeTruthy()
  expect(row.getAllByRole('listitem', { hidden: true })).toHaveLength(keyScopes.length)
})

test('KY-6: a revoked key stays in the list, says so, and cannot be revoked again', async () => {
  showPage()
  const row = within(await rowOf('Old importer'))
  expect(row.getByText('Revoked')).toBeTruthy()
  expect(row.queryByRole('button', { name: /Revoke/ })).toBeNull()
})

test('KY-6: the filter asks the API for one state, and is kept where the host keeps such things', async () => {
  const list = jest.fn(() => pageWith(keys))
  const module = showPage({ api: { keys: { list } } })
  await userEvent.click(screen.getByRole('radio', { name: 'Revoked' }))
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ state: 'revoked', environment: 'sandbox' }),
    }),
  )
  expect(module.viewState.read()).toEqual({ state: 'revoked' })
})

test('XC-8: more keys are read with the cursor of the page before', async () => {
  const list = jest
    .fn(() => pageWith([keyOf({ id: 'a', label: 'Second page' })]))
    .mockImplementationOnce(() => pageWith(keys, 'cursor-2'))
  showPage({ api: { keys: { list } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Load more' }))
  await rowOf('Second page')
  await rowOf('Checkout server')
  expect(list).toHaveBeenLastCalledWith({ query: expect.objectContaining({ cursor: 'cursor-2' }) })
})

test('KY-1: issuing opens the secure view of the host, and the new key is in the list after it', async () => {
  const fresh = keyOf({ id: 'fresh', label: 'Fresh key' })
  const list = jest
    .fn(() => pageWith([...keys, fresh]))
    .mockImplementationOnce(() => pageWith(keys))
  const module = showPage({
    app: { id: apps[0]!.id, environment: 'sandbox' },
    api: { keys: { list } },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Issue key' }))
  expect(module.opened).toEqual([{ view: 'keys.issue', params: { appId: apps[0]!.id } }])
  await rowOf('Fresh key')
})

test('KY-3: revoking says what will happen, does it once, and tells that it is done', async () => {
  const revoke = jest.fn(() => Promise.resolve(keyOf({ state: 'revoked' })))
  showPage({ api: { keys: { revoke } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Checkout server' }))

  const dialog = within(await screen.findByRole('dialog', { name: 'Revoke “Checkout server”?' }))
  expect(dialog.getByText(/refused from the very next one on/)).toBeTruthy()
  expect(dialog.getByText('This key has been in use')).toBeTruthy()
  const button = dialog.getByRole('button', { name: 'Revoke key' })
  act(() => {
    button.click()
    button.click()
  })

  const news = await screen.findByText('“Checkout server” was revoked')
  expect(news.closest('[role=status]')).toBe(document.activeElement)
  expect(revoke).toHaveBeenCalledTimes(1)
  expect(revoke).toHaveBeenCalledWith({ params: { id: keyOf().id } })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('KY-3: a refusal to revoke is shown in the dialog, which stays', async () => {
  showPage({ api: { keys: { revoke: () => Promise.reject(new TypeError('no answer')) } } })
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Checkout server' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke key' }))
  const dialog = within(screen.getByRole('dialog'))
  expect(await dialog.findByText('The server could not be reached')).toBeTruthy()
})

test('XC-5: a key revoked elsewhere is shown so without a reload', async () => {
  const list = jest
    .fn(() => pageWith([keyOf({ state: 'revoked' })]))
    .mockImplementationOnce(() => pageWith([keyOf()]))
  const module = showPage({ api: { keys: { list } } })
  within(await rowOf('Checkout server')).getByText('Active')
  module.emit('keys.revoked', { keyId: keyOf().id })
  await waitFor(async () => within(await rowOf('Checkout server')).getByText('Revoked'))
})

test('KY-4: the requests of a key are one press away in the shell', async () => {
  const module = showPage()
  await userEvent.click(
    await screen.findByRole('button', { name: 'Show requests of Checkout server' }),
  )
  expect(module.navigated).toEqual([{ view: 'logs.list', params: { keyId: keyOf().id } }])
})
