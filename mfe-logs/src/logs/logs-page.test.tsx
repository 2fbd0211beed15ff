import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { ago, dayMs, hourMs, minuteMs } from '@sonaqor/storybook/fixtures/time'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule } from '@sonaqor/module/testing'
import { loadTexts, sayIn, type Text } from '@sonaqor/module/texts'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openRequest, paths, press, pageOver, type Search } from '../testing/show-logs-page.tsx'
import * as ofInsight from '../insight/texts/en.ts'
import * as ofQueries from '../query/texts/en.ts'
import * as english from '../texts/en.ts'
import * as ofEntries from './entry/texts/en.ts'
import { pageLanguages } from '../testing/page-languages.ts'

type Api = ModuleContext['api']
const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Path, key, IP/ })

test('LG-1: without logs:read the page names the missing scope and asks for nothing', () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  showPage({ scopes: [], api: { logs: { search } } })
  expect(screen.getByText('logs:read')).toBeTruthy()
  expect(search).not.toHaveBeenCalled()
})

test('LG-3: a status is told by colour and in words', async () => {
  showPage()
  expect(await screen.findByText('201 Created')).toBeTruthy()
  expect(screen.getByText('503 Overloaded').getAttribute('data-tone')).toBe('danger')
  expect(screen.getByText('403 Forbidden').getAttribute('data-tone')).toBe('warning')
})

test('LG-3: each row tells its time to the second, its day where another begins, and the head its zone', async () => {
  const year = new Date().getFullYear()
  const instants = [
    new Date(year - 1, 4, 17, 10, 5, 3, 250),
    new Date(year - 1, 4, 17, 9, 0, 0),
    new Date(year - 1, 4, 16, 23, 59, 59),
  ]
  const entries = instants.map((at, n) => logEntryOf({ id: `e${n}`, at: at.toISOString() }))
  showPage({ api: { logs: { search: () => pageWith(entries) } } })
  const first = await screen.findByText(/10:05:03/)
  const day = (of: number) => `May ${of}, ${year - 1}`
  const rows = Array.from(document.querySelectorAll('td time'), (one) =>
    one.textContent?.trim().replaceAll('\u202f', ' '),
  )
  expect(rows).toEqual([`${day(17)} 10:05:03 AM`, '9:00:00 AM', `${day(16)} 11:59:59 PM`])
  expect(first.getAttribute('title')).toContain('03.250')
  const named = screen.getAllByRole('button', {
    name: /201 Created, May 17, .* (?:10:05:03|9:00:00)\sAM$/,
  })
  expect(named).toHaveLength(2)
  expect(screen.getByRole('columnheader', { name: /^Time, \S+/ })).toBeTruthy()
})

test('LG-3: of rows on both sides of a change of clocks the head names no zone that half of them are not in', async () => {
  jest.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
    return this.getUTCMonth() === 4 ? -120 : -60
  })
  const entries = ['2025-10-31T08:00:00.000Z', '2025-05-20T21:05:59.000Z'].map((at, n) =>
    logEntryOf({ id: `e${n}`, at }),
  )
  showPage({ api: { logs: { search: () => pageWith(entries) } } })
  expect(await screen.findByRole('columnheader', { name: 'Time, local' })).toBeTruthy()
  jest.restoreAllMocks()
})

test('LG-1: an imported line says so, and nothing that its log did not', async () => {
  const line = logEntryOf({
    keyPrefix: 'sq_imported',
    latencyMs: 0,
    imported: { hasLatency: false },
  })
  const empty = { headers: {}, body: null }
  const show = () => Promise.resolve(logDetailOf({ ...line, request: empty, response: empty }))
  showPage({
    scopes: ['logs:read', 'keys:read', 'keys:write'],
    api: { logs: { search: () => pageWith([line]), show }, keys: { list: () => pageWith(keys) } },
  })
  expect(await screen.findByText('Imported')).toBeTruthy()
  const drawer = await openRequest('POST /v1/customers, 201 Created')
  expect(await drawer.findByText('An access log that was imported')).toBeTruthy()
  expect(drawer.getByText('Imported')).toBeTruthy()
  expect(screen.getAllByText('The imported log does not say how long it took')).toHaveLength(2)
  for (const made of [/\d ms$/, /without a body/, /^sq_/, 'Send again…', 'Copy as curl'])
    expect(screen.queryByText(made)).toBeNull()
})

test('LG-2: the list is narrowed by status group, method and the beginning of the path', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = showPage({ api: { logs: { search } } })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), '4xx, refused')
  await userEvent.selectOptions(screen.getByLabelText('Method'), 'POST')
  await userEvent.type(field(), '/v1/cu')
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ status: '4xx', method: 'POST', q: 'path:/v1/cu*' }),
    }),
  )
  expect(module.viewState.read()).toEqual({ status: '4xx', method: 'POST', q: '/v1/cu' })
  await press('Clear all')
  expect(module.viewState.read()).toEqual({})
})

test('LG-2: where nothing is found by a path, it is said how paths are found', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ path: 'customers' })
  showPage({ viewState, api: { logs: { search: () => pageWith([]) } } })
  expect(await screen.findByText(/A word is found anywhere in a path/)).toBeTruthy()
})

test.each([
  ['status', '9xx', 'Status', '4xx'],
  ['method', 'FOO', 'Method', 'POST'],
])(
  'LG-2: an address with an unknown %s asks for all, and says so until another is chosen',
  async (filter, unknown, name, known) => {
    const search = jest.fn<Search>(() => pageWith(logEntries))
    const viewState = fakeModule().viewState
    viewState.write({ [filter]: unknown })
    showPage({ viewState, api: { logs: { search } } })
    await screen.findByText('201 Created')
    const query = expect.objectContaining({ [filter]: undefined })
    expect(search).toHaveBeenCalledWith({ query })
    expect(screen.getByText(/^A filter in the address cannot be read/)).toBeTruthy()
    await userEvent.selectOptions(screen.getByRole('combobox', { name }), known)
    expect(screen.queryByText(/^A filter in the address/)).toBeNull()
  },
)

test('LG-5: older requests are read with the cursor and put below, once each', async () => {
  const older = logEntryOf({ id: 'older', path: '/v1/older', at: ago(3_600_000) })
  const search = jest
    .fn<Search>(() => pageWith([logEntries.at(-1)!, older]))
    .mockImplementationOnce(() => pageWith(logEntries, 'cursor-2'))
  showPage({ api: { logs: { search } } })
  await press('Load more')
  await waitFor(() => expect(paths().at(-1)).toBe('POST /v1/older'))
  expect(search).toHaveBeenLastCalledWith({
    query: expect.objectContaining({ cursor: 'cursor-2' }),
  })
})

test('LG-1: an empty log says how to fill it, an empty search that nothing matches', async () => {
  showPage({ api: { logs: { search: () => pageWith([]) } } })
  expect(await screen.findByText('No requests in this range')).toBeTruthy()
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Status' }),
    '5xx, server error',
  )
  expect(await screen.findByText('No request matches the filters')).toBeTruthy()
  await press('Clear filters')
  expect(await screen.findByText('No requests in this range')).toBeTruthy()
})

test('LG-2: a key that has never been used says so, and leads to the requests of all others', async () => {
  const unused = keys.find(({ lastUsedAt }) => lastUsedAt === null)!
  const viewState = fakeModule().viewState
  viewState.write({ keyId: unused.id, status: '2xx' })
  showPage({
    viewState,
    scopes: ['logs:read', 'keys:read'],
    api: { logs: { search: () => pageWith([]) }, keys: { list: () => pageWith(keys) } },
  })
  expect(await screen.findByText(`${unused.label} has made no request yet`)).toBeTruthy()
  expect(screen.queryByText('No request matches the filters')).toBeNull()
  await press('Clear filters')
  expect(viewState.read()).toEqual({})
})

test('LG-2: a key is called by its label, and by what its secret begins with', async () => {
  showPage({ scopes: ['logs:read', 'keys:read'], api: { keys: { list: () => pageWith(keys) } } })
  const [label] = await screen.findAllByText('Checkout server', { selector: 'td *' })
  expect(label?.closest('td')?.textContent).toContain('sq_test_9fK2…x7Qz')
})

test('LG-2: a request that was made with an old secret of its key says so', async () => {
  const turned = keyOf({ prefix: 'sq_test_Nw01', rotatedAt: ago(0) })
  showPage({
    scopes: ['logs:read', 'keys:read'],
    api: { keys: { list: () => pageWith([turned]) } },
  })
  const [label] = await screen.findAllByText('Checkout server', { selector: 'td *' })
  expect(label?.closest('td')?.textContent).toContain('old secret')
})

test('LG-2: imported lines are chosen beside keys, and left again', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  showPage({
    scopes: ['logs:read', 'keys:read'],
    api: { logs: { search }, keys: { list: () => pageWith(keys) } },
  })
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Key' })
  const asked = () => search.mock.lastCall?.[0]?.query
  expect(choice.querySelector('optgroup')?.label).toBe('No key')
  await userEvent.selectOptions(choice, 'Imported')
  await waitFor(() => expect(asked()?.q).toBe('key:imported'))
  expect(choice.selectedOptions[0]?.text).toBe('Imported')
  await userEvent.selectOptions(choice, 'Checkout server (sq_test_9fK2…x7Qz)')
  await waitFor(() => expect(asked()).toMatchObject({ keyId: keyOf().id }))
  expect(asked()?.q).toBeUndefined()
})

test('LG-1: opened embed sessions are left out, which is said, and they can be let in', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const { viewState } = showPage({ api: { logs: { search } } })
  const asked = () => search.mock.lastCall?.[0]?.query
  const note = await screen.findByText(/embed sessions are left out/)
  const rows = await screen.findByRole('table')
  expect(note.compareDocumentPosition(rows)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.queryByText(/Every request/)).toBeNull()
  await press('Show them')
  expect(viewState.read()).toEqual({ sessions: 'shown' })
  await press('Leave them out')
  await waitFor(() => expect(asked()?.without).toBe('embed-sessions'))
  await press('Show them')
  await waitFor(() => expect(asked()?.without).toBeUndefined())
})

test('LG-1: who asks for one key sees the embed sessions that it opened as well', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const viewState = fakeModule().viewState
  viewState.write({ keyId: keyOf().id })
  showPage({ viewState, api: { logs: { search } } })
  await screen.findByText('201 Created')
  expect(search.mock.lastCall?.[0]?.query?.without).toBeUndefined()
  expect(screen.queryByText(/embed sessions/)).toBeNull()
})

test('XC-8: a failure shows its request id to copy, and a retry that works', async () => {
  const problem = {
    code: 'overloaded',
    title: 'Too busy at the moment',
    detail: 'All workers are busy.',
    instance: 'request-77',
  }
  const search = jest
    .fn<Search>(() => pageWith(logEntries))
    .mockImplementationOnce(() => Promise.reject(Object.assign(new Error(), { problem })))
  showPage({ api: { logs: { search } } })
  const failure = within(await screen.findByRole('alert'))
  expect(failure.getByText('request-77')).toBeTruthy()
  await userEvent.click(failure.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('201 Created')).toBeTruthy()
})

test('LG-2: the list begins where the range of time begins, at a round moment, so that the same is asked again', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = showPage({ api: { logs: { search } } })
  await screen.findByText('201 Created')
  const from = () => search.mock.lastCall?.[0]?.query?.from ?? ''
  expect(Date.now() - Date.parse(from())).toBeGreaterThan(30 * dayMs - 1)
  expect(from()).toMatch(/:00:00\.000Z$/)
  await press(/^Range of time/)
  await press('Last hour')
  await waitFor(() => expect(Date.now() - Date.parse(from())).toBeLessThan(hourMs + 5 * minuteMs))
  expect(module.viewState.read()).toEqual({ range: '1h' })
})

test('LG-2: a range with an end of its own is not followed live, and says so', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const viewState = fakeModule().viewState
  const [from, to] = ['2026-11-20T08:00:00.000Z', '2026-11-20T09:00:00.000Z']
  viewState.write({ range: `${from}/${to}` })
  const { tails } = showPage({ viewState, api: { logs: { search } } })
  await screen.findByText('201 Created')
  expect(search).toHaveBeenCalledWith({ query: expect.objectContaining({ from, to }) })
  expect(tails()).toBe(0)
  expect(screen.getByText('Past requests')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
})

test('LG-2: the list is narrowed to a key or an app by their names', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  showPage({
    scopes: ['logs:read', 'keys:read', 'apps:read'],
    api: {
      logs: { search },
      keys: { list: () => pageWith(keys) },
      apps: { list: () => pageWith(apps) },
    },
  })
  await userEvent.selectOptions(
    await screen.findByRole('combobox', { name: 'Key' }),
    'Checkout server (sq_test_9fK2…x7Qz)',
  )
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'App' }), 'Ledger import')
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ keyId: keyOf().id, appId: apps[2]!.id }),
    }),
  )
  await press('Remove Key: Checkout server (sq_test_9fK2…x7Qz)')
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ keyId: undefined }),
    }),
  )
})

test('XC-12: who turns to another environment or project leaves the key, the app and the request of the one before', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const viewState = fakeModule().viewState
  const ofOnePlace = { appId: apps[0]!.id, keyId: keyOf().id, entry: logEntryOf().id }
  viewState.write({ ...ofOnePlace, status: '2xx' })
  const { turnTo } = showPage({ viewState, api: { logs: { search } } })
  await screen.findByText('201 Created')
  expect(viewState.read()).toEqual({ ...ofOnePlace, status: '2xx' })
  turnTo({ environment: 'production' })
  expect(viewState.read()).toEqual({ status: '2xx' })
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({
      query: expect.objectContaining({ environment: 'production', appId: undefined }),
    }),
  )
  act(() => viewState.write({ keyId: keyOf().id }))
  turnTo({ environment: 'production', project: { id: 'desk', name: '' } })
  expect(viewState.read()).toEqual({})
})

test('XC-12: requests, and the names to choose from, are asked for the project that is looked at', async () => {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const listKeys = jest.fn<Api['keys']['list']>(() => pageWith(keys))
  const listApps = jest.fn<Api['apps']['list']>(() => pageWith(apps))
  showPage({
    scopes: ['logs:read', 'keys:read', 'apps:read'],
    project: { id: 'desk', name: 'Trading desk' },
    api: { logs: { search }, keys: { list: listKeys }, apps: { list: listApps } },
  })
  await screen.findByText('201 Created')
  const ofProject = { query: expect.objectContaining({ projectId: 'desk' }) }
  expect(search).toHaveBeenLastCalledWith(ofProject)
  expect(listKeys).toHaveBeenLastCalledWith(ofProject)
  expect(listApps).toHaveBeenLastCalledWith(ofProject)
})

test('LG-3: any column can be put away but the request itself', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ hide: 'request' })
  showPage({ viewState })
  expect(await screen.findByRole('columnheader', { name: 'Request' })).toBeTruthy()
  await press('Columns')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Status' }))
  expect(screen.queryByRole('columnheader', { name: 'Status' })).toBeNull()
  expect(screen.queryByRole('checkbox', { name: 'Request' })).toBeNull()
  expect(viewState.read()).toEqual({ hide: 'status' })
})

test('LG-2: a key that the address names is called by its label, though it is none of the newest', async () => {
  const viewState = fakeModule().viewState
  viewState.write({ keyId: 'old' })
  showPage({
    viewState,
    scopes: ['logs:read', 'keys:read'],
    api: {
      keys: {
        list: () => pageWith(keys),
        show: () => Promise.resolve(keyOf({ id: 'old', label: 'Old server' })),
      },
    },
  })
  expect(await screen.findByText('Key: Old server (sq_test_9fK2…x7Qz)')).toBeTruthy()
})

test('Quality: in German no word of the page is left in English', async () => {
  await loadTexts('de', ...pageLanguages)
  showPage({ locale: 'de' })
  await openRequest('POST /v1/customers, 201 Erstellt')
  expect(await screen.findByText('Inhalt der Antwort')).toBeTruthy()
  expect(wordsIn(document.body).filter((words) => englishAlone.has(words))).toEqual([])
})

const said = { ...english, ...ofEntries, ...ofInsight, ...ofQueries }
const inBoth = Object.values<Text>(said).map((text) => [sayIn('en')(text), sayIn('de')(text)])
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
