import { urlFaults } from '@sonaqor/contract/webhook-url-faults'
import type { ModuleContext } from '@sonaqor/module'
import { loadTexts, sayIn } from '@sonaqor/module/texts'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { eventTypes } from '@sonaqor/storybook/fixtures/webhooks'
import { endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { faultsInWords } from './faults-in-words.ts'
import { languages } from './texts/index.ts'
import { developer } from '../testing/answers.ts'
import { press, showView } from '../testing/show-view.tsx'
import CreateEndpointView from './create-endpoint-view.tsx'

type Webhooks = ModuleContext['api']['webhooks']

const created = { ...endpointOf(), secret: 'whsec_bm9ib2R5IGtub3dzIGl0IHlldCwgb3IgZG9lcz8=' }
const creating = () => jest.fn<Webhooks['createEndpoint']>(() => Promise.resolve(created))
const show = (options: Parameters<typeof showView>[1] = {}) =>
  showView(<CreateEndpointView />, options)
const bodyOf = (create: ReturnType<typeof creating>) => create.mock.lastCall?.[0]?.body

const fillUrl = async () =>
  userEvent.type(await screen.findByLabelText('URL'), 'https://example.com/hooks')

test('WH-1: an endpoint without an address is asked for one at its field', async () => {
  const createEndpoint = creating()
  show({ api: { webhooks: { createEndpoint } } })
  await press('Add endpoint')
  expect(screen.getByLabelText('URL').getAttribute('aria-invalid')).toBe('true')
  expect(createEndpoint).not.toHaveBeenCalled()
})

test('WH-1: types are chosen from a catalogue by area, each with its schema and an example', async () => {
  const createEndpoint = creating()
  show({ api: { webhooks: { createEndpoint } } })
  await fillUrl()
  await userEvent.click(screen.getByRole('radio', { name: 'Chosen types' }))
  await userEvent.type(
    await screen.findByRole('searchbox', { name: 'Search event types' }),
    'revoked',
  )
  expect(screen.queryByRole('checkbox', { name: /keys\.issued/ })).toBeNull()
  await press('Schema and example of keys.revoked')
  expect(screen.getByRole('region', { name: 'Example' })).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Schema' })).toBeTruthy()
  await userEvent.click(screen.getByRole('checkbox', { name: /keys\.revoked/ }))
  await press('Add endpoint')
  await waitFor(() => expect(createEndpoint).toHaveBeenCalled())
  expect(bodyOf(createEndpoint)).toMatchObject({
    url: 'https://example.com/hooks',
    eventTypes: ['keys.revoked'],
  })
})

test('WH-1 XC-2: a type that somebody may not read is marked, and says which scope it takes', async () => {
  const createEndpoint = creating()
  show({
    scopes: ['webhooks:read', 'webhooks:write', 'apps:read'],
    api: { webhooks: { createEndpoint } },
  })
  await fillUrl()
  await userEvent.click(screen.getByRole('radio', { name: 'Chosen types' }))
  const issued = await screen.findByRole('checkbox', { name: /keys\.issued/ })
  expect(issued).toHaveProperty('disabled', true)
  expect(issued.closest('label')?.textContent).toContain(
    'It takes keys:read, which you do not have.',
  )
  expect(screen.queryByRole('button', { name: 'All of keys' })).toBeNull()
  await press('All of apps')
  await press('Add endpoint')
  await waitFor(() => expect(createEndpoint).toHaveBeenCalled())
  expect(bodyOf(createEndpoint)).toMatchObject({ eventTypes: ['apps.created', 'apps.updated'] })
})

test('WH-7: an address that is refused is told so at its field, in the words of the API, until it is another', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Invalid',
    status: 422,
    code: 'invalid',
    detail: 'The address is refused.',
    errors: [{ detail: 'must lie in the open internet', pointer: '#/url' }],
  }
  const createEndpoint = () => Promise.reject(Object.assign(new Error('refused'), { problem }))
  show({ api: { webhooks: { createEndpoint } } })
  await fillUrl()
  await press('Add endpoint')
  expect(await screen.findByText('Must lie in the open internet.')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  await userEvent.type(screen.getByLabelText('URL'), '/v2')
  expect(screen.queryByText('Must lie in the open internet.')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('WH-7: what is wrong with an address is told in the language of the reader, each in words of its own', async () => {
  await loadTexts('de', languages)
  const [german, english] = [sayIn('de'), sayIn('en')]
  const told = Object.values(urlFaults).map((fault) => {
    const url = `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`
    expect(faultsInWords({ url }, english)['url']).not.toBe(url)
    return faultsInWords({ url }, german)['url']
  })
  expect(new Set(told).size).toBe(Object.keys(urlFaults).length)
  for (const one of told) expect(one).toMatch(/^(?:Geben Sie|Lassen Sie|Dieser Host) /)
  const scope = { eventTypes: 'Takes the scope team:read for team.invited.' }
  expect(faultsInWords(scope, german)).toEqual({
    eventTypes: 'Für team.invited braucht es team:read, was Sie nicht haben.',
  })
})

test('WH-7: where an endpoint may be on the machine itself, as in the demo, the form says so', async () => {
  const types = { data: [...eventTypes], takesLoopback: true }
  show({ api: { webhooks: { listEventTypes: () => Promise.resolve(types) } } })
  expect(await screen.findByText(/on its own machine, such as http:\/\/127\.0\.0\.1/)).toBeTruthy()
})

test('WH-1 EM-2: a page of a partner is offered neither what belongs to the tenant as a whole nor what other apps do', async () => {
  const principal = { kind: 'embed', id: 's1', name: 'Portal', tenant: { id: 't1', name: 'N' } }
  const ofTenant = eventTypes.map((type) =>
    Object.assign({ isOfTenant: type.area === 'apps' }, type),
  )
  show({
    kind: 'embed',
    principal: { ...principal, kind: 'embed', scopes: developer },
    api: { webhooks: { listEventTypes: () => Promise.resolve({ data: ofTenant }) } },
  })
  await fillUrl()
  await userEvent.click(screen.getByRole('radio', { name: 'Chosen types' }))
  expect(await screen.findByRole('checkbox', { name: /keys\.issued/ })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: /apps\.created/ })).toBeNull()
  expect(screen.getByText('0 of 2 chosen')).toBeTruthy()
  await press('More settings')
  expect(await screen.findByLabelText(/^Transformation/)).toBeTruthy()
  expect(screen.queryByText('Whose events')).toBeNull()
})

test('WH-8: conditions, headers, speed, order and signature go with a new endpoint', async () => {
  const createEndpoint = creating()
  show({ api: { webhooks: { createEndpoint } } })
  await fillUrl()
  await press('More settings')
  await press('Add condition')
  await userEvent.type(screen.getByLabelText('Place of condition 1'), 'data.amount')
  await userEvent.selectOptions(screen.getByLabelText('Comparison of condition 1'), 'is above')
  await userEvent.type(screen.getByLabelText('Value of condition 1'), '100')
  await press('Add header')
  await userEvent.type(screen.getByLabelText('Name of header 1'), 'X-Team')
  await userEvent.type(screen.getByLabelText('Value of header 1'), 'ledger')
  await userEvent.type(screen.getByLabelText(/^Attempts a second/), '20')
  await userEvent.click(screen.getByRole('checkbox', { name: /Deliver in order/ }))
  await userEvent.click(screen.getByRole('radio', { name: /^ed25519/ }))
  await press('Add endpoint')
  await waitFor(() => expect(createEndpoint).toHaveBeenCalled())
  expect(bodyOf(createEndpoint)).toMatchObject({
    filter: [{ path: 'data.amount', operator: 'above', value: 100 }],
    headers: { 'X-Team': 'ledger' },
    maxPerSecond: 20,
    isOrdered: true,
    signing: 'ed25519',
  })
})

test('WH-9: a receiver is asked before anything is sent to it, where somebody wants that', async () => {
  const createEndpoint = creating()
  show({ api: { webhooks: { createEndpoint } } })
  await fillUrl()
  await press('More settings')
  await userEvent.click(await screen.findByRole('checkbox', { name: /Ask the receiver first/ }))
  await press('Add endpoint')
  await waitFor(() => expect(createEndpoint).toHaveBeenCalled())
  expect(bodyOf(createEndpoint)).toMatchObject({ needsConsent: true })
})

test('WH-8: places of the payload are completed from the examples of the chosen types', async () => {
  show()
  await press('More settings')
  await press('Add condition')
  const list = screen.getByLabelText('Place of condition 1').getAttribute('list') ?? ''
  await waitFor(() => expect(document.getElementById(list)?.textContent).toContain('data.scopes.0'))
})

test('WH-8: a transformation is tried out beside it, and a fault is read out, comes into view and is told by its line', async () => {
  const simulate = jest.fn<Webhooks['simulate']>(() =>
    Promise.resolve({
      before: {},
      passes: true,
      conditions: [],
      after: null,
      fault: { message: 'x is not defined', line: 2, column: 10 },
      tookMs: 0.4,
    }),
  )
  show({ api: { webhooks: { simulate } } })
  await press('More settings')
  await userEvent.type(await screen.findByLabelText(/^Transformation/), 'broken')
  const place = screen.getByRole('status')
  const shown = jest.spyOn(place, 'scrollIntoView')
  await press('Simulate')
  expect(await within(place).findByText('x is not defined (line 2, column 10)')).toBeTruthy()
  expect(shown).toHaveBeenCalledWith({ block: 'center' })
  expect(simulate.mock.lastCall?.[0].body).toMatchObject({ transformation: 'broken' })
})

test('WH-8: a condition without a place is marked where it is asked what it would let through', async () => {
  const simulate = jest.fn<Webhooks['simulate']>()
  show({ api: { webhooks: { simulate } } })
  await press('More settings')
  await press('Add condition')
  await press('Simulate')
  const place = screen.getByLabelText('Place of condition 1')
  expect(place.getAttribute('aria-invalid')).toBe('true')
  await waitFor(() => expect(document.activeElement).toBe(place))
  expect(simulate).not.toHaveBeenCalled()
  await userEvent.type(place, 'data.id')
  expect(place.getAttribute('aria-invalid')).toBeNull()
})

test('EM-4: the secret is shown masked in this view, which has the focus and ends once somebody is done', async () => {
  const createEndpoint = creating()
  const module = show({ api: { webhooks: { createEndpoint } } })
  await fillUrl()
  await press('Add endpoint')
  const panel = within(await screen.findByRole('region', { name: 'Webhook secret' }))
  const focused = document.activeElement
  expect(focused?.getAttribute('role')).toBe('status')
  expect(focused?.textContent).toContain('Endpoint added')
  expect(panel.queryByText(created.secret)).toBeNull()
  await userEvent.click(panel.getByRole('button', { name: 'Show' }))
  expect(panel.getByText(created.secret)).toBeTruthy()
  await press('Done')
  expect(module.finished).toEqual([{ done: true }])
})

test('WH-1: a session that may not read apps adds to the one that it is narrowed to', async () => {
  const createEndpoint = creating()
  const list = jest.fn<ModuleContext['api']['apps']['list']>(() => pageWith([]))
  show({
    scopes: ['webhooks:read', 'webhooks:write'],
    app: { id: 'a1', environment: 'sandbox' },
    api: { webhooks: { createEndpoint }, apps: { list } },
  })
  await fillUrl()
  await press('Add endpoint')
  await waitFor(() => expect(bodyOf(createEndpoint)).toMatchObject({ appId: 'a1' }))
  expect(list).not.toHaveBeenCalled()
})
