import type { Scope } from '@sonaqor/contract/access'
import type { LogEntry } from '@sonaqor/contract/logs'
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import { fakeModule } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import {
  openRequest,
  requestNamed,
  pageOver,
  type Search,
  type Show,
} from '../../testing/show-logs-page.tsx'

const first = 'POST /v1/customers, 201 Created'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })

test('LG-4: a request opens beside the list with bodies, headers and its request id', async () => {
  const module = showPage()
  const drawer = await openRequest(first)
  const body = await drawer.findByRole('region', { name: 'Request body' })
  expect(body.textContent).toContain('"reference": "cust-1042"')
  expect(drawer.getByRole('region', { name: 'Response body' })).toBeTruthy()
  expect(drawer.getByRole('region', { name: 'Request headers' }).textContent).toContain(
    'user-agent: northwind-checkout/4.2',
  )
  expect(drawer.getByText(logEntryOf().requestId)).toBeTruthy()
  expect(drawer.getByRole('button', { name: 'Copy as curl' })).toBeTruthy()
  expect(module.viewState.read()).toEqual({ entry: logEntries[0]!.id })
  await userEvent.click(drawer.getByRole('button', { name: 'Close' }))
  expect(module.viewState.read()).toEqual({})
})

test('LG-1: what was redacted is told from what was sent, and why is said once', async () => {
  showPage({ scopes: ['logs:read', 'customers:read'] })
  const drawer = await openRequest(first)
  await drawer.findByRole('region', { name: 'Request body' })
  const marked = (name: string) =>
    Array.from(
      drawer.getByRole('region', { name }).querySelectorAll('mark'),
      (one) => one.textContent,
    )
  expect(marked('Request body')).toEqual(['"[redacted]"'])
  expect(marked('Request headers')).toEqual(['[redacted]'])
  expect(marked('Response body')).toEqual([])
  expect(drawer.getAllByText(/Redacted before storing: /)).toHaveLength(1)
  expect(drawer.queryByText(/the log keeps the type/)).toBeNull()
})

test('LG-1: a value of which only its type was kept is explained beside what was redacted', async () => {
  const text = '{"name":"[redacted]","colour":"[string]"}'
  const request = { headers: {}, body: { text, bytes: 40, cut: false, isHeldBack: false } }
  const show = () => Promise.resolve(logDetailOf({ request }))
  showPage({ scopes: ['logs:read', 'customers:read'], api: { logs: { show } } })
  const drawer = await openRequest(first)
  const note = await drawer.findByText(/Redacted before storing: /)
  expect(Array.from(note.querySelectorAll('mark'), (one) => one.textContent)).toEqual([
    '[redacted]',
    '[string]',
  ])
})

test('LG-4: a request that was answered from the first one says so, and how their idempotency key begins', async () => {
  const { request, response } = logDetailOf()
  const headers = { ...response.headers, 'idempotency-replayed': 'true' }
  const show = jest.fn<Show>(() =>
    Promise.resolve(
      logDetailOf({
        request: { ...request, headers: { 'idempotency-key': '0d8c5c8e…' } },
        response: { ...response, headers },
      }),
    ),
  )
  showPage({ api: { logs: { show } } })
  const drawer = await openRequest(first)
  const line = await drawer.findByText(/^Answered from the first request/)
  expect(line.textContent).toContain('0d8c5c8e…')
  cleanup()
  showPage()
  const other = await openRequest(first)
  await other.findByRole('region', { name: 'Request body' })
  expect(other.queryByText(/^Answered from the first/)).toBeNull()
})

test('LG-1: a body of which only the size was kept says so, and offers nothing to copy', async () => {
  const request = { headers: {}, body: { text: '', bytes: 16, cut: true, isHeldBack: false } }
  const show = () => Promise.resolve(logDetailOf({ request }))
  showPage({ scopes: ['logs:read', 'customers:read'], api: { logs: { show } } })
  const drawer = await openRequest(first)
  expect(
    await drawer.findByText(/^Request body: 16 bytes, not kept, because it could not/),
  ).toBeTruthy()
  expect(drawer.queryByRole('region', { name: 'Request body' })).toBeNull()
})

test('XC-2: of a body that is held back, and whose structure cannot be shown, that alone is said', async () => {
  const request = { headers: {}, body: { text: '', bytes: 0, cut: false, isHeldBack: true } }
  const response = { headers: {}, body: null }
  showPage({ api: { logs: { show: () => Promise.resolve(logDetailOf({ request, response })) } } })
  const drawer = await openRequest(first)
  expect(
    await drawer.findByText(/^Request body: held back\. It was cut or is not JSON/),
  ).toBeTruthy()
  expect(drawer.queryByRole('region', { name: 'Request body' })).toBeNull()
  expect(drawer.queryByText(/You see the type of each value/)).toBeNull()
})

test('XC-2: of what is held back no size is told, and the headers that could tell of it are said to be', async () => {
  const body = { text: '{"reference":"string"}', bytes: 0, cut: false, isHeldBack: true }
  const headers = { 'content-type': 'application/json', 'content-length': redacted }
  const side = { headers, body }
  const detail = logDetailOf({ request: side, response: side })
  showPage({ api: { logs: { show: () => Promise.resolve(detail) } } })
  const drawer = await openRequest(first)
  expect(await drawer.findByRole('region', { name: 'Request body' })).toBeTruthy()
  expect(drawer.queryByText(/\bbytes?\b/)).toBeNull()
  expect(drawer.getByText(/Headers whose values could tell of a body/)).toBeTruthy()
  expect(drawer.queryByText(/Redacted before storing/)).toBeNull()
})

test('LG-4: the time is told to the millisecond, and a refusal leads to what explains it', async () => {
  const text = '{"type":"/docs/problems/forbidden","status":403}'
  const body = { text, bytes: text.length, cut: false, isHeldBack: false }
  const at = '2026-11-20T08:00:00.123Z'
  const show = () => Promise.resolve(logDetailOf({ at, response: { headers: {}, body } }))
  showPage({ api: { logs: { show } } })
  const drawer = await openRequest(first)
  expect(await drawer.findByText(/:00:00\.123 /)).toBeTruthy()
  const link = drawer.getByRole('link', { name: /^What forbidden means/ })
  expect(link.getAttribute('href')).toMatch(/\/docs\/problems\/forbidden$/)
})

test('LG-4: what the list knows of a request is shown before its bodies have come', async () => {
  showPage({ api: { logs: { show: () => new Promise(() => {}) } } })
  const drawer = await openRequest('POST /v1/transactions, 503 Overloaded')
  expect(drawer.getByRole('heading', { name: 'POST /v1/transactions' })).toBeTruthy()
  expect(drawer.getByText('503 Overloaded')).toBeTruthy()
  expect(drawer.getByText('Loading')).toBeTruthy()
})

test('LG-4: of a request by a former secret of a key no end is told but that secret’s own', async () => {
  const known = { prefix: 'sq_test_Nw01', lastFour: 'Nw99', rotatedAt: ago(0) }
  const oldSecret = { prefix: logEntryOf().keyPrefix, lastFour: 'Old1', endsAt: ago(-1) }
  for (const [of, ends] of [[null, ''] as const, [oldSecret, 'Old1'] as const]) {
    const key = keyOf({ id: logEntryOf().keyId, ...known, oldSecret: of })
    showPage({
      scopes: ['logs:read', 'keys:read'],
      api: { keys: { list: () => pageWith([key]) } },
    })
    const drawer = await openRequest(first)
    await drawer.findByText(key.label)
    expect(drawer.getByText('old secret')).toBeTruthy()
    const hints = screen.getAllByText(/^sq_test_.*…/, { selector: 'code' })
    expect(new Set(hints.map(({ textContent }) => textContent))).toContain(
      `${logEntryOf().keyPrefix}…${ends}`,
    )
    expect(hints.filter(({ textContent }) => textContent?.endsWith('Nw99'))).toEqual([])
    cleanup()
  }
})

test('LG-4: J and K lead along the list without leaving the drawer', async () => {
  const module = showPage()
  const drawer = await openRequest(first)
  expect(drawer.getByRole('button', { name: /first request of the list/ })).toBeTruthy()
  await userEvent.click(drawer.getByRole('heading', { name: 'POST /v1/customers' }))
  await userEvent.keyboard('jj')
  expect(module.viewState.read()).toEqual({ entry: logEntries[2]!.id })
  expect(drawer.getByRole('heading', { name: 'POST /v1/transactions' })).toBeTruthy()
  await userEvent.keyboard('k')
  expect(module.viewState.read()).toEqual({ entry: logEntries[1]!.id })
  await userEvent.click(drawer.getByRole('button', { name: 'Previous request' }))
  expect(module.viewState.read()).toEqual({ entry: logEntries[0]!.id })
  await userEvent.keyboard('j')
  await userEvent.click(drawer.getByRole('button', { name: 'Close' }))
  const last = await requestNamed('POST /v1/transactions, 202 Accepted')
  expect(document.activeElement).toBe(last)
})

test('XC-6: J, K and the slash do nothing for who switched single keys off', async () => {
  const module = showPage({ singleKeys: false })
  await screen.findByText('201 Created')
  const path = screen.getByLabelText(/^Path, key, IP/)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(document.body)
  expect(path.hasAttribute('aria-keyshortcuts')).toBe(false)
  const drawer = await openRequest(first)
  await userEvent.click(drawer.getByRole('heading', { name: 'POST /v1/customers' }))
  await userEvent.keyboard('j')
  expect(module.viewState.read()).toEqual({ entry: logEntries[0]!.id })
})

test('LG-4: past the last request in view the list is read on', async () => {
  const older = logEntryOf({ id: 'older', path: '/v1/older', at: ago(3_600_000) })
  const search = jest
    .fn<Search>(() => pageWith([older]))
    .mockImplementationOnce(() => pageWith(logEntries, 'cursor-2'))
  const module = showPage({ api: { logs: { search } } })
  const drawer = await openRequest('POST /v1/customers, 429 Too many requests')
  await userEvent.click(drawer.getByRole('button', { name: 'Next request' }))
  await waitFor(() => expect(module.viewState.read()).toEqual({ entry: 'older' }))
  expect(drawer.getByRole('button', { name: /last request of the list/ })).toBeTruthy()
})

test('LG-4: past the last request none is left out because new ones have come in meanwhile', async () => {
  const older = ['older', 'oldest'].map((id, at) =>
    logEntryOf({ id, at: ago((at + 1) * 3_600_000) }),
  )
  const search = jest
    .fn<Search>(() => pageWith(older))
    .mockImplementationOnce(() => pageWith(logEntries, 'cursor-2'))
  const module = showPage({ api: { logs: { search } } })
  await screen.findByText(/429/)
  module.arrive([logEntryOf({ id: 'newest', path: '/v1/brand-new', at: ago(0) })])
  const drawer = await openRequest('POST /v1/customers, 429 Too many requests')
  await userEvent.click(drawer.getByRole('button', { name: 'Next request' }))
  await waitFor(() => expect(module.viewState.read()).toEqual({ entry: 'older' }))
})

test('LG-4: a request that was closed stays closed when the rest of the list arrives', async () => {
  const rest = Promise.withResolvers<Awaited<ReturnType<typeof pageWith<LogEntry>>>>()
  const older = logEntryOf({ id: 'older', path: '/v1/older', at: ago(3_600_000) })
  const search = jest
    .fn<Search>(() => rest.promise)
    .mockImplementationOnce(() => pageWith(logEntries, 'cursor-2'))
  const module = showPage({ api: { logs: { search } } })
  const drawer = await openRequest('POST /v1/customers, 429 Too many requests')
  await userEvent.click(drawer.getByRole('button', { name: 'Next request' }))
  await userEvent.click(drawer.getByRole('button', { name: 'Close' }))
  rest.resolve(await pageWith([older]))
  expect(await screen.findByTitle('/v1/older')).toBeTruthy()
  expect(module.viewState.read()).toEqual({})
})

test('LG-4: a request that is opened right after typing stays open', async () => {
  const module = showPage()
  await screen.findByText('201 Created')
  await userEvent.type(screen.getByLabelText(/^Path, key, IP/), '/')
  await userEvent.click(await requestNamed(first))
  const both = { q: '/', entry: logEntries[0]!.id }
  await waitFor(() => expect(module.viewState.read()).toEqual(both))
})

test('LG-4: the key of a request is called by its label, leads to it, and narrows the list to itself', async () => {
  const module = showPage({
    scopes: ['logs:read', 'keys:read'],
    api: { keys: { list: () => pageWith(keys) } },
  })
  const drawer = await openRequest(first)
  await userEvent.click(await drawer.findByRole('button', { name: 'Show key Checkout server' }))
  expect(module.navigated).toEqual([{ view: 'keys.list', params: { key: keyOf().id } }])
  await userEvent.click(drawer.getByRole('button', { name: 'Only this key’s requests' }))
  expect(module.viewState.read()).toEqual({ keyId: keyOf().id })
})

test('EM-5: in a page of a partner the key of a request leads to it where the session shows the keys', async () => {
  const options = {
    kind: 'embed',
    scopes: ['logs:read', 'keys:read'],
    api: { keys: { list: () => pageWith(keys) } },
  } as const
  const module = showPage({ ...options, views: ['logs.list', 'keys.list'] })
  const drawer = await openRequest(first)
  await userEvent.click(await drawer.findByRole('button', { name: 'Show key Checkout server' }))
  expect(module.navigated).toEqual([{ view: 'keys.list', params: { key: keyOf().id } }])
  cleanup()
  showPage({ ...options, views: ['logs.list'] })
  const other = await openRequest(first)
  expect(await other.findByText('Checkout server')).toBeTruthy()
  expect(other.queryByRole('button', { name: /^Show key/ })).toBeNull()
})

test('XC-6: the focus stays with the list when it is narrowed to the key of an open request', async () => {
  showPage()
  const drawer = await openRequest(first)
  await userEvent.click(drawer.getByRole('button', { name: 'Only this key’s requests' }))
  await screen.findByText('201 Created')
  expect(document.activeElement?.querySelector('table')).toBeTruthy()
  expect(document.activeElement).not.toBe(document.body)
})

test('XC-2: who sees the structure of bodies alone is told so, and by whom that is changed', async () => {
  const text = '{"reference":"string"}'
  const values = 'Of bodies you see the structure, neither values nor size'
  const why = {
    'logs:read': /Your role does not include it; an owner or admin/,
    // Locked to some customers.
    'customers:read': 'You are held to some customers.',
  } as const
  for (const isHeldBack of [true, false]) {
    for (const scope of ['logs:read', 'customers:read'] as const) {
      const request = { headers: {}, body: { text, bytes: 0, cut: false, isHeldBack } }
      const detail = logDetailOf({ request, response: { headers: {}, body: null } })
      const scopes: readonly Scope[] = ['logs:read', scope]
      showPage({ scopes, api: { logs: { show: () => Promise.resolve(detail) } } })
      const drawer = await openRequest(first)
      await drawer.findByRole('region', { name: 'Request body' })
      expect(drawer.queryAllByText(values)).toHaveLength(isHeldBack ? 1 : 0)
      expect(drawer.queryAllByText(why[scope])).toHaveLength(isHeldBack ? 1 : 0)
      cleanup()
    }
  }
})

test('LG-4: the link to a request older than the list shows it over the list', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ entry: 'of-last-week' })
  const show = jest.fn<Show>(() => Promise.resolve(logDetailOf({ id: 'of-last-week' })))
  showPage({ viewState, api: { logs: { show } } })
  expect(await screen.findByRole('dialog', { name: 'POST /v1/customers' })).toBeTruthy()
  expect(show).toHaveBeenCalledWith({ params: { id: 'of-last-week' } })
  expect(screen.getByRole('button', { name: /last request of the list/ })).toBeTruthy()
})
