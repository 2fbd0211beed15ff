import type { ModuleContext } from '@sonaqor/module'
import { keyScopes } from '@sonaqor/contract/access'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { fakeModule } from '@sonaqor/module/testing'
import { loadTexts, sayIn, type Text } from '@sonaqor/module/texts'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, openDrawer, press, rowOf, pageOver } from '../testing/show-keys-page.tsx'
import * as english from '../texts/en.ts'
import { languages } from '../texts/index.ts'

type Keys = ModuleContext['api']['keys']

const showPage = pageOver({ keys, apps })
const secret = `sq_test_9fK2${'0'.repeat(28)}x7Qz`

test('KY-6: without keys:read the page names the missing scope and asks for nothing', () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  showPage({ scopes: [], api: { keys: { list } } })
  expect(screen.getByText('keys:read')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('KY-6: who may only read sees the keys, and no way to issue or revoke', async () => {
  showPage({ scopes: ['keys:read'] })
  await rowOf('Checkout server')
  expect(screen.queryByRole('button', { name: 'Issue key' })).toBeNull()
  const menu = await actsOn('Checkout server')
  expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'Show details',
  ])
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

test('KY-6: a key with many scopes shows a few in its row', async () => {
  showPage({ api: { keys: { list: () => pageWith([keyOf({ scopes: [...keyScopes] })]) } } })
  const row = within(await rowOf('Checkout server'))
  expect(row.getByText(`+${keyScopes.length - 1} more`)).toBeTruthy()
  expect(row.getAllByRole('listitem')).toHaveLength(2)
})

test('KY-6: the filter asks the API for one state, and is kept where the host keeps such things', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  const module = showPage({ api: { keys: { list } } })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Revoked')
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ state: 'revoked', environment: 'sandbox' }),
    }),
  )
  expect(module.viewState.read()).toEqual({ state: 'revoked' })
})

test('KY-6: keys are searched by the API once the typing pauses, and put in order by it', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  const module = showPage({ api: { keys: { list } } })
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search keys' }), 'led')
  await waitFor(() => expect(module.viewState.read()).toEqual({ search: 'led' }))
  await rowOf('Checkout server')
  await press('Last accepted use')
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ search: 'led', order: 'used' }),
    }),
  )
  expect(module.viewState.read()).toEqual({ search: 'led', order: 'used' })
})

test('KY-6: of a pasted key no more than its prefix comes into the field, the address and the request', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  const module = showPage({ api: { keys: { list } } })
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search keys' })
  await userEvent.click(field)
  await userEvent.paste(secret)
  expect(field.value).toBe('sq_test_9fK2')
  expect(await screen.findByText(/of a pasted key nothing more is kept/)).toBeTruthy()
  await waitFor(() => expect(module.viewState.read()).toEqual({ search: 'sq_test_9fK2' }))
  await rowOf('Checkout server')
  expect(JSON.stringify(list.mock.calls)).not.toContain(secret)
})

test('KY-6: an address that holds a whole key is cut before it is asked for', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  const viewState = fakeModule().viewState
  viewState.write({ search: secret })
  showPage({ viewState, api: { keys: { list } } })
  await rowOf('Checkout server')
  expect(viewState.read()).toEqual({ search: 'sq_test_9fK2' })
  expect(JSON.stringify(list.mock.calls)).not.toContain(secret)
  expect(document.body.textContent).not.toContain(secret)
})

test('KY-6: keys that rotate or end soon are asked for where a state is', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  showPage({ api: { keys: { list } } })
  const choice = screen.getByRole('combobox', { name: 'State' })
  for (const [name, state] of [
    ['Rotating', 'rotating'],
    ['Ends within 14 days', 'expiring'],
  ] as const) {
    await userEvent.selectOptions(choice, name)
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith({ query: expect.objectContaining({ state }) }),
    )
  }
})

test('KY-6: an address with an unknown state or order asks for all, the newest first', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  const viewState = fakeModule().viewState
  viewState.write({ state: 'lost', order: 'luck' })
  showPage({ viewState, api: { keys: { list } } })
  await rowOf('Checkout server')
  expect(list).toHaveBeenCalledWith({
    query: expect.objectContaining({ state: undefined, order: 'issued' }),
  })
})

test('XC-12: keys are narrowed to an app where there are several, and to the project that is looked at', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  showPage({ project: { id: 'desk', name: 'Trading desk' }, api: { keys: { list } } })
  const choice = await screen.findByRole('combobox', { name: 'App' })
  await userEvent.selectOptions(choice, 'Ledger import')
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ appId: apps[2]!.id, projectId: 'desk' }),
    }),
  )
})

test('XC-12: who turns to another environment or project leaves the app and the key of the one before', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith(keys))
  const viewState = fakeModule().viewState
  viewState.write({ appId: apps[0]!.id, key: keyOf().id, state: 'active' })
  const { turnTo } = showPage({ viewState, api: { keys: { list } } })
  await screen.findByRole('dialog', { name: 'Checkout server' })
  expect(viewState.read()).toEqual({ appId: apps[0]!.id, key: keyOf().id, state: 'active' })
  turnTo({ environment: 'production' })
  expect(viewState.read()).toEqual({ state: 'active' })
  await waitFor(() =>
    expect(list).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ environment: 'production', appId: undefined }),
    }),
  )
  act(() => viewState.write({ appId: apps[1]!.id }))
  turnTo({ environment: 'production', project: { id: 'desk', name: '' } })
  expect(viewState.read()).toEqual({})
})

test('KY-6: the app that the address names is said beside the list, and can be taken off', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ appId: apps[0]!.id })
  showPage({ viewState, api: { apps: { list: () => pageWith(apps.slice(0, 1)) } } })
  await press('Remove App: Checkout')
  expect(viewState.read()).toEqual({})
})

test('KY-6: where nothing matches the filters, they can be cleared at that place', async () => {
  const list = jest.fn<Keys['list']>(() => pageWith([]))
  const viewState = fakeModule().viewState
  viewState.write({ state: 'expired', search: 'led' })
  showPage({ viewState, api: { keys: { list } } })
  expect(await screen.findByText('No keys match the filters')).toBeTruthy()
  await press('Clear filters')
  expect(viewState.read()).toEqual({})
  expect(await screen.findByText('No keys yet')).toBeTruthy()
})

test('KY-6: a column that is not wanted is put away, and the address remembers it', async () => {
  const module = showPage()
  await press('Columns')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Issued' }))
  expect(screen.queryByRole('columnheader', { name: 'Issued' })).toBeNull()
  expect(module.viewState.read()).toEqual({ hide: 'issued' })
})

test('XC-8: more keys are read with the cursor of the page before', async () => {
  const list = jest
    .fn<Keys['list']>(() => pageWith([keyOf({ id: 'a', label: 'Second page' })]))
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

test('XC-5: a key revoked elsewhere is shown so without a reload', async () => {
  const list = jest
    .fn(() => pageWith([keyOf({ state: 'revoked' })]))
    .mockImplementationOnce(() => pageWith([keyOf()]))
  const module = showPage({ api: { keys: { list } } })
  expect(within(await rowOf('Checkout server')).getByText('Active')).toBeTruthy()
  module.emit('keys.revoked', { keyId: keyOf().id })
  await waitFor(async () =>
    expect(within(await rowOf('Checkout server')).getByText('Revoked')).toBeTruthy(),
  )
})

const inRange = <Way extends { params: object }>(way: Way) => ({
  ...way,
  params: { ...way.params, range: expect.any(String) },
})

test('KY-4: the requests of a key are reached from its row and from its drawer in the shell', async () => {
  const module = showPage()
  const menu = await actsOn('Checkout server')
  await userEvent.click(menu.getByRole('menuitem', { name: 'Show requests' }))
  const toLogs = { view: 'logs.list', params: { keyId: keyOf().id } }
  expect(module.navigated).toEqual([toLogs])
  const drawer = await openDrawer('Checkout server')
  await userEvent.click(drawer.getByRole('button', { name: 'Show requests' }))
  expect(module.navigated).toEqual([toLogs, inRange(toLogs)])
})

test('EM-1: in a partner’s page they are reached alike where its session shows the logs, and else not offered', async () => {
  const api = { logs: { facets: () => Promise.resolve(endpoints) } }
  const module = showPage({ kind: 'embed', views: ['keys.list', 'logs.list'], api })
  const drawer = await openDrawer('Checkout server')
  await userEvent.click(await drawer.findByRole('button', { name: /^.v1.keys/ }))
  await userEvent.click(drawer.getByRole('button', { name: 'Show requests' }))
  const ofKey = { view: 'logs.list', params: { keyId: keyOf().id } }
  const ofPath = { ...ofKey, params: expect.objectContaining({ q: 'path:/v1/keys' }) }
  expect(module.navigated).toEqual([ofPath, inRange(ofKey)])
  module.turnTo({ views: ['keys.list'] })
  await waitFor(() => expect(drawer.queryByRole('button', { name: 'Show requests' })).toBeNull())
  expect(drawer.queryByRole('button', { name: /^.v1.keys/ })).toBeNull()
})

const noCounts = { values: [], isApproximate: false, completeFrom: '2026-01-01T00:00:00.000Z' }
const endpoints = {
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-01-02T00:00:00.000Z',
  status: noCounts,
  method: noCounts,
  app: noCounts,
  key: noCounts,
  ip: noCounts,
  path: { ...noCounts, values: [{ value: '/v1/keys', count: 3 }] },
}

test('Quality: in German no word of the page is left in English', async () => {
  await loadTexts('de', languages)
  showPage({ locale: 'de' })
  await press('Checkout server öffnen')
  await screen.findByRole('dialog', { name: 'Checkout server' })
  expect(screen.getByText('Transaktionen übermitteln')).toBeTruthy()
  expect(wordsIn(document.body).filter((words) => englishAlone.has(words))).toEqual([])
})

test('Quality: when a key has ended stands in a German sentence', async () => {
  await loadTexts('de', languages)
  const over = keyOf({ state: 'revoked', revokedAt: ago(7 * dayMs) })
  showPage({
    locale: 'de',
    api: { keys: { list: () => pageWith([over]), show: () => Promise.resolve(over) } },
  })
  await press('Checkout server öffnen')
  const drawer = await screen.findByRole('dialog', { name: 'Checkout server' })
  expect(drawer.textContent).toContain('Der Schlüssel wurde vor 7 Tagen widerrufen.')
})

const inBoth = Object.values<Text>(english).map((text) => [sayIn('en')(text), sayIn('de')(text)])
const englishAlone = new Set(inBoth.flatMap(([en, de]) => (en === de ? [] : [en])))

/** What is read or heard of a page, piece by piece. */
function wordsIn(place: Element): string[] {
  const attributes = ['aria-label', 'title', 'placeholder', 'data-title']
  return [...place.querySelectorAll('*')].flatMap((element) =>
    [
      ...Array.from(element.childNodes, (node) => node.nodeValue?.trim() ?? ''),
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
    ].filter(Boolean),
  )
}
