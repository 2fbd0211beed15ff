import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import {
  inboxMessageDetailOf,
  inboxMessageOf,
  inboxMessages,
  inboxOf,
  unopenedInbox,
} from '@sonaqor/storybook/fixtures/webhook-inbox'
import { reformattedVerdict, sentTestOf } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import EndpointsPage from '../list/endpoints-page.tsx'
import { inDialog, press, showView } from '../testing/show-view.tsx'

type Inbox = ModuleContext['api']['webhookInbox']
type Webhooks = ModuleContext['api']['webhooks']
type Answers = Partial<Inbox>

const second = appOf({ id: '01920000-0000-7000-8000-00000000b009', name: 'Ledger import' })
const appId = appOf().id
const endpointId = inboxOf().endpointId ?? ''

interface Shown extends FakeModuleOptions {
  readonly state?: Readonly<Record<string, string>>
}

const show = (webhookInbox: Answers = {}, { state, api, ...options }: Shown = {}) =>
  showView(<EndpointsPage />, {
    viewState: memoryViewState({ show: 'inbox', ...state }),
    ...options,
    api: { apps: { list: () => pageWith([appOf(), second]) }, ...api, webhookInbox },
  })
const row = (name: RegExp) => screen.findByRole('row', { name })
const inMenu = async (name: string) => {
  await press('More actions')
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}

test('WH-10: the way in is on the page of the endpoints, and the address names it', async () => {
  const module = show({}, { viewState: memoryViewState() })
  await press('Test inbox')
  expect(await screen.findByRole('heading', { name: 'Test inbox' })).toBeTruthy()
  expect(module.viewState.read()).toEqual({ show: 'inbox' })
  await press('All endpoints')
  expect(await screen.findByText('Ledger')).toBeTruthy()
  expect(module.viewState.read()).toEqual({})
})

test('WH-10: in production it says why there is none, and leads to the sandbox', async () => {
  const module = show({}, { environment: 'production' })
  expect(await screen.findByText('Test inboxes are for the sandbox')).toBeTruthy()
  await press('Go to the sandbox')
  expect(module.navigated).toEqual([
    { view: 'webhooks.endpoints', params: { environment: 'sandbox', show: 'inbox' } },
  ])
})

test('WH-10: within an app of production it leads to the projects, where there are others', async () => {
  const app = { id: second.id, environment: 'production' } as const
  const module = show({}, { environment: 'production', app })
  await press('Go to projects')
  expect(module.navigated).toEqual([{ view: 'home.projects', params: undefined }])
})

test('WH-10: without an app of the sandbox it leads to where one is made', async () => {
  const module = show({}, { api: { apps: { list: () => pageWith([]) } } })
  await press('Go to projects')
  expect(module.navigated).toEqual([{ view: 'home.projects', params: undefined }])
})

test('WH-10: of several apps one is chosen, and the inbox of that one is asked for', async () => {
  const shown = jest.fn<Inbox['show']>(() => Promise.resolve(inboxOf()))
  const module = show({ show: shown }, { state: { type: 'keys.issued' } })
  await userEvent.selectOptions(await screen.findByLabelText('App'), 'Ledger import')
  await waitFor(() => expect(shown).toHaveBeenLastCalledWith({ query: { appId: second.id } }))
  expect(module.viewState.read()).toEqual({ show: 'inbox', appId: second.id })
})

test('WH-10: before it is open it says what it is for, and is opened by one press', async () => {
  const shown = jest.fn<Inbox['show']>(() => Promise.resolve(unopenedInbox))
  const open = jest.fn<Inbox['open']>(() => Promise.resolve(inboxOf()))
  show({ show: shown, open })
  expect(await screen.findByText(/each event of “Checkout”/)).toBeTruthy()
  shown.mockResolvedValue(inboxOf())
  await press('Open the test inbox')
  expect(await row(/keys\.issued/)).toBeTruthy()
  expect(open.mock.lastCall?.[0]).toEqual({ body: { appId } })
})

test('WH-10: who may only read sees all of it and is offered no act', async () => {
  show({}, { scopes: ['webhooks:read', 'apps:read'], state: { message: inboxMessageOf().id } })
  const drawer = await inDialog('keys.issued')
  expect(await drawer.findByText(/Checkout server/)).toBeTruthy()
  for (const name of ['Send a test', 'More actions', 'Show secret…', 'Check rule by rule']) {
    expect(screen.queryByRole('button', { name, hidden: true })).toBeNull()
  }
  expect(screen.queryByRole('radio', { hidden: true })).toBeNull()
})

test('WH-10: a message says its type, attempt, answer, signature and how it did where it was handed on', async () => {
  show()
  const first = within(await row(/keys\.issued/))
  for (const text of ['1', '200', 'Valid', '204, 12 ms']) expect(first.getByText(text)).toBeTruthy()
  expect((await row(/keys\.revoked/)).textContent).toContain('Test')
  expect((await row(/keys\.revoked/)).textContent).toContain('Connection refused')
  const [repeated, forged] = await screen.findAllByRole('row', { name: /apps\.updated/ })
  expect(repeated?.textContent).toContain('503')
  expect(forged?.textContent).toContain('Invalid')
})

test('WH-10: it is narrowed to a type by the API, and the address says so', async () => {
  const listMessages = jest.fn<Inbox['listMessages']>(() => pageWith(inboxMessages))
  const module = show({ listMessages })
  await row(/keys\.issued/)
  await userEvent.selectOptions(screen.getByLabelText('Event type'), 'apps.created')
  await waitFor(() =>
    expect(listMessages.mock.lastCall?.[0]?.query).toMatchObject({
      appId,
      eventType: 'apps.created',
    }),
  )
  expect(module.viewState.read()).toEqual({ show: 'inbox', type: 'apps.created' })
})

test('WH-10: a new message comes by itself, and waits while one is read', async () => {
  jest.useFakeTimers()
  try {
    const listMessages = jest.fn<Inbox['listMessages']>(() => pageWith(inboxMessages))
    const module = show({ listMessages })
    await act(() => jest.advanceTimersByTimeAsync(50))
    const fresh = inboxMessageOf({
      id: '01920000-0000-7000-8000-00000000faff',
      eventType: 'apps.created',
    })
    const heard = async () => {
      listMessages.mockReturnValue(pageWith([fresh, ...inboxMessages]))
      act(() => module.emit('webhooks.received', { endpointId, appId }))
      await act(() => jest.advanceTimersByTimeAsync(2500))
    }
    act(() => module.viewState.write({ show: 'inbox', message: inboxMessageOf().id }))
    await heard()
    expect(screen.queryByRole('row', { name: /apps\.created/, hidden: true })).toBeNull()
    act(() => module.viewState.write({ show: 'inbox' }))
    await heard()
    expect(screen.getByRole('row', { name: /apps\.created/ })).toBeTruthy()
  } finally {
    jest.useRealTimers()
  }
})

test('WH-10: an open message is read again when something happened to its inbox, and to no other one', async () => {
  const showMessage = jest.fn<Inbox['showMessage']>(() => Promise.resolve(inboxMessageDetailOf()))
  const module = show({ showMessage }, { state: { message: inboxMessageOf().id } })
  const drawer = await inDialog('keys.issued')
  await drawer.findByRole('region', { name: 'Headers' })
  const reads = showMessage.mock.calls.length
  act(() => module.emit('webhooks.received', { endpointId: second.id, appId: second.id }))
  act(() => module.emit('webhooks.attempted', { endpointId, appId }))
  act(() => module.emit('webhooks.received', { endpointId, appId }))
  await waitFor(() => expect(showMessage.mock.calls.length).toBeGreaterThan(reads))
  expect(showMessage).toHaveBeenCalledTimes(reads + 1)
})

test('WH-10: an open message shows headers and body, and leads to its delivery and its secret', async () => {
  const module = show({}, { state: { message: inboxMessageOf().id } })
  const drawer = await inDialog('keys.issued')
  expect((await drawer.findByRole('region', { name: 'Headers' })).textContent).toContain(
    'webhook-signature: v1,',
  )
  expect(drawer.getByRole('region', { name: 'Body' }).textContent).toContain('"label": "Checkout')
  await userEvent.click(drawer.getByRole('button', { name: 'Show the delivery' }))
  expect(module.navigated).toEqual([
    { view: 'webhooks.deliveries', params: { delivery: inboxMessageOf().deliveryId } },
  ])
  await userEvent.click(drawer.getByRole('button', { name: 'Show secret…' }))
  expect(module.opened).toEqual([{ view: 'webhooks.secret', params: { endpointId, act: 'show' } }])
})

test('WH-10: its signature is checked rule by rule with the message as it came', async () => {
  const debugSignature = jest.fn<Webhooks['debugSignature']>(() =>
    Promise.resolve(reformattedVerdict),
  )
  show({}, { state: { message: inboxMessageOf().id }, api: { webhooks: { debugSignature } } })
  await press('Check rule by rule')
  expect(await screen.findByText('The signature is not right')).toBeTruthy()
  const { headers, body } = inboxMessageDetailOf()
  expect(debugSignature.mock.lastCall?.[0].body).toMatchObject({ endpointId, headers, body })
})

test('WH-10 XC-2: who may see no values is told so above all, and by whom that is changed', async () => {
  const heldBack = inboxMessageDetailOf({ isBodyHeldBack: true })
  const module = show(
    {
      show: () => Promise.resolve(inboxOf({ areBodiesHeldBack: true })),
      showMessage: () => Promise.resolve(heldBack),
    },
    { scopes: ['webhooks:read', 'webhooks:write', 'apps:read'] },
  )
  const told = await screen.findByText(/Your role does not include it; an owner or admin/)
  expect(told.textContent).toContain('customers:read')
  act(() => module.viewState.write({ show: 'inbox', message: inboxMessageOf().id }))
  const drawer = await inDialog('keys.issued')
  expect(await drawer.findByText(/an owner or admin/)).toBeTruthy()
  expect(drawer.queryByRole('button', { name: 'Check rule by rule' })).toBeNull()
})

test('WH-10: what it answers is chosen, and a sentence says what follows from it', async () => {
  const shown = jest.fn<Inbox['show']>(() => Promise.resolve(inboxOf()))
  const update = jest.fn<Inbox['update']>(() => Promise.resolve(inboxOf({ answers: 410 })))
  show({ show: shown, update })
  expect(await screen.findByText(/It takes each message/)).toBeTruthy()
  shown.mockResolvedValue(inboxOf({ answers: 410 }))
  await userEvent.click(screen.getByRole('radio', { name: '410' }))
  expect(await screen.findByText(/the inbox closes/)).toBeTruthy()
  expect(update.mock.lastCall?.[0]).toEqual({ body: { appId, answers: 410 } })
})

test('WH-10: a test goes into the inbox as to any endpoint', async () => {
  const sendTest = jest.fn<Webhooks['sendTest']>(() => Promise.resolve(sentTestOf()))
  show({}, { api: { webhooks: { sendTest } } })
  await press('Send a test')
  const drawer = await inDialog('Send a test')
  await userEvent.click(await drawer.findByRole('button', { name: 'Send a test' }))
  expect(await drawer.findByText('The endpoint took it')).toBeTruthy()
  expect(sendTest.mock.lastCall?.[0].params).toEqual({ id: endpointId })
})

test('WH-10: messages are forgotten only after a question that says how many', async () => {
  const clear = jest.fn<Inbox['clear']>(() => Promise.resolve(undefined))
  show({ clear })
  await inMenu('Forget all messages…')
  const dialog = await inDialog('Forget what the inbox holds?')
  expect(dialog.getByText(/^4 messages are forgotten/)).toBeTruthy()
  expect(clear).not.toHaveBeenCalled()
  await userEvent.click(dialog.getByRole('button', { name: 'Forget messages' }))
  expect(await screen.findByText('The messages are forgotten')).toBeTruthy()
  expect(clear.mock.lastCall?.[0]).toEqual({ query: { appId } })
})

test('WH-10: a closed inbox says why, keeps what it holds, and is opened again', async () => {
  const closed = inboxOf({ isOpen: false, because: 'gone' })
  const open = jest.fn<Inbox['open']>(() => Promise.resolve(inboxOf()))
  show({ show: () => Promise.resolve(closed), open })
  expect(await screen.findByText(/It answered 410/)).toBeTruthy()
  expect(await row(/keys\.issued/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send a test' })).toBeNull()
  await press('Open it again')
  await waitFor(() => expect(open.mock.lastCall?.[0]).toEqual({ body: { appId } }))
})

test('WH-10: closing it can be taken back', async () => {
  const close = jest.fn<Inbox['close']>(() => Promise.resolve(inboxOf({ isOpen: false })))
  const open = jest.fn<Inbox['open']>(() => Promise.resolve(inboxOf()))
  show({ close, open })
  await row(/keys\.issued/)
  await inMenu('Close the inbox')
  await press('Undo')
  await waitFor(() => expect(open).toHaveBeenCalledTimes(1))
})

test('WH-10: the command that listens is at hand, with the client that comes from here, with the way to where it is explained', async () => {
  show()
  const command = await screen.findByRole('region', { name: 'In your terminal' })
  const lines = command.textContent.split('\n')
  expect(lines[0]).toContain('export SONAQOR_URL=https://sonaqor.example')
  expect(lines.at(-1)).toBe(
    'npx --yes https://sonaqor.example/client/sonaqor-client.tgz listen --forward-to http://localhost:3000/webhooks',
  )
  const docs = screen.getByRole('link', { name: /How to listen/ })
  expect(docs.getAttribute('href')).toBe('https://sonaqor.example/docs/listen')
})
