import { auditEntries, auditEntryOf } from '@sonaqor/storybook/fixtures/audit'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { memoryViewState } from '@sonaqor/module/testing'
import { loadTexts } from '@sonaqor/module/texts'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { press, showPage, type Search } from './testing/show-audit-page.tsx'
import { languages } from './texts/index.ts'

const issued = 'Dana Developer: Issued an API key, Checkout server'
const rowOf = async (name: string) =>
  within((await screen.findByRole('button', { name })).closest('tr')!)

const choose = async (label: string, option: string) =>
  userEvent.selectOptions(await screen.findByRole('combobox', { name: label }), option)

test('XC-4: without audit:read the page names the missing scope and asks for nothing', () => {
  const search = jest.fn<Search>(() => pageWith(auditEntries))
  showPage({ scopes: [], api: { audit: { search } } })
  expect(screen.getByText('audit:read')).toBeTruthy()
  expect(search).not.toHaveBeenCalled()
})

test('XC-4: a row tells who did what, to what, when and from where', async () => {
  showPage()
  const row = await rowOf(issued)
  for (const words of ['Dana Developer', 'Member', 'Issued an API key', 'keys.issued']) {
    expect(row.getByText(words)).toBeTruthy()
  }
  for (const words of ['Checkout server', '203.0.113.24', 'Sandbox', '4 minutes ago']) {
    expect(row.getByText(words)).toBeTruthy()
  }
})

test('XC-4: what kind of actor it was is a word with a sign, for each kind', async () => {
  showPage()
  await rowOf(issued)
  for (const kind of ['Member', 'API key', 'Sonaqor staff', 'System']) {
    const [word] = screen.getAllByText(kind, { selector: 'td *' })
    expect(word?.querySelector('svg')).toBeTruthy()
  }
})

test('XC-4: an action that has no words yet is called by its name', async () => {
  showPage()
  expect(await screen.findByText('support.looked-in', { selector: 'td code' })).toBeTruthy()
})

test('XC-4: a link to all entries about one thing asks for them alone, of all time', async () => {
  const search = jest.fn<Search>(() => pageWith([auditEntryOf()]))
  const target = auditEntryOf().target!
  showPage({ viewState: memoryViewState({ target }), api: { audit: { search } } })
  await rowOf(issued)
  const [asked] = search.mock.calls.map(([request]) => request?.query)
  expect(asked).toMatchObject({ target })
  expect([asked?.from, asked?.to]).toEqual([undefined, undefined])
  expect(await screen.findByText('On what: Checkout server')).toBeTruthy()
})

test('XC-4: the log is narrowed by area, action, kind of actor, environment and app, and clears', async () => {
  const search = jest.fn<Search>(() => pageWith(auditEntries))
  const module = showPage({
    scopes: ['audit:read', 'apps:read'],
    api: { audit: { search }, apps: { list: () => pageWith(apps) } },
  })
  await screen.findByRole('option', { name: 'API keys' })
  await choose('Area', 'API keys')
  await choose('Action', 'Issued an API key')
  await choose('Kind', 'Member')
  await choose('Environment', 'Sandbox')
  await choose('App', apps[0]!.name)
  const query = {
    area: 'keys',
    action: 'keys.issued',
    actorKind: 'member',
    environment: 'sandbox',
    appId: apps[0]!.id,
  }
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({ query: expect.objectContaining(query) }),
  )
  expect(module.viewState.read()).toEqual({
    area: 'keys',
    action: 'keys.issued',
    kind: 'member',
    in: 'sandbox',
    appId: apps[0]!.id,
  })
  await press('Clear all')
  expect(module.viewState.read()).toEqual({})
})

test('XC-4: an action is chosen among those of its area, and goes with it', async () => {
  const module = showPage({ viewState: memoryViewState({ area: 'keys', action: 'keys.issued' }) })
  await screen.findByRole('option', { name: 'An API key expired' })
  expect(screen.queryByRole('option', { name: 'Changed an app' })).toBeNull()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Area' }), 'Apps')
  expect(module.viewState.read()).toEqual({ area: 'apps' })
})

test('XC-4: a range of time begins at a round moment, so that one search is logged once', async () => {
  const search = jest.fn<Search>(() => pageWith(auditEntries))
  const module = showPage({ api: { audit: { search } } })
  await choose('Time', 'Last 7 days')
  await waitFor(() => expect(search).toHaveBeenCalledTimes(2))
  const { from, to } = search.mock.calls[1]![0]!.query!
  expect(from).toMatch(/:00:00\.000Z$/)
  expect(Math.abs(Date.parse(from!) - Date.parse(ago(7 * dayMs)))).toBeLessThan(3_600_000)
  expect(to).toBeUndefined()
  expect(module.viewState.read()).toEqual({ range: '7d' })
})

test('XC-4: other dates are picked, and stand in the address', async () => {
  const module = showPage()
  await choose('Time', 'Dates…')
  expect(await screen.findByRole('button', { name: /^Range of time/ })).toBeTruthy()
  expect(module.viewState.read()['range']).toMatch(/^\d{4}-.*Z\/\d{4}-.*Z$/)
})

test('XC-4: the search takes words, an address, and an id, each for what it is', async () => {
  const search = jest.fn<Search>(() => pageWith(auditEntries))
  const module = showPage({ api: { audit: { search } } })
  const field = await screen.findByLabelText<HTMLInputElement>('Words, an id or an IP address')
  await userEvent.type(field, 'check out')
  await waitFor(() => expect(module.viewState.read()).toEqual({ text: 'check out' }))
  expect(search).toHaveBeenLastCalledWith({ query: expect.objectContaining({ text: 'check out' }) })
  await userEvent.clear(field)
  await userEvent.type(field, '2001:db8::1')
  await waitFor(() => expect(module.viewState.read()).toEqual({ ip: '2001:db8::1' }))
  await userEvent.clear(field)
  await waitFor(() => expect(module.viewState.read()).toEqual({}))
  await userEvent.click(field)
  await userEvent.paste(` ${auditEntryOf().target!.toUpperCase()} `)
  await waitFor(() => expect(module.viewState.read()).toEqual({ target: auditEntryOf().target }))
  expect(field.value).toBe('')
})

test.each([
  ['en', 'An API KEY exp', 'keys.expired'],
  ['en', 'An API KEY w', 'keys.leak-reported,keys.used-from-new-ip'],
  ['de', 'mandanten gesp', 'tenants.suspended'],
  ['de', 'suspended the ten', 'tenants.suspended'],
  ['en', 'no such words', undefined],
])(
  'XC-4: what people read of an action is found by it (%s: %s)',
  async (locale, text, orActions) => {
    await loadTexts(locale, languages)
    const search = jest.fn<Search>(() => pageWith(auditEntries))
    showPage({ locale, viewState: memoryViewState({ text }), api: { audit: { search } } })
    await waitFor(() => expect(search.mock.calls[0]?.[0]?.query).toMatchObject({ text, orActions }))
  },
)

test('XC-4: what a task did is told as done by Sonaqor, and was in no request', async () => {
  const actor = { kind: 'system', id: 'access.send-link', name: 'access.send-link' } as const
  const entry = auditEntryOf({ actor, action: 'account.reset-requested', requestId: 'none' })
  const search = jest.fn<Search>(() => pageWith([entry]))
  showPage({ api: { audit: { search } }, viewState: memoryViewState({ entry: entry.id }) })
  const drawer = within(await screen.findByRole('dialog', {}, { timeout: 5_000 }))
  expect((await screen.findAllByText('Sonaqor')).length).toBe(2)
  expect(screen.queryByText('Request id')).toBeNull()
  expect(drawer.queryByText('none')).toBeNull()
})

test('XC-4: what is too short to be looked for is asked of nobody', async () => {
  const search = jest.fn<Search>(() => pageWith(auditEntries))
  showPage({ viewState: memoryViewState({ text: 'ab' }), api: { audit: { search } } })
  await rowOf(issued)
  expect(search.mock.calls.every(([request]) => request?.query?.text === undefined)).toBe(true)
})

test('XC-8: older entries are read with the cursor and put below', async () => {
  const older = auditEntryOf({ sequence: 7, action: 'tenants.founded', target: null, after: null })
  const search = jest
    .fn<Search>(() => pageWith([older]))
    .mockImplementationOnce(() => pageWith(auditEntries, 'cursor-2'))
  showPage({ api: { audit: { search } } })
  await press('Load more')
  expect(await screen.findByText('Founded the tenant')).toBeTruthy()
  expect(search).toHaveBeenLastCalledWith({
    query: expect.objectContaining({ cursor: 'cursor-2' }),
  })
})

test('XC-4: that reading is logged is said once', async () => {
  showPage()
  expect(await screen.findAllByText(/Looking into this log is itself logged/)).toHaveLength(1)
})

test('XC-4: an empty log says how entries come, an empty search how to find some', async () => {
  const module = showPage({ api: { audit: { search: () => pageWith([]) } } })
  expect(await screen.findByText('No entries yet')).toBeTruthy()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'System')
  expect(await screen.findByText('No entry matches the filters')).toBeTruthy()
  await press('Clear filters')
  expect(module.viewState.read()).toEqual({})
})

test('XC-4: what was done to leads there, for who may see it, in its environment', async () => {
  const module = showPage({ scopes: ['audit:read', 'keys:read'] })
  const row = await rowOf(issued)
  await userEvent.click(row.getByRole('button', { name: 'Show Checkout server' }))
  const { target } = auditEntryOf()
  expect(module.navigated).toEqual([
    { view: 'keys.list', params: { environment: 'sandbox', key: target } },
  ])
  expect(screen.queryByRole('button', { name: /^Show Checkout and returns/ })).toBeNull()
  expect(module.viewState.read()).toEqual({})
})

test('XC-4: what recorded no name of its own is called as it is now, for who may know', async () => {
  const app = apps[0]!
  const sent = auditEntryOf({
    action: 'customers.ingested',
    target: app.id,
    after: { accepted: 1 },
  })
  const api = { audit: { search: () => pageWith([sent]) }, apps: { list: () => pageWith(apps) } }
  const module = showPage({ scopes: ['audit:read', 'apps:read'], api })
  await press(`Show ${app.name}`)
  expect(module.navigated).toEqual([
    { view: 'home.projects', params: { environment: 'sandbox', app: app.id } },
  ])
})

test('the page speaks the language of the reader', async () => {
  await loadTexts('de', languages)
  showPage({ locale: 'de' })
  expect(await screen.findByText('API-Schlüssel ausgestellt', { selector: 'div' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Audit-Protokoll' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/\b(Issued|Member|Verify|Entries)\b/)
})
