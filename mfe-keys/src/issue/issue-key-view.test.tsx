import { keyScopes, scopes } from '@sonaqor/contract/access'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps } from '@sonaqor/storybook/fixtures/projects'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import IssueKeyView from './issue-key-view.tsx'

type IssueCall = ModuleContext['api']['keys']['issue']
type ListApps = ModuleContext['api']['apps']['list']

const secret = 'sq_test_9fK2-a-secret-of-this-test-x7Qz'
const issued = { ...keyOf({ label: 'Ledger' }), secret }

function showView(options: FakeModuleOptions = {}) {
  const module = fakeModule({
    scopes: keyScopes,
    ...options,
    api: { apps: { list: () => pageWith(apps) }, ...options.api },
  })
  render(<IssueKeyView />, { wrapper: module.wrapper })
  return module
}

async function fillIn(label: string) {
  await userEvent.type(await screen.findByLabelText('Label'), label)
  await userEvent.click(screen.getByRole('checkbox', { name: /^logs:read/ }))
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('KY-1: without keys:write the view names the missing scope', () => {
  showView({ scopes: ['keys:read', 'apps:read'] })
  expect(screen.getByText('keys:write')).toBeTruthy()
})

test('KY-1: a key can be given no scope that its issuer lacks', async () => {
  showView({ scopes: ['keys:write', 'apps:read', 'logs:read'] })
  await screen.findByLabelText('Label')
  expect(screen.getByRole('checkbox', { name: /^logs:read/ })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: /^customers:ingest/ })).toBeNull()
})

/** A tenant with so many apps, a page after the other. */
function manyApps(count: number) {
  const all = Array.from({ length: count }, (_, index) =>
    appOf({ id: `${index}`, name: `App ${index}` }),
  )
  return jest.fn<ListApps>(({ query: { limit = 50, cursor = '0' } = {} } = {}) => {
    const end = Number(cursor) + Number(limit)
    return pageWith(all.slice(Number(cursor), end), end < count ? `${end}` : undefined)
  })
}

test('KY-1: every app of the tenant can be chosen, however many pages they fill', async () => {
  showView({ api: { apps: { list: manyApps(401) } } })
  const choice = await screen.findByLabelText('App')
  expect(choice.querySelectorAll('option')).toHaveLength(401)
  expect(screen.queryByText(/Showing the first/)).toBeNull()
})

test('KY-1: where there are too many apps to choose from, the form says so', async () => {
  const list = manyApps(1201)
  showView({ api: { apps: { list } } })
  const choice = await screen.findByLabelText('App')
  expect(choice.querySelectorAll('option')).toHaveLength(1000)
  expect(screen.getByText(/Showing the first 1,000 apps/)).toBeTruthy()
  expect(list).toHaveBeenCalledTimes(5)
})

test('KY-1: what is missing is said beside its field, and nothing is sent', async () => {
  const issue = jest.fn(() => Promise.resolve(issued))
  showView({ api: { keys: { issue } } })
  await screen.findByLabelText('Label')
  await press('Issue key')
  expect(screen.getByText('Enter what the key will be used for.')).toBeTruthy()
  expect(screen.getByText('Choose at least one scope.')).toBeTruthy()
  expect(screen.getByLabelText('Label').getAttribute('aria-invalid')).toBe('true')
  expect(issue).not.toHaveBeenCalled()
})

test('KY-1: a key is issued with its label, app, scopes and end', async () => {
  const issue = jest.fn<IssueCall>(() => Promise.resolve(issued))
  showView({ params: { appId: apps[2]!.id }, api: { keys: { issue } } })
  await fillIn(' Ledger ')
  await userEvent.selectOptions(screen.getByLabelText('Expiry'), 'In 30 days')
  await press('Issue key')
  await screen.findByText('Ledger')
  expect(issue).toHaveBeenCalledWith(
    expect.objectContaining({
      body: {
        label: 'Ledger',
        appId: apps[2]!.id,
        scopes: ['logs:read'],
        expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    }),
  )
})

test('KY-1: a key can be given any end, which is told exactly, and none that has passed', async () => {
  const issue = jest.fn<IssueCall>(() => Promise.resolve(issued))
  showView({ api: { keys: { issue } } })
  await fillIn('Ledger')
  await userEvent.selectOptions(screen.getByLabelText('Expiry'), 'On a date…')
  const field = screen.getByLabelText<HTMLInputElement>('Ends on')
  fireEvent.change(field, { target: { value: '2020-01-01T10:00' } })
  await press('Issue key')
  expect(screen.getByText('Enter a date and time that is still to come.')).toBeTruthy()
  expect(issue).not.toHaveBeenCalled()
  fireEvent.change(field, { target: { value: '2090-03-01T10:30' } })
  expect(screen.getByText(/^It works until .*2090.*10:30/)).toBeTruthy()
  await press('Issue key')
  await screen.findByText('Ledger')
  const expiresAt = new Date('2090-03-01T10:30').toISOString()
  expect(issue.mock.calls[0]![0].body).toMatchObject({ expiresAt })
})

test('KY-7: a key can be given a limit of its own, within that of every key', async () => {
  const issue = jest.fn<IssueCall>(() => Promise.resolve(issued))
  showView({ api: { keys: { issue } } })
  await fillIn('Ledger')
  const field = screen.getByLabelText('Requests a minute')
  await userEvent.type(field, '3001')
  await press('Issue key')
  expect(screen.getByText('Enter a whole number from 1 to 3,000, or nothing.')).toBeTruthy()
  expect(document.activeElement).toBe(field)
  expect(issue).not.toHaveBeenCalled()
  await userEvent.clear(field)
  await userEvent.type(field, '600')
  await press('Issue key')
  await screen.findByText('Ledger')
  expect(issue.mock.calls[0]![0].body).toMatchObject({ requestsPerMinute: 600 })
})

test('KY-1: a key can be held to addresses, as they are typed or pasted', async () => {
  const issue = jest.fn<IssueCall>(() => Promise.resolve(issued))
  showView({ api: { keys: { issue } } })
  await fillIn('Ledger')
  await userEvent.type(
    screen.getByLabelText('Allowed addresses'),
    '203.0.113.0/24, 2001:db8::1{enter}198.51.100.7',
  )
  await press('Issue key')
  await screen.findByText(/It is shown only once/)
  expect(issue.mock.calls[0]![0].body.ipAllowlist).toEqual([
    '203.0.113.0/24',
    '2001:db8::1',
    '198.51.100.7',
  ])
})

test('KY-1: an address that is none is told with its line, together with the other faults', async () => {
  const issue = jest.fn<IssueCall>(() => Promise.resolve(issued))
  showView({ api: { keys: { issue } } })
  await screen.findByLabelText('Label')
  await userEvent.type(
    screen.getByLabelText('Allowed addresses'),
    '203.0.113.7{enter}10.0.0.1/24, 10.0.0.1/33',
  )
  await press('Issue key')
  expect(screen.getByText(/^Line 2: “10.0.0.1\/33” is no IP address/)).toBeTruthy()
  expect(screen.getByText('Choose at least one scope.')).toBeTruthy()
  expect(issue).not.toHaveBeenCalled()
})

test('KY-1: an address that the API refuses is marked in the words of the reader', async () => {
  const problem = {
    code: 'invalid',
    title: 'Some fields are not valid',
    detail: 'One field is not valid.',
    errors: [{ pointer: '#/ipAllowlist/1', detail: 'must be an address or a range' }],
  }
  showView({
    api: { keys: { issue: () => Promise.reject(Object.assign(new Error(), { problem })) } },
  })
  await fillIn('Ledger')
  await userEvent.type(screen.getByLabelText('Allowed addresses'), '0.0.0.0/0')
  await press('Issue key')
  expect(await screen.findByText(/^Enter IPv4 or IPv6 addresses/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Allowed addresses'))
})

test('KY-1: the secret is shown once, masked until asked for, and left only when it is stored', async () => {
  const module = showView({ api: { keys: { issue: () => Promise.resolve(issued) } } })
  await fillIn('Ledger')
  await press('Issue key')

  await screen.findByText(/It is shown only once/)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'API key issued' }))
  expect(screen.queryByText(secret)).toBeNull()
  await press('Show')
  expect(screen.getByText(secret)).toBeTruthy()

  await press('Done')
  expect(module.finished).toEqual([])
  expect(screen.getByRole('alert').textContent).toMatch(
    /^Confirm first that you have stored the key/,
  )
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /stored it safely/ }))
  expect(module.held()?.question).toMatch(/stored/)
  await userEvent.click(screen.getByRole('checkbox', { name: /stored it safely/ }))
  expect(module.held()).toBeUndefined()
  expect(screen.queryByRole('alert')).toBeNull()
  await press('Done')
  expect(module.finished).toEqual([{ done: true }])
})

test('KY-1: a key is written in the same way everywhere, and masked so as well', async () => {
  showView({ api: { keys: { issue: () => Promise.resolve(issued) } } })
  await fillIn('Ledger')
  await press('Issue key')
  expect(await screen.findByText('sq_test_9fK2…x7Qz')).toBeTruthy()
})

test('KY-1: beside the first call stands where its key goes, and the way to the documentation', async () => {
  const withScope = { ...issued, scopes: ['apps:read' as const] }
  showView({ api: { keys: { issue: () => Promise.resolve(withScope) } } })
  await fillIn('Ledger')
  await press('Issue key')
  expect(await screen.findByText('SONAQOR_API_KEY', { selector: 'p code' })).toBeTruthy()
  const way = screen.getByRole('link', { name: /^API documentation/ })
  expect(way.getAttribute('href')).toBe('https://sonaqor.example/docs')
})

test('KY-1: how much a label may hold is said before it is full', async () => {
  showView()
  const field = await screen.findByLabelText<HTMLInputElement>('Label')
  expect(screen.queryByText(/characters/)).toBeNull()
  await userEvent.click(field)
  await userEvent.paste('x'.repeat(85))
  expect(field.value).toHaveLength(80)
  expect(screen.getByText(/80 of 80 characters/)).toBeTruthy()
})

test('KY-1: the secret is copied whole, also while it is masked', async () => {
  const user = userEvent.setup()
  showView({ api: { keys: { issue: () => Promise.resolve(issued) } } })
  await fillIn('Ledger')
  await press('Issue key')
  await user.click(await screen.findByRole('button', { name: 'Copy' }))
  expect(await navigator.clipboard.readText()).toBe(secret)
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy()
})

test('KY-1: pressing again after a lost answer is the same request, and makes no second key', async () => {
  const issue = jest
    .fn<IssueCall>(() => Promise.resolve(issued))
    .mockImplementationOnce(() => Promise.reject(new TypeError('no answer')))
  showView({ api: { keys: { issue } } })
  await fillIn('Ledger')
  await press('Issue key')
  await screen.findByText('The server could not be reached')
  await press('Issue key')
  await screen.findByText('Ledger')
  const [first, second] = issue.mock.calls.map(([request]) => request.idempotencyKey)
  expect(first).toBeTruthy()
  expect(second).toBe(first)
})

test('KY-1: a double press issues one key, and its secret is shown', async () => {
  const stillRunning = { code: 'conflict', title: 'Conflict', detail: 'It is still running.' }
  const issue = jest
    .fn<IssueCall>(() => Promise.reject(Object.assign(new Error(), { problem: stillRunning })))
    .mockImplementationOnce(() => Promise.resolve(issued))
  showView({ api: { keys: { issue } } })
  await fillIn('Ledger')
  const button = screen.getByRole('button', { name: 'Issue key' })
  // Both presses come before anything is drawn again.
  act(() => {
    button.click()
    button.click()
  })
  await screen.findByText(/It is shown only once/)
  expect(issue).toHaveBeenCalledTimes(1)
})

test('XC-8: a field that the server refuses is marked with the reason', async () => {
  const problem = {
    code: 'invalid',
    title: 'Some fields are not valid',
    detail: 'One field is not valid.',
    errors: [{ pointer: '#/label', detail: 'is already in use in this app' }],
  }
  showView({
    api: { keys: { issue: () => Promise.reject(Object.assign(new Error(), { problem })) } },
  })
  await fillIn('Ledger')
  await press('Issue key')
  expect(await screen.findByText('Is already in use in this app.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Label'))
  expect(screen.queryByText('Some fields are not valid')).toBeNull()
})

test('XC-8: a refusal of what is no field of the form is told beside its acts', async () => {
  const problem = {
    code: 'invalid',
    title: 'Some fields are not valid',
    detail: 'One field is not valid.',
    errors: [{ pointer: '#/colour', detail: 'is not a known field' }],
  }
  showView({
    api: { keys: { issue: () => Promise.reject(Object.assign(new Error(), { problem })) } },
  })
  await fillIn('Ledger')
  await press('Issue key')
  expect(await screen.findByText('Some fields are not valid')).toBeTruthy()
})

test('KY-1: what members alone may do can be given to no key', async () => {
  showView({ scopes })
  await screen.findByLabelText('Label')
  const offered = screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)
  expect(offered).toHaveLength(keyScopes.length)
  expect(offered.filter((words) => words?.startsWith('projects:write'))).toEqual([])
})

test('XC-6: what was filled in is not lost without a question', async () => {
  const module = showView()
  const label = await screen.findByLabelText('Label')
  expect(module.held()).toBeUndefined()
  await userEvent.type(label, 'Led')
  expect(module.held()).toEqual({ question: 'Discard what you have entered?', leave: 'Discard' })
  await userEvent.clear(label)
  expect(module.held()).toBeUndefined()
})

test('KY-1: leaving without a key tells the host that nothing was done', async () => {
  const module = showView()
  await screen.findByLabelText('Label')
  await press('Cancel')
  expect(module.finished).toEqual([{ done: false }])
})
