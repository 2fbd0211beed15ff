import type { ModuleContext } from '@sonaqor/module'
import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { memoryViewState } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import {
  attemptOf,
  deliveries,
  deliveryDetailOf,
  deliveryOf,
} from '@sonaqor/storybook/fixtures/webhooks'
import { expect, jest, test } from '@jest/globals'
import { cleanup, act, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { inDialog, press, showView } from '../testing/show-view.tsx'
import DeliveriesPage from './deliveries-page.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const show = (options: Parameters<typeof showView>[1] = {}) => showView(<DeliveriesPage />, options)
const listOf = (rows = deliveries) => jest.fn<Webhooks['listDeliveries']>(() => pageWith(rows))
const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) })
const choice = () => screen.getByRole('combobox', { name: 'Endpoint' })
const partsOf = (list: HTMLElement | null | undefined) =>
  [...(list?.children ?? [])].map(({ textContent }) => textContent)
const opened = (options: Parameters<typeof showView>[1] = {}) =>
  show({ ...options, viewState: memoryViewState({ delivery: deliveryOf().id }) })

test('WH-4: a delivery says by word and sign how it stands, and what its endpoint answered', async () => {
  show()
  expect((await row('apps.updated')).textContent).toContain('Failed')
  expect((await row('apps.updated')).textContent).toContain('No answer in time')
  expect((await row('keys.revoked')).textContent).toContain('Retrying')
  expect((await row('keys.revoked')).textContent).toContain('503')
  expect(await screen.findByText('302, Redirect, not followed')).toBeTruthy()
})

test('WH-4 XC-2: nobody is invited to search by what they may not read', async () => {
  show({ scopes: ['webhooks:read', 'customers:read'] })
  expect(await screen.findByRole('searchbox', { name: /data\.field=value/ })).toBeTruthy()
  cleanup()
  show({ scopes: ['webhooks:read'], viewState: memoryViewState({ find: 'gen' }) })
  expect(await screen.findByRole('searchbox', { name: 'Search by id' })).toBeTruthy()
  expect(await screen.findByText('Enter the id of an event or of a delivery.')).toBeTruthy()
})

test('WH-1: without an endpoint the empty list leads to one, or says who can add it', async () => {
  const nothing = {
    webhooks: { listDeliveries: listOf([]), listEndpoints: () => pageWith<Endpoint>([]) },
  }
  const module = show({ api: nothing })
  await press('Add endpoint')
  expect(module.opened).toMatchObject([{ view: 'webhooks.create' }])
  cleanup()
  show({ api: nothing, scopes: ['webhooks:read'] })
  expect((await screen.findByText(/can add one, with/)).textContent).toContain('webhooks:write')
  expect(screen.queryByRole('button', { name: 'Add endpoint' })).toBeNull()
  cleanup()
  show({ api: { webhooks: { listDeliveries: listOf([]) } } })
  expect(await screen.findByText('No deliveries yet')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Add endpoint' })).toBeNull()
})

test('WH-4: the list is narrowed by the API, by what the address says', async () => {
  const listDeliveries = listOf()
  const module = show({ api: { webhooks: { listDeliveries } } })
  await screen.findAllByText('keys.issued')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Failed')
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Answer' }),
    '5xx server error',
  )
  await waitFor(() =>
    expect(listDeliveries).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ state: 'failed', status: '5xx', environment: 'sandbox' }),
    }),
  )
  expect(module.viewState.read()).toEqual({ result: 'failed', status: '5xx' })
})

test('WH-10: the list is narrowed to the test inbox, or to all but it, where there can be one', async () => {
  const listDeliveries = listOf()
  const module = show({ api: { webhooks: { listDeliveries } } })
  await screen.findAllByText('keys.issued')
  await userEvent.selectOptions(choice(), 'All but the test inbox')
  await waitFor(() =>
    expect(listDeliveries.mock.lastCall?.[0]?.query).toMatchObject({ endpointKind: 'http' }),
  )
  await userEvent.selectOptions(choice(), 'Test inbox')
  await waitFor(() =>
    expect(listDeliveries.mock.lastCall?.[0]?.query).toMatchObject({ endpointKind: 'inbox' }),
  )
  expect(module.viewState.read()).toEqual({ kind: 'inbox' })
  await userEvent.selectOptions(choice(), endpointOf().label ?? '')
  await waitFor(() =>
    expect(listDeliveries.mock.lastCall?.[0]?.query).toMatchObject({
      endpointId: endpointOf().id,
      endpointKind: undefined,
    }),
  )
  cleanup()
  show({ environment: 'production' })
  await screen.findAllByText('keys.issued')
  expect(screen.queryByRole('option', { name: 'Test inbox' })).toBeNull()
})

test('WH-4: an id and a place in the payload are searched for, and anything else is said not to be read', async () => {
  const listDeliveries = listOf()
  show({ api: { webhooks: { listDeliveries } } })
  const field = screen.getByRole('searchbox')
  await userEvent.type(field, 'data.key.id=abc')
  await waitFor(() =>
    expect(listDeliveries.mock.lastCall?.[0]?.query).toMatchObject({
      field: 'data.key.id',
      value: 'abc',
    }),
  )
  await userEvent.clear(field)
  await userEvent.type(field, deliveryOf().eventId)
  await waitFor(() =>
    expect(listDeliveries.mock.lastCall?.[0]?.query).toMatchObject({
      eventId: deliveryOf().eventId,
    }),
  )
  // However long ago it was.
  expect(listDeliveries.mock.lastCall?.[0]?.query).not.toHaveProperty('from')
  await userEvent.clear(field)
  await userEvent.type(field, 'who knows')
  expect(await screen.findByText('This search cannot be read')).toBeTruthy()
})

test('WH-4 XC-2: of what is held back no size is told, neither of a payload nor of an answer', async () => {
  const { response } = attemptOf()
  const body = { text: '{"ok":"string"}', bytes: 0, cut: false, isHeldBack: true }
  const attemptList = [attemptOf({ response: { headers: {}, ...response, body } })]
  const payload = '{"type":"string"}'
  const detail = deliveryDetailOf({ payload, isPayloadHeldBack: true, attemptList })
  opened({ api: { webhooks: { showDelivery: () => Promise.resolve(detail) } } })
  const drawer = await inDialog('keys.issued')
  expect(await drawer.findByRole('region', { name: 'Payload' })).toBeTruthy()
  expect(drawer.getByRole('region', { name: 'Answer body' })).toBeTruthy()
  expect(drawer.queryByText(/\d bytes?/)).toBeNull()
  expect(drawer.queryByText('The answer had no body.')).toBeNull()
})

test('WH-4: an answer that is held back is said to be, with the scope that shows it', async () => {
  const { response } = attemptOf()
  const attempt = attemptOf({
    response: {
      headers: {},
      ...response,
      body: { text: '', bytes: 0, cut: false, isHeldBack: true },
    },
  })
  const showDelivery = () => Promise.resolve(deliveryDetailOf({ attemptList: [attempt] }))
  opened({ api: { webhooks: { showDelivery } } })
  const drawer = await inDialog('keys.issued')
  const told = await drawer.findByText(/The answer is held back/)
  expect(told.textContent).toContain('customers:read')
  expect(drawer.queryByRole('region', { name: 'Answer body' })).toBeNull()
})

test('WH-4 XC-2: who may see no values is told so at the top of a delivery, and by whom that is changed', async () => {
  const detail = deliveryDetailOf({ isPayloadHeldBack: true })
  const showDelivery = () => Promise.resolve(detail)
  opened({ scopes: ['webhooks:read'], api: { webhooks: { showDelivery } } })
  const drawer = await inDialog('keys.issued')
  const told = await drawer.findByText(/Your role does not include it; an owner or admin/)
  expect(told.textContent).toContain('customers:read')
})

test('WH-4: a delivery opens with its payload, and every attempt with headers, answer and timing', async () => {
  opened()
  const drawer = await inDialog('keys.issued')
  expect(await drawer.findByText('2 attempts')).toBeTruthy()
  expect(drawer.getByText('It answered 503; only 2xx is taken for delivered.')).toBeTruthy()
  expect(drawer.getAllByText(/webhook-signature: v1,/).length).toBe(2)
  expect(drawer.getAllByText('TLS 23 ms').length).toBe(2)
  expect(drawer.getByText('Payload')).toBeTruthy()
})

test('WH-4: what took no time is no part of an attempt, and a connection that was there already is said to be', async () => {
  const nothing = { dnsMs: null, connectMs: null, tlsMs: null }
  const anew = { dnsMs: 0, connectMs: 0.3, tlsMs: null, firstByteMs: 8 }
  const attemptList = [
    attemptOf({ latencyMs: 8.4, timing: anew }),
    attemptOf({ number: 2, latencyMs: 9, timing: { ...nothing, firstByteMs: 9 } }),
  ]
  opened({
    api: { webhooks: { showDelivery: () => Promise.resolve(deliveryDetailOf({ attemptList })) } },
  })
  const drawer = await inDialog('keys.issued')
  const [first] = await drawer.findAllByText('Connection reused')
  expect(partsOf(first?.parentElement)).toEqual(['Connection reused', 'First byte 9 ms'])
  expect(partsOf(drawer.getByText('First byte 8 ms').parentElement)).toEqual([
    'Connect under 1 ms',
    'First byte 8 ms',
  ])
})

test('WH-4: of very many attempts it says how many there were, and that the newest are shown', async () => {
  const attemptList = [attemptOf({ number: 6 }), attemptOf({ number: 7 })]
  const showDelivery = () => Promise.resolve(deliveryDetailOf({ attempts: 7, attemptList }))
  opened({ api: { webhooks: { showDelivery } } })
  const drawer = await inDialog('keys.issued')
  expect(await drawer.findByText('Only the newest 2 are shown.')).toBeTruthy()
  expect(drawer.getByRole('heading', { name: '7 attempts' })).toBeTruthy()
  expect(drawer.getByText('Kept until')).toBeTruthy()
})

test('WH-4: the request that an event came of is a step away in the logs', async () => {
  const module = opened()
  const drawer = await inDialog('keys.issued')
  await userEvent.click(await drawer.findByRole('button', { name: 'Show in the logs' }))
  expect(module.navigated).toEqual([
    { view: 'logs.list', params: { requestId: deliveryDetailOf().requestId } },
  ])
})

test('EM-1: so it is in a partner’s page that shows the logs, and is not offered in one that does not', async () => {
  const shown = opened({ kind: 'embed', views: ['webhooks.deliveries', 'logs.list'] })
  const drawer = await inDialog('keys.issued')
  await userEvent.click(await drawer.findByRole('button', { name: 'Show in the logs' }))
  expect(shown.navigated).toMatchObject([{ view: 'logs.list' }])
  cleanup()
  opened({ kind: 'embed', views: ['webhooks.deliveries'] })
  const alone = await inDialog('keys.issued')
  await alone.findByText('2 attempts')
  expect(alone.queryByRole('button', { name: 'Show in the logs' })).toBeNull()
})

test('WH-4: the first attempt was made by the event itself, a further one by the schedule of retries', async () => {
  const attemptList = [attemptOf({ number: 2 }), attemptOf()]
  opened({
    api: { webhooks: { showDelivery: () => Promise.resolve(deliveryDetailOf({ attemptList })) } },
  })
  const drawer = await inDialog('keys.issued')
  expect((await drawer.findAllByText('The event itself')).length).toBe(1)
  expect(drawer.getAllByText('The schedule of retries').length).toBe(1)
})

test('WH-5: a delivery is sent again by whoever may, and by nobody else', async () => {
  const retry = jest.fn<Webhooks['retry']>(() => Promise.resolve(deliveryOf({ state: 'waiting' })))
  opened({ api: { webhooks: { retry } } })
  await press('Send again')
  await waitFor(() => expect(retry).toHaveBeenCalledWith({ params: { id: deliveryOf().id } }))
  expect(await screen.findByText('keys.issued is sent again')).toBeTruthy()
})

test('WH-5: who may only read is not offered to send again', async () => {
  opened({ scopes: ['webhooks:read'] })
  const drawer = await inDialog('keys.issued')
  await drawer.findByText('2 attempts')
  expect(drawer.queryByRole('button', { name: 'Send again' })).toBeNull()
})

test('WH-4: every page, and whatever is read again, is asked for of the same time', async () => {
  jest.useFakeTimers()
  try {
    const further = deliveryOf({ id: '01920000-0000-7000-8000-000000000001' })
    const listDeliveries = jest.fn<Webhooks['listDeliveries']>((asked) =>
      asked?.query?.cursor
        ? pageWith([further])
        : Promise.resolve({ data: [...deliveries], page: { next: 'further', prev: null } }),
    )
    const module = show({ api: { webhooks: { listDeliveries } } })
    await act(() => jest.advanceTimersByTimeAsync(90_000))
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }))
    await act(() => jest.advanceTimersByTimeAsync(90_000))
    act(() => module.emit('webhooks.attempted', { endpointId: endpointOf().id }))
    await act(() => jest.advanceTimersByTimeAsync(2500))
    const asked = listDeliveries.mock.calls.map(([given]) => given?.query)
    expect(asked.map((query) => query?.cursor)).toContain('further')
    expect(asked.length).toBeGreaterThan(3)
    expect(new Set(asked.map((query) => query?.from)).size).toBe(1)
  } finally {
    jest.useRealTimers()
  }
})

test('WH-4: the delivery that is open is read again for what happens to its endpoint, and not for each of it', async () => {
  jest.useFakeTimers()
  try {
    const showDelivery = jest.fn<Webhooks['showDelivery']>(() =>
      Promise.resolve(deliveryDetailOf()),
    )
    const module = opened({ api: { webhooks: { showDelivery } } })
    await act(() => jest.advanceTimersByTimeAsync(100))
    const before = showDelivery.mock.calls.length
    const tell = async (endpointId: string) => {
      act(() => module.emit('webhooks.attempted', { endpointId }))
      await act(() => jest.advanceTimersByTimeAsync(500))
    }
    for (const _ of [1, 2, 3]) await tell('another one')
    await act(() => jest.advanceTimersByTimeAsync(5000))
    expect(showDelivery).toHaveBeenCalledTimes(before)
    for (const _ of [1, 2, 3]) await tell(deliveryDetailOf().endpointId)
    await act(() => jest.advanceTimersByTimeAsync(5000))
    expect(showDelivery).toHaveBeenCalledTimes(before + 1)
  } finally {
    jest.useRealTimers()
  }
})

test('WH-4: new deliveries come into view by themselves, but not while one is read', async () => {
  jest.useFakeTimers()
  try {
    const listDeliveries = listOf([deliveryOf({ eventType: 'keys.issued' })])
    const module = show({ api: { webhooks: { listDeliveries } } })
    await act(() => jest.advanceTimersByTimeAsync(10))
    const fresh = deliveryOf({
      id: '01920000-0000-7000-8000-00000000ffff',
      eventType: 'apps.created',
    })
    listDeliveries.mockReturnValue(pageWith([fresh, deliveryOf()]))
    act(() => module.emit('webhooks.attempted', { endpointId: endpointOf().id }))
    await act(() => jest.advanceTimersByTimeAsync(2500))
    expect(screen.getByRole('row', { name: /apps\.created/ })).toBeTruthy()
  } finally {
    jest.useRealTimers()
  }
})

test('WH-10: what goes to the test inbox of an app is named so, and leads there', async () => {
  const inboxId = '01920000-0000-7000-8000-00000000d0ff'
  const ofInbox = deliveryOf({ endpointId: inboxId })
  const showEndpoint = jest.fn<Webhooks['showEndpoint']>(() =>
    Promise.resolve(endpointOf({ id: inboxId, kind: 'inbox', label: null })),
  )
  const request = { url: 'https://inbox.invalid/a', headers: {} }
  const module = opened({
    api: {
      webhooks: {
        showEndpoint,
        listDeliveries: listOf([ofInbox, deliveryOf({ id: ofInbox.eventId, endpointId: inboxId })]),
        showDelivery: () =>
          Promise.resolve(deliveryDetailOf({ ...ofInbox, attemptList: [attemptOf({ request })] })),
      },
    },
  })
  const drawer = await inDialog('keys.issued')
  await userEvent.click(await drawer.findByRole('button', { name: 'Test inbox' }))
  expect(drawer.queryByText(/inbox\.invalid/)).toBeNull()
  expect(module.navigated).toEqual([
    { view: 'webhooks.endpoints', params: { show: 'inbox', appId: ofInbox.appId } },
  ])
  expect(screen.getAllByRole('row', { name: /Test inbox/, hidden: true }).length).toBe(2)
  expect(showEndpoint).toHaveBeenCalledTimes(1)
})
