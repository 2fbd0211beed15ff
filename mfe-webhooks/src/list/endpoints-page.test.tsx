import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import {
  endpointHealthOf,
  endpointOf,
  endpoints,
} from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, choose, inDialog, press, rowOf, showView } from '../testing/show-view.tsx'
import EndpointsPage from './endpoints-page.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const show = (options: Parameters<typeof showView>[1] = {}) => showView(<EndpointsPage />, options)

test('WH-6: without webhooks:read the page names the missing scope and asks for nothing', () => {
  const listEndpoints = jest.fn<Webhooks['listEndpoints']>(() => pageWith(endpoints))
  show({ scopes: [], api: { webhooks: { listEndpoints } } })
  expect(screen.getByText('webhooks:read')).toBeTruthy()
  expect(listEndpoints).not.toHaveBeenCalled()
})

test('WH-6: each endpoint says where it is, how it stands, and how it did over the range', async () => {
  show()
  const row = await rowOf('Ledger')
  expect(row.getByText('hooks.northwind.example/sonaqor/events')).toBeTruthy()
  expect(row.getByText('Active')).toBeTruthy()
  expect(row.getByText('Sandbox')).toBeTruthy()
  expect(row.getByText('2 types')).toBeTruthy()
  // Three of thousands failed: that is not all of them.
  expect(row.getByText('99.9%')).toBeTruthy()
  expect(row.getByText('84 ms')).toBeTruthy()
  const failing = await rowOf('risk.northwind.example')
  expect(failing.getByText('Failing')).toBeTruthy()
  expect(failing.getByText('All types')).toBeTruthy()
})

test('WH-9: of a backlog that was not counted to its end it is said that there is more', async () => {
  const health = endpointHealthOf({ backlog: 10_000, isBacklogAtLeast: true, oldestAt: ago(5000) })
  show({ api: { webhooks: { listEndpoints: () => pageWith([endpointOf({ health })]) } } })
  expect(await screen.findByText('10,000+ wait')).toBeTruthy()
})

test('WH-9: the backlog and the age of the oldest stand in plain view, and why one is disabled', async () => {
  show()
  const row = await rowOf('risk.northwind.example')
  expect(row.getByText('37 wait')).toBeTruthy()
  expect(row.getAllByText(/5 hours ago/).length).toBeGreaterThan(0)
  const disabled = await rowOf('Archive')
  expect(disabled.getByText('Disabled')).toBeTruthy()
  expect(disabled.getByText(/Failed for days; disabled/)).toBeTruthy()
})

test('WH-9: one that has not agreed to get events says so, and is not simply paused', async () => {
  const asked = { state: 'paused', because: 'unconfirmed', needsConsent: true } as const
  show({ api: { webhooks: { listEndpoints: () => pageWith([endpointOf(asked)]) } } })
  const row = await rowOf('Ledger')
  expect(row.getByText('Not agreed')).toBeTruthy()
  expect(row.getByText(/it has not agreed/)).toBeTruthy()
  expect(row.queryByText('Paused')).toBeNull()
})

test('WH-9: one that is asked again in vain is told to have been, and what it has to answer', async () => {
  const asked = endpointOf({ state: 'paused', because: 'unconfirmed', needsConsent: true })
  const detail =
    'The endpoint has not agreed to get events: it answered 501. Have it answer OPTIONS with WebHook-Allowed-Origin, then resume it.'
  const problem = { type: 'about:blank', title: 'Conflict', status: 409, code: 'conflict', detail }
  const refused = Object.assign(new Error(detail), { problem })
  show({
    api: {
      webhooks: {
        listEndpoints: () => pageWith([asked]),
        showEndpoint: () => Promise.resolve(asked),
        resumeEndpoint: () => Promise.reject(refused),
      },
    },
    viewState: memoryViewState({ endpoint: asked.id }),
  })
  await press('Ask again')
  expect(await screen.findByText('It has not agreed')).toBeTruthy()
  const told = screen.getAllByText(/It answered OPTIONS with 501\. It agrees with 2xx/)
  expect(told.length).toBeGreaterThan(0)
})

test('WH-6: a longer range is asked of the API, and stands where the host keeps such things', async () => {
  const listEndpoints = jest.fn<Webhooks['listEndpoints']>(() => pageWith(endpoints))
  const module = show({ api: { webhooks: { listEndpoints } } })
  await rowOf('Ledger')
  await press(/Last 24 hours/)
  await userEvent.click(await screen.findByRole('button', { name: 'Last 7 days', hidden: true }))
  expect(module.viewState.read()).toEqual({ range: '7d' })
  await waitFor(() => {
    const from = listEndpoints.mock.lastCall?.[0]?.query?.from ?? ''
    const days = (Date.now() - Date.parse(from)) / 86_400_000
    expect(Math.round(days)).toBe(7)
  })
})

test('WH-6: endpoints are searched for by the API, among those that are not in view too', async () => {
  const listEndpoints = jest.fn<Webhooks['listEndpoints']>(() => pageWith(endpoints))
  const module = show({ api: { webhooks: { listEndpoints } } })
  await rowOf('Ledger')
  listEndpoints.mockImplementation(() => pageWith([]))
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search endpoints' }), ' risk ')
  expect(await screen.findByText('No endpoints match the filters')).toBeTruthy()
  expect(listEndpoints.mock.lastCall?.[0]?.query).toMatchObject({ q: 'risk', limit: 100 })
  expect(module.viewState.read()).toEqual({ search: ' risk ' })
})

test('WH-1: a tenant without endpoints is offered to add one, in a view of our own frame', async () => {
  const module = show({ api: { webhooks: { listEndpoints: () => pageWith([]) } } })
  expect(await screen.findByText('No endpoints yet')).toBeTruthy()
  const [, inList] = screen.getAllByRole('button', { name: 'Add endpoint' })
  if (inList) await userEvent.click(inList)
  expect(module.opened).toEqual([{ view: 'webhooks.create', params: undefined }])
})

test('WH-1: who may only read is offered no act', async () => {
  show({ scopes: ['webhooks:read'] })
  await rowOf('Ledger')
  expect(screen.queryByRole('button', { name: 'Add endpoint' })).toBeNull()
  const menu = await actsOn('Ledger')
  const items = menu.getAllByRole('menuitem').map(({ textContent }) => textContent)
  expect(items).toEqual(['Show all about it', 'Show deliveries'])
})

test('WH-1: an endpoint is paused with the way back, and what is skipped meanwhile is said to be kept', async () => {
  const paused = endpointOf({ state: 'paused', because: 'paused', revision: 2 })
  const pauseEndpoint = jest.fn<Webhooks['pauseEndpoint']>(() => Promise.resolve(paused))
  const resumeEndpoint = jest.fn<Webhooks['resumeEndpoint']>(() => Promise.resolve(endpointOf()))
  show({ api: { webhooks: { pauseEndpoint, resumeEndpoint } } })
  await choose('Ledger', 'Pause')
  expect(await screen.findByText('“Ledger” paused')).toBeTruthy()
  expect(screen.getAllByText(/kept as skipped/).length).toBeGreaterThan(0)
  await press('Undo')
  await waitFor(() => expect(resumeEndpoint).toHaveBeenCalled())
  expect(resumeEndpoint.mock.lastCall?.[0]).toEqual({ params: { id: paused.id }, ifMatch: 2 })
})

test('WH-6: of what was skipped it is said in which time, and a last attempt that nobody counted is named a test', async () => {
  const health = endpointHealthOf({ attempts: 0, succeeded: 0, success: null, skipped: 4 })
  const paused = endpointOf({ state: 'paused', because: 'paused', health })
  show({
    viewState: memoryViewState({ endpoint: paused.id, tab: 'overview' }),
    api: { webhooks: { showEndpoint: () => Promise.resolve(paused) } },
  })
  expect(await screen.findByText('4 skipped in this time')).toBeTruthy()
  expect(screen.getByText('answered 204 (a test)')).toBeTruthy()
})

test('WH-6: of a last attempt that failed though an answer began it is said that it did', async () => {
  const health = endpointHealthOf({ lastStatus: 200, lastFault: 'timeout' })
  const endpoint = endpointOf({ health })
  show({
    viewState: memoryViewState({ endpoint: endpoint.id, tab: 'overview' }),
    api: { webhooks: { showEndpoint: () => Promise.resolve(endpoint) } },
  })
  expect(await screen.findByText('answered 200, but the attempt failed')).toBeTruthy()
})

test('WH-3: one that is held back says until when and why, and is tried at once by whoever will not wait', async () => {
  const held = endpointOf({
    health: endpointHealthOf({ backlog: 8, heldBackUntil: ago(-5 * 60_000), isOneAtATime: true }),
  })
  const resumeEndpoint = jest.fn<Webhooks['resumeEndpoint']>(() => Promise.resolve(held))
  show({
    viewState: memoryViewState({ endpoint: held.id, tab: 'overview' }),
    api: { webhooks: { showEndpoint: () => Promise.resolve(held), resumeEndpoint } },
  })
  expect(await screen.findByText(/^Held back until \d+:\d\d/)).toBeTruthy()
  expect(
    screen.getByText(/Five deliveries in a row failed.*one attempt is made at a time/),
  ).toBeTruthy()
  expect(screen.getByText(/^held back until \d+:\d\d/)).toBeTruthy()
  await press('Try now')
  await waitFor(() => expect(resumeEndpoint).toHaveBeenCalled())
  expect(resumeEndpoint.mock.lastCall?.[0].params).toEqual({ id: held.id })
  const kept = /what failed before keeps the time of its next attempt/
  expect((await screen.findAllByText(kept)).length).toBeGreaterThan(0)
})

test('WH-1: however long an address is, it stands in one line, and whole where one looks for it', async () => {
  const url = `https://example.com/${'a'.repeat(1870)}`
  show({ api: { webhooks: { listEndpoints: () => pageWith([endpointOf({ label: null, url })]) } } })
  expect((await screen.findByTitle(url)).className).toBe('sq-wh-line')
})

test('WH-1: deleting says what is cancelled, and asks for the name', async () => {
  const endpoint = endpointOf({ health: endpointHealthOf({ backlog: 3 }) })
  const deleteEndpoint = jest.fn<Webhooks['deleteEndpoint']>(() =>
    Promise.resolve({ endpointId: endpoint.id, deletedAt: endpoint.createdAt, revision: 2 }),
  )
  const listEndpoints = () => pageWith([endpoint])
  show({ api: { webhooks: { listEndpoints, deleteEndpoint } } })
  await choose('Ledger', 'Delete…')
  const dialog = await inDialog('Delete “Ledger”?')
  expect(dialog.getByText(/3 deliveries that wait for it are cancelled/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Delete endpoint' }))
  expect(dialog.getByText('This is not its name.')).toBeTruthy()
  expect(deleteEndpoint).not.toHaveBeenCalled()
  await userEvent.type(dialog.getByRole('textbox'), 'Ledger')
  await userEvent.click(dialog.getByRole('button', { name: 'Delete endpoint' }))
  await waitFor(() => expect(deleteEndpoint).toHaveBeenCalledTimes(1))
  expect(await screen.findByText('“Ledger” deleted')).toBeTruthy()
})

test('EM-4: a secret is shown and rotated in a view of our own frame alone', async () => {
  const module = show({ kind: 'embed' })
  await choose('Ledger', 'Show secret…')
  await choose('Ledger', 'Rotate secret…')
  const endpointId = endpointOf().id
  expect(module.opened).toEqual([
    { view: 'webhooks.secret', params: { endpointId, act: 'show' } },
    { view: 'webhooks.secret', params: { endpointId, act: 'rotate' } },
  ])
})

test('WH-6: a row opens a drawer with course and settings, and from there a page of its own', async () => {
  const module = show()
  await press('Open Ledger')
  const drawer = await inDialog('Ledger')
  expect(await drawer.findByText(/of 3,\d+ attempts succeeded/)).toBeTruthy()
  expect(drawer.getByText(endpointOf().url)).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Show deliveries' }))
  expect(module.viewState.read()).toEqual({ endpoint: endpointOf().id, tab: 'deliveries' })
  expect(await screen.findByRole('tab', { name: 'Deliveries', selected: true })).toBeTruthy()
})

test('WH-9: one that signs with ed25519 shows the address of its public keys', async () => {
  const [, , , signing] = endpoints
  show({ viewState: memoryViewState({ endpoint: signing?.id ?? '' }) })
  const drawer = await inDialog(signing?.label ?? '')
  const address = 'https://sonaqor.example/.well-known/webhooks-jwks.json'
  expect(await drawer.findByText(address)).toBeTruthy()
  expect(drawer.getByText('Two secrets sign')).toBeTruthy()
})

test('WH-6: an endpoint that is heard to have changed is read again', async () => {
  const listEndpoints = jest.fn<Webhooks['listEndpoints']>(() => pageWith(endpoints))
  const module = show({ api: { webhooks: { listEndpoints } } })
  await rowOf('Ledger')
  listEndpoints.mockReturnValue(pageWith([endpointOf({ label: 'Books' })]))
  act(() => module.emit('webhooks.updated', { endpointId: endpointOf().id }))
  expect(await screen.findByText('Books')).toBeTruthy()
})
