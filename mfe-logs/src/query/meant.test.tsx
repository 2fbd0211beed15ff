import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries, logEntryOf } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import type { LogEntry } from '@sonaqor/contract/logs'
import { expect, jest, test } from '@jest/globals'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, press, type Search } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Path, key/ })

const server = keyOf({ id: '01920000-0000-7000-8000-00000000c00a', label: 'Server' })
const twin = (n: number) =>
  keyOf({
    id: `01920000-0000-7000-8000-00000000c01${n}`,
    label: 'Twin server',
    prefix: `sq_test_Tw0${n}`,
  })
const ledger = apps[2]!

/** The page over a log in which something is found by the queries that are named alone. */
async function show(q: string, found: readonly string[] = [], options: FakeModuleOptions = {}) {
  const search = jest.fn<Search>((request) =>
    pageWith(found.includes(request?.query?.q ?? '') ? logEntries : []),
  )
  const module = showPage({
    ...options,
    scopes: ['logs:read', 'keys:read', 'apps:read'],
    viewState: memoryViewState(q ? { q } : {}),
    api: {
      logs: { search },
      keys: { list: () => pageWith([server, twin(1), twin(2)]) },
      apps: { list: () => pageWith([ledger]) },
    },
  })
  await userEvent.click(await screen.findByRole('combobox', { name: /^Path, key/ }))
  return { ...module, asked: () => search.mock.lastCall?.[0]?.query?.q }
}

test.each([
  ['key:server', `key:${server.prefix}`],
  ['-status:404 key:"Server",sq_live_ab12', `-status:404 key:${server.prefix},sq_live_ab12`],
  [`app:"${ledger.name}"`, `app:${ledger.id}`],
])(
  'LG-2: %s asks for what alone is called so, which then stands in the address',
  async (written, q) => {
    const { asked, viewState } = await show('', [q])
    await userEvent.type(field(), `${written}{Enter}`)
    await waitFor(() => expect(asked()).toBe(q))
    expect(viewState.read()).toEqual({ q })
  },
)

test('LG-2: a name that several have, or nobody, is marked, and says how to choose', async () => {
  const { asked } = await show('')
  await userEvent.type(field(), 'key:"twin server"{Enter}')
  expect(await screen.findByText(/^Character 5: 2 are called twin server\. Choose/)).toBeTruthy()
  await userEvent.clear(field())
  await userEvent.type(field(), 'status:5xx app:nowhere{Enter}')
  expect(await screen.findByText(/^Character 16: nothing is called nowhere here\./)).toBeTruthy()
  expect(asked()).toBeUndefined()
})

test('LG-2: a field that is compared without its colon is marked, and asks for nothing', async () => {
  const { asked } = await show('')
  await userEvent.type(field(), 'latency>20{Enter}')
  expect(await screen.findByText(/^Character 8: expected a colon .* latency:>20/)).toBeTruthy()
  expect(asked()).toBeUndefined()
})

test.each([
  ['/customers', 'Path contains /customers', 'path:*/customers*'],
  ['path:customers method:GET', 'Path contains customers', 'path:*customers* method:GET'],
  ['/blog/puppet?flav=rss20', 'Path is /blog/puppet', 'path:/blog/puppet'],
  ['https://a.test/blog?flav=rss,20', 'Path is /blog', 'path:/blog'],
  ['tags/puppet?flav', 'Path contains tags/puppet', 'path:*tags/puppet*'],
  ['method:GET 404', 'Status is 404', 'method:GET status:404'],
  ['66.249', 'From 66.249.0.0/16', 'ip:66.249.0.0/16'],
  ['GET /favicon.ico', 'Method is GET, path is /favicon.ico', 'method:GET path:/favicon.ico'],
  ['"get /a?b=c HTTP/1.1"', 'Method is GET, path is /a', 'method:GET path:/a'],
  ['status:2xx server', 'Requests of the key server', `status:2xx key:${server.prefix}`],
  ['twin server', 'Requests of the key twin server', 'key:sq_test_Tw01,sq_test_Tw02'],
  [ledger.name.toLowerCase(), /^Requests of the app/, `app:${ledger.id}`],
])(
  'LG-2: where %s finds nothing, one press asks for what was probably meant',
  async (q, name, meant) => {
    const { asked, viewState } = await show(q, [meant])
    await press(name)
    await waitFor(() => expect(asked()).toBe(meant))
    expect(viewState.read()).toEqual({ q: meant })
    await screen.findByText('201 Created')
  },
)

/** The page over a log whose lines are years old. */
function showOld(q: string, ...found: readonly string[]) {
  const old = logEntryOf({ id: 'old', at: new Date(2015, 4, 17, 12).toISOString() })
  const search = jest.fn<Search>((request) => {
    const { q: asked, from = '' } = request?.query ?? {}
    return pageWith(found.includes(asked ?? '') && from < old.at ? [old] : [])
  })
  return { ...showPage({ viewState: memoryViewState({ q }), api: { logs: { search } } }), search }
}

test('LG-2: what was probably meant is offered with the day on which it is found, where the range holds none', async () => {
  const { viewState } = showOld('path:/blog/puppet?flav=rss20*', 'path:/blog/puppet')
  await press('Path is /blog/puppet: show the newest, of May 17, 2015')
  const day = [17, 18].map((date) => new Date(2015, 4, date).toISOString())
  expect(viewState.read()).toEqual({ q: 'path:/blog/puppet', range: day.join('/') })
  await screen.findByText('201 Created')
})

test('LG-2: what was asked for leads to the day on which it is found, and nothing else beside it to the same', async () => {
  const { search } = showOld('/favicon.ico', 'path:/favicon.ico*', 'path:*/favicon.ico*')
  await screen.findByRole('button', { name: 'Show the newest, of May 17, 2015' })
  const asked = () => search.mock.calls.filter(([one]) => one?.query?.q === 'path:*/favicon.ico*')
  await waitFor(() => expect(asked()).toHaveLength(2))
  await act(() => Promise.all(search.mock.results.map(({ value }) => value)))
  expect(screen.queryByRole('button', { name: /^Path contains/ })).toBeNull()
})

test.each([
  ['one thing alone is not', 'Googlebot', undefined, false],
  ['one thing in the view of an app is not', 'Googlebot', ledger, false],
  ['several is', 'status:404 Googlebot', undefined, true],
])(
  'LG-2: who asks for %s told to ask for fewer, and both what is looked at',
  async (_, q, app, isTold) => {
    await show(q, [], { app })
    const advice = await screen.findByText(/^A search looks at the path, status, method/)
    expect(advice.parentElement?.textContent?.includes('Try fewer')).toBe(isTold)
  },
)

test('LG-2: nothing is offered that would find nothing either', async () => {
  await show('/customers')
  expect(await screen.findByText('No request matches the filters')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Path contains/ })).toBeNull())
})

test.each([
  [
    'Googlebot',
    /not searched, nor are .* the agent and the referrer.*A word is found anywhere in a path/,
  ],
  ['/blog?flav=rss20', /behind a \? in the address is not searched/],
  ['01a2077a-6e92', /A request is found by its whole id/],
  ['!logstash', /an exclamation mark\. .* a minus means not/],
])('LG-2: where %s finds nothing, it is said what is looked at and how', async (q, advice) => {
  await show(q)
  const state = (await screen.findByText('No request matches the filters')).closest('.sq-state')
  expect(state?.textContent).toMatch(advice)
})

test('LG-2: what was found stays, and cannot be pressed, until what is written since is answered', async () => {
  const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Search>>>()
  const search = jest.fn<Search>((request) => (request?.query?.q ? promise : pageWith(logEntries)))
  showPage({ api: { logs: { search } } })
  const [row] = await screen.findAllByText('201 Created')
  expect(row?.closest('[inert]')).toBeNull()
  await userEvent.type(await screen.findByRole('combobox', { name: /^Path, key/ }), 'nowhere')
  await waitFor(() => expect(search.mock.lastCall?.[0]?.query?.q).toBe('nowhere'))
  expect(screen.getAllByText('201 Created')[0]?.closest('[inert]')).toBeTruthy()
  expect(screen.queryByText('No request matches the filters')).toBeNull()
  resolve(await pageWith<LogEntry>([]))
  expect(await screen.findByText('No request matches the filters')).toBeTruthy()
  expect(screen.queryByText('201 Created')).toBeNull()
})
