import type { LogEntry } from '@sonaqor/contract/logs'
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import {
  logDetailOf,
  logEntries,
  logEntryOf,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { ago } from '@sonaqor/storybook/fixtures/time'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { loadTexts } from '@sonaqor/module/texts'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, paths, press, type Search } from '../testing/show-logs-page.tsx'
import { pageLanguages } from '../testing/page-languages.ts'

type Api = ModuleContext['api']
const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })

/** The page of somebody who knows keys and apps by their names, once the language has come. */
async function show(options: FakeModuleOptions = {}) {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const module = showPage({
    scopes: ['logs:read', 'keys:read', 'apps:read'],
    ...options,
    api: {
      logs: { search, ...options.api?.logs },
      keys: { list: () => pageWith(keys), ...options.api?.keys },
      apps: { list: () => pageWith(apps) },
    },
  })
  await userEvent.click(await screen.findByRole('combobox', { name: /^(Path, key|Pfad, )/ }))
  return { ...module, asked: () => search.mock.lastCall?.[0]?.query?.q, search }
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^(Path, key|Pfad, )/ })
const write = (text: string) => userEvent.type(field(), text.replaceAll(/[{[]/g, '$&$&'))
const options = () =>
  Array.from(document.querySelectorAll('.sq-suggestions [role=option]'), (one) => one.textContent)
const pointedAt = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

test('LG-2: a query is written with the keyboard alone: fields, then values, by arrows, Enter and Tab', async () => {
  const { viewState, asked } = await show()
  await write('st')
  expect(options()).toEqual(['status:404, 5xx, >=400, 400..499'])
  expect(field().getAttribute('aria-expanded')).toBe('true')
  await userEvent.keyboard('{ArrowDown}')
  expect(pointedAt()).toMatch(/^status:/)
  await userEvent.keyboard('{Enter}')
  expect(field().value).toBe('status:')
  await write('5')
  expect(options()).toEqual(['5xxServer error', '500Internal error', '503Overloaded'])
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Tab}')
  expect(field().value).toBe('status:500 ')
  expect(document.activeElement).toBe(field())
  await waitFor(() => expect(asked()).toBe('status:500'))
  expect(viewState.read()).toEqual({ q: 'status:500' })
})

test('LG-2: keys and apps are found by their names, and stand in the query by what names them', async () => {
  const { asked } = await show()
  await write('key:check')
  await userEvent.click(
    await screen.findByText('sq_test_9fK2…x7Qz', { selector: '[role=option] *' }),
  )
  await write('app:led')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(asked()).toBe(`key:${keyOf().prefix} app:${apps[2]!.id}`))
})

test('LG-2: a key that was rotated is completed by what finds the requests of all its secrets', async () => {
  const rotated = keyOf({ label: 'Turned over', prefix: 'sq_test_Nw01', rotatedAt: ago(0) })
  const { asked } = await show({ api: { keys: { list: () => pageWith([rotated]) } } })
  await write('key:turned')
  await waitFor(() => expect(options()).toEqual(['Turned oversq_test_Nw01…x7Qz']))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(asked()).toBe(`key:${rotated.id}`))
})

test('LG-2: values are found by what they are, and not by how many requests have them', async () => {
  const { status, ...others } = logFacetsOf()
  const values = [
    { value: '200', count: 47 },
    { value: '404', count: 3 },
  ]
  const facets = () => Promise.resolve({ ...others, status: { ...status, values } })
  await show({ api: { logs: { facets } } })
  await write('status:4')
  await waitFor(() => expect(options()).toContain('404Not found, 3 requests'))
  expect(options().filter((one) => one?.startsWith('200'))).toEqual([])
})

test('LG-2: nothing is taken from who just writes: Enter and Tab choose nothing that no arrow led to', async () => {
  await show()
  await write('meth')
  await userEvent.keyboard('{Enter}')
  expect(field().value).toBe('meth')
  expect(options()).toEqual([])
  await write('o')
  await userEvent.keyboard('{Escape}')
  expect(options()).toEqual([])
  expect(field().value).toBe('metho')
  await write('d')
  await userEvent.tab()
  expect(field().value).toBe('method')
  expect(document.activeElement).not.toBe(field())
})

const countedNow = () => Promise.resolve(logFacetsOf())
const countedOverTime = () => Promise.resolve(logHistogramOf())

test('LG-2: values are completed by what the requests in view have, the commonest first, with the count that taking it gives', async () => {
  const facets = jest.fn<ModuleContext['api']['logs']['facets']>(countedNow)
  const { asked } = await show({ api: { logs: { facets, histogram: countedOverTime } } })
  const lastAsked = () => facets.mock.lastCall?.[0]?.query
  await write('stat')
  expect(facets).not.toHaveBeenCalled()
  await userEvent.clear(field())
  await write('path:')
  // Counted among the newest alone, a number would be none of what the list shows then.
  await waitFor(() => expect(options()).toEqual(['/v1/transactions', '/v1/customers/*']))
  expect(lastAsked()).toMatchObject({ q: undefined, without: undefined })
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(field().value).toBe('path:/v1/customers/* ')
  await write('status:42')
  await waitFor(() =>
    expect(options()).toEqual(['422Invalid, 41 requests', '429Too many requests, 2 requests']),
  )
  expect(lastAsked()).toMatchObject({ q: 'path:/v1/customers/*' })
  await write('2,50')
  expect(options()).toEqual(['503Overloaded', '500Internal error'])
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await write('-method:')
  await waitFor(() => expect(options().slice(0, 2)).toEqual(['POST', 'GET']))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(asked()).toBe('path:/v1/customers/* status:422,503 -method:POST'))
})

test('LG-2: a key whose name may not be known is completed by how its secret begins', async () => {
  await show({ scopes: ['logs:read'], api: { logs: { facets: countedNow } } })
  await write('key:sq')
  await waitFor(() =>
    expect(options()).toEqual([`${keyOf().prefix}1,600 requests`, 'sq_test_Uu7x54 requests']),
  )
})

test('LG-2: in the midst of a query the term at the caret is completed, and the rest stays', async () => {
  await show()
  await write('status:4 path:/v1/keys')
  await userEvent.type(field(), '0', { initialSelectionStart: 8, initialSelectionEnd: 8 })
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(field().value).toBe('status:400 path:/v1/keys')
  expect(field().selectionStart).toBe('status:400'.length)
})

test('LG-2: a query that cannot be read marks the character, says what is expected, and is not sent', async () => {
  const { search, viewState } = await show()
  await screen.findByText('201 Created')
  const before = search.mock.calls.length
  await write('status:teapot')
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText(/^Character 8: expected a status such as 404/)).toBeTruthy()
  expect(screen.getByText('t', { selector: 'mark' })).toBeTruthy()
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(search.mock.calls).toHaveLength(before)
  expect(viewState.read()).toEqual({})
  // The rows of another query would be taken for those of this one.
  expect(await screen.findByText('This search cannot be read')).toBeTruthy()
  expect(screen.queryByText('201 Created')).toBeNull()
  await userEvent.clear(field())
  await screen.findByText('201 Created')
  await waitFor(() => expect(field().getAttribute('aria-invalid')).toBeNull())
})

test('LG-2: a link with a query that cannot be read says at once where, before anybody types', async () => {
  showPage({ viewState: memoryViewState({ q: 'status:9' }) })
  expect(await screen.findByText('This search cannot be read')).toBeTruthy()
  expect(screen.getByText(/^Character 8: expected a status/)).toBeTruthy()
  expect(screen.getByText('9', { selector: 'mark' })).toBeTruthy()
})

test('LG-2: a part of a path is completed to stand anywhere in it, and a star in its midst is marked', async () => {
  const { asked } = await show()
  await write('path:refund')
  expect(options()).toEqual(['*refund*Anywhere in the path', '*refundAt the end of the path'])
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(asked()).toBe('path:*refund*'))
  await userEvent.clear(field())
  await write('path:*re*fund*')
  expect(await screen.findByText(/^Character 9: expected no star but at the ends/)).toBeTruthy()
  expect(screen.getByText('*', { selector: 'mark' })).toBeTruthy()
})

/** Longer than a pause in typing. */
const pause = () => act(() => new Promise((resolve) => setTimeout(resolve, 700)))

test('LG-2: a half word is neither asked nor called a fault; Enter asks it as it stands', async () => {
  const { asked, search } = await show()
  await screen.findByText('201 Created')
  const before = search.mock.calls.length
  await write('meth')
  await pause()
  expect(search.mock.calls).toHaveLength(before)
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(asked()).toBe('meth'))
  await userEvent.clear(field())
  await write('ip:203.0')
  await pause()
  expect(screen.queryByText(/^Character/)).toBeNull()
  expect(screen.getByText('201 Created')).toBeTruthy()
  await write('.113.7')
  await waitFor(() => expect(asked()).toBe('ip:203.0.113.7'))
})

test('LG-2: a key stands by its label among what is searched for, and the query keeps its id', async () => {
  const { id, label } = keyOf()
  const { viewState } = await show({ viewState: memoryViewState({ q: `key:${id}` }) })
  expect(await screen.findByText(`Key: ${label}`)).toBeTruthy()
  expect(viewState.read()).toEqual({ q: `key:${id}` })
})

test('LG-2: where a small or between terms finds nothing, it is said what means or', async () => {
  await show({
    api: { logs: { search: () => pageWith<LogEntry>([]) } },
    viewState: memoryViewState({ q: 'status:404 or status:409' }),
  })
  expect(
    await screen.findByText(/commas mean or, as in status:404,409; a minus means not/),
  ).toBeTruthy()
})

test('LG-2: while a value is chosen the rows stay, and go once it is left unreadable', async () => {
  await show()
  await screen.findByText('201 Created')
  await write('status:')
  await pause()
  expect(screen.getByText('201 Created')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(await screen.findByText('This search cannot be read')).toBeTruthy()
  expect(screen.queryByText('201 Created')).toBeNull()
})

test('LG-2: in German it says so in German', async () => {
  await loadTexts('de', ...pageLanguages)
  await show({ locale: 'de' })
  await write('colour:red')
  expect(
    await screen.findByText(/^Zeichen 1: Erwartet wird eines der Felder status, /),
  ).toBeTruthy()
})

test('LG-2: a broken query in an address is shown with its fault, and not sent', async () => {
  const { search } = await show({ viewState: memoryViewState({ q: 'status:' }) })
  expect(await screen.findByText('This search cannot be read')).toBeTruthy()
  expect(search).not.toHaveBeenCalled()
})

const id = logEntryOf().requestId
test.each([
  ['a request id', ` ${id.toUpperCase()} `, `request:${id}`],
  ['a secret', `${keyOf().prefix}TheRestOfTheSecret`, `key:${keyOf().prefix}`],
  ['an address', '203.0.113.24', 'ip:203.0.113.24'],
  ['a long address', '2001:db8::7', 'ip:2001:db8::7'],
  ['a network with a star', '66.249.*', 'ip:66.249.0.0/16'],
  ['an address of the web', 'http://semicomplete.com/blog/', 'path:/blog/*'],
  ['one with a query and a fragment', 'https://a.test:8443/b?c=1#d', 'path:/b*'],
  ['one with a comma', 'https://a.test/b,c', 'path:"/b,c"*'],
  ['one with a query alone', 'https://a.test?c=1', 'path:/'],
  ['one without a path', 'HTTP://semicomplete.com', 'path:/'],
  ['a path', '/v1/customers/42', 'path:/v1/customers/42*'],
])('LG-2: %s that is pasted becomes the term that it means', async (_, pasted, term) => {
  const { asked, viewState } = await show()
  await userEvent.paste(pasted)
  expect(field().value).toBe(term)
  await waitFor(() => expect(asked()).toBe(term))
  expect(viewState.read()).toEqual({ q: term })
})

test('LG-2: typed, they mean the same, and stay as they were typed', async () => {
  const { asked } = await show()
  await write('/v1/keys 10.0.0.1 "a b" /v1/*/x')
  await waitFor(() => expect(screen.getByText('*', { selector: 'mark' })).toBeTruthy())
  await userEvent.type(field(), '{Backspace}{Backspace}{Backspace}')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(asked()).toBe('path:/v1/keys* ip:10.0.0.1 "a b" path:/v1/*'))
  expect(field().value).toBe('/v1/keys 10.0.0.1 "a b" /v1/')
})

test('LG-2: no more of a secret than names its key stands in an address', async () => {
  const { viewState } = await show()
  await write('-sq_live_aB3dNobodyHereKnowsThisOne')
  await waitFor(() => expect(viewState.read()).toEqual({ q: '-sq_live_aB3d' }))
})

const whole = `sq_live_aB3d${'0'.repeat(32)}`
test.each([
  ['behind its field', { q: `status:5xx key:${whole}` }, 'status:5xx key:sq_live_aB3d'],
  ['bare', { q: whole }, 'sq_live_aB3d'],
  ['in an older link', { path: `/v1/${whole}` }, undefined],
])(
  'LG-2: a secret that stands %s in an address is asked for, shown and kept no further than it names its key',
  async (_, state, q) => {
    const viewState = memoryViewState(state)
    const told = jest.fn<() => void>()
    viewState.subscribe(told)
    const histogram = jest.fn<Api['logs']['histogram']>(() => new Promise(() => undefined))
    const { search } = await show({ viewState, api: { logs: { histogram } } })
    await waitFor(() => expect(histogram).toHaveBeenCalled())
    expect(JSON.stringify([search.mock.calls, histogram.mock.calls])).not.toContain('d0')
    expect(search).toHaveBeenCalled()
    expect(field().value).not.toContain('d0')
    expect(document.body.innerHTML).not.toContain(whole)
    expect(viewState.read()).toEqual(q ? { q } : { path: '/v1/sq_live_aB3d' })
    expect(told).toHaveBeenCalledTimes(1)
  },
)

test('LG-2: an older link to a path or a request says the same in words', async () => {
  const { asked } = await show({ viewState: memoryViewState({ path: '/v1/cu' }) })
  await waitFor(() => expect(asked()).toBe('path:/v1/cu*'))
  expect(field().value).toBe('path:/v1/cu*')
})

test('LG-2: examples say how to search, and can be tried', async () => {
  const { asked } = await show()
  await press('How to search')
  await press(/^-method:GET/)
  expect(document.activeElement).toBe(field())
  await waitFor(() => expect(asked()).toBe('-method:GET'))
})

test('LG-5: of a tail that several share, only what the query asks for comes in', async () => {
  const { arrive } = await show({ viewState: memoryViewState({ q: 'status:5xx' }) })
  await screen.findByText('201 Created')
  arrive([logEntryOf({ id: 'n1', path: '/v1/fine', status: 200 })])
  arrive([logEntryOf({ id: 'n2', path: '/v1/broken', status: 503 })])
  await waitFor(() => expect(paths()[0]).toBe('POST /v1/broken'))
  expect(paths()).not.toContain('POST /v1/fine')
})
