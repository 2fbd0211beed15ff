import {
  logDetailOf,
  logEntries,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { loadTexts } from '@sonaqor/module/texts'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver, press, type Search } from '../testing/show-logs-page.tsx'
import { pageLanguages } from '../testing/page-languages.ts'
import { giveRoom } from '../testing/room.ts'

const counted = logHistogramOf()
const showPage = pageOver({
  entries: logEntries,
  detailOf: logDetailOf,
  histogram: counted,
  facets: logFacetsOf(),
})
beforeEach(() => giveRoom(1200))

async function show({ api, ...rest }: FakeModuleOptions = {}) {
  const search = jest.fn<Search>(() => pageWith(logEntries))
  const histogram = jest.fn(() => Promise.resolve(counted))
  const module = showPage({ ...rest, api: { ...api, logs: { search, histogram, ...api?.logs } } })
  return { ...module, search, histogram, bars: await screen.findByRole('slider') }
}

test('LG-5: a histogram says in words what it shows, for all of it and for each bar', async () => {
  const { bars } = await show()
  const total = counted.buckets.reduce((sum, { '5xx': failed }) => sum + failed, 0)
  expect(bars.getAttribute('aria-valuetext')).toContain(`${total} failed`)
  const keys = document.getElementById(bars.getAttribute('aria-describedby') ?? '')
  expect(keys?.textContent).toMatch(/arrows look at a bar, with Shift .* Enter zooms/)
  bars.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(bars.getAttribute('aria-valuetext')).toContain('0 failed')
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}')
  expect(bars.getAttribute('aria-valuetext')).toContain('9 failed')
})

test('LG-5: it ends now, where the last bar is not over yet, and names the zone once', async () => {
  const to = new Date(Date.now() + 3_600_000).toISOString()
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const open = {
    ...counted,
    to,
    buckets: [...counted.buckets.slice(0, -1), { ...counted.buckets[0]!, at }],
  }
  const { bars, search } = await show({ api: { logs: { histogram: () => Promise.resolve(open) } } })
  const axis = document.querySelector('.sq-histogram-axis')!
  const marks = Array.from(axis.children, (one) => one.textContent)
  const isNamed = marks.map((one) => /GMT|UTC|[A-Z]{3,4}$/.test(one ?? ''))
  expect(isNamed).toEqual([false, true])
  // The list may be newer by then.
  expect(marks[1]).toMatch(/^As of .*\d:\d\d:\d\d(\s[AP]M)? \S+$/)
  bars.focus()
  await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{/Shift}{Enter}')
  await waitFor(() => expect(search.mock.lastCall?.[0]?.query?.to).toBeDefined())
  expect(Date.parse(search.mock.lastCall![0]!.query!.to!)).toBeLessThanOrEqual(Date.now())
})

test('LG-2 LG-5: list, bars and facets are asked for one span, however much later each is opened', async () => {
  const facets = jest.fn(() => Promise.resolve(logFacetsOf()))
  const { search, histogram } = await show({ api: { logs: { facets } } })
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3 * 3_600_000)
  await press('Breakdown')
  await screen.findByRole('complementary', { name: 'Breakdown' })
  const asked = [search, histogram, facets].map((one) => one.mock.calls.at(-1)?.[0]?.query?.from)
  clock.mockRestore()
  expect(asked[0]).toBeTruthy()
  expect(new Set(asked).size).toBe(1)
})

test('LG-5: a zoom and a facet are steps of their own for the way back, what is typed in one go is one', async () => {
  const viewState = memoryViewState()
  const write = jest.spyOn(viewState, 'write')
  const { bars } = await show({ viewState })
  const manners = () => write.mock.calls.splice(0).map(([, manner]) => manner)
  bars.focus()
  await userEvent.keyboard('{Home}{Shift>}{ArrowRight}{/Shift}{Enter}')
  await press('Breakdown')
  expect(manners()).toEqual(['step', 'step'])
  const facets = await screen.findByRole('complementary', { name: 'Breakdown' })
  const [facet] = await within(facets).findAllByRole('button', { pressed: false })
  await userEvent.click(facet!)
  expect(manners()).toEqual(['step'])
  const field = screen.getByLabelText(/^Path, key, IP/)
  await userEvent.type(field, ' custo')
  await waitFor(() => expect(viewState.read()['q']).toMatch(/custo$/))
  await userEvent.type(field, 'mers')
  await waitFor(() => expect(viewState.read()['q']).toMatch(/customers$/))
  expect(manners()).toEqual(['step', undefined])
  await userEvent.type(field, '{Enter} x')
  await waitFor(() => expect(viewState.read()['q']).toMatch(/ x$/))
  expect(manners()).toEqual(['step'])
})

test('LG-5: by keyboard a stretch of it is chosen and led into, and the way back is a press', async () => {
  const { bars, search, viewState } = await show({ viewState: memoryViewState({ range: '24h' }) })
  bars.focus()
  await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}')
  const span = { from: counted.buckets[1]!.at, to: counted.buckets[4]!.at }
  await waitFor(() =>
    expect(search).toHaveBeenLastCalledWith({ query: expect.objectContaining(span) }),
  )
  expect(viewState.read()).toEqual({ range: `${span.from}/${span.to}`, whole: '24h' })
  expect(document.activeElement).toBe(bars)
  await press('Reset zoom')
  expect(viewState.read()).toEqual({ range: '24h' })
  expect(document.activeElement).toBe(bars)
})

test('LG-5: Escape takes a choice back, and leaves the range as it is', async () => {
  const { bars, viewState } = await show()
  bars.focus()
  await userEvent.keyboard('{Home}{Shift>}{End}{/Shift}{Escape}{Enter}')
  expect(viewState.read()).toEqual({})
})

test('LG-5: a stretch that is dragged over is led into; a mere press is not', async () => {
  const { bars, viewState } = await show()
  bars.getBoundingClientRect = () => ({ left: 0, width: 240 }) as DOMRect
  bars.setPointerCapture = () => undefined
  const point = (type: string, clientX: number) =>
    fireEvent(bars, new MouseEvent(`pointer${type}`, { clientX, bubbles: true }))
  point('down', 25)
  point('up', 25)
  expect(viewState.read()).toEqual({})
  point('down', 95)
  point('move', 25)
  point('up', 25)
  const range = `${counted.buckets[2]!.at}/${counted.buckets[10]!.at}`
  expect(viewState.read()).toEqual({ range, whole: '30d' })
})

test('LG-5: the same stands in a table, newest first, without what is empty', async () => {
  await show()
  await press('Table')
  const table = within(screen.getByRole('table', { name: 'Requests over time' }))
  const rows = table.getAllByRole('row')
  expect(rows).toHaveLength(counted.buckets.length)
  expect(rows.at(-1)?.textContent).not.toBe(rows[1]?.textContent)
})

test('LG-5: where it cannot be counted, the list stays, and it can be tried again', async () => {
  const histogram = jest
    .fn(() => Promise.resolve(counted))
    .mockImplementationOnce(() => Promise.reject(new TypeError('no answer')))
  showPage({ api: { logs: { histogram } } })
  expect(await screen.findByText('201 Created')).toBeTruthy()
  await press('Count again')
  expect(await screen.findByRole('slider')).toBeTruthy()
})

test('LG-2: facets say how many there are of each; a press asks for one as well, another no longer does', async () => {
  const { search, viewState } = await show({ viewState: memoryViewState({ q: 'method:POST' }) })
  await press('Breakdown')
  const status = await screen.findByRole('button', { name: /^422 Invalid/ })
  expect(status.textContent).toContain('41')
  await userEvent.click(status)
  await userEvent.click(screen.getByRole('button', { name: /^503 / }))
  expect(viewState.read()).toEqual({ breakdown: 'shown', q: 'method:POST status:422,503' })
  expect(status.getAttribute('aria-pressed')).toBe('true')
  await waitFor(() =>
    expect(search.mock.lastCall?.[0]?.query?.q).toBe('method:POST status:422,503'),
  )
  await userEvent.click(status)
  await userEvent.click(screen.getByRole('button', { name: /^503 / }))
  await userEvent.click(screen.getByRole('button', { name: 'POST 1,502' }))
  expect(viewState.read()).toEqual({ breakdown: 'shown' })
})

test('LG-2: a key that is pressed is chosen in the filter as well, and shows as many as it says', async () => {
  const { search, viewState } = await show({
    viewState: memoryViewState({ breakdown: 'shown' }),
    scopes: ['logs:read', 'keys:read'],
    api: { keys: { list: () => pageWith([keyOf()]) } },
  })
  const key = await screen.findByRole('button', { name: 'Checkout server 1,600' })
  const asked = () => search.mock.lastCall?.[0]?.query
  await userEvent.click(key)
  await waitFor(() => expect(asked()?.keyId).toBe(keyOf().id))
  expect(asked()?.without).toBe('embed-sessions')
  expect(screen.getByText(/embed sessions are left out/)).toBeTruthy()
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Key' }).value).toBe(keyOf().id)
  expect(key.getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(key)
  expect(viewState.read()).toEqual({ breakdown: 'shown' })
  await userEvent.click(screen.getByRole('button', { name: 'sq_test_Uu7x 54' }))
  expect(viewState.read()['q']).toBe('key:sq_test_Uu7x')
  await waitFor(() => expect(asked()?.without).toBe('embed-sessions'))
})

test('LG-2: of what was counted among the newest it is said how many that are', async () => {
  await show({ viewState: memoryViewState({ breakdown: 'shown' }) })
  expect(await screen.findAllByText('of the newest 20,000')).toHaveLength(2)
})

test('LG-2: imported lines have one name in the facets and in the search', async () => {
  const { key, ...others } = logFacetsOf()
  const values = [{ value: 'f0000000-0000-7000-8000-000000000001', name: 'sq_imported', count: 9 }]
  const facets = () => Promise.resolve({ ...others, key: { ...key, values } })
  const { viewState } = await show({
    viewState: memoryViewState({ breakdown: 'shown' }),
    api: { logs: { facets } },
  })
  await press('Imported 9')
  expect(viewState.read()['q']).toBe('key:imported')
  await press('Imported 9')
  expect(viewState.read()).toEqual({ breakdown: 'shown' })
})

test('LG-2: the commonest are seen at first, and all that are known on demand', async () => {
  await show({ viewState: memoryViewState({ breakdown: 'shown' }) })
  await screen.findByRole('button', { name: /^404 Not found/ })
  expect(screen.queryByRole('button', { name: /^429 / })).toBeNull()
  await press('1 more')
  expect(screen.getByRole('button', { name: /^429 / })).toBeTruthy()
})

test('LG-2: where there may be more values than are listed, it says so', async () => {
  const { path, ...others } = logFacetsOf()
  const values = Array.from({ length: 20 }, (_, n) => ({ value: `/v1/${n}`, count: 9 }))
  const facets = () => Promise.resolve({ ...others, path: { ...path, values } })
  await show({ api: { logs: { facets } }, viewState: memoryViewState({ breakdown: 'shown' }) })
  await press('15 more')
  expect(screen.getByText('Only the 20 most frequent are listed.')).toBeTruthy()
})

test('LG-2: where there is no room beside the list, facets stand in a drawer, which can be closed', async () => {
  giveRoom(360)
  const { viewState } = await show({ viewState: memoryViewState({ breakdown: 'shown' }) })
  const title = await screen.findByRole('heading', { name: 'Breakdown', hidden: true })
  expect(title.closest('dialog')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  await press('Close')
  expect(viewState.read()).toEqual({})
})

test('LG-2 LG-5: in German both are in German', async () => {
  await loadTexts('de', ...pageLanguages)
  showPage({ locale: 'de', viewState: memoryViewState({ breakdown: 'shown' }) })
  expect(await screen.findByRole('slider', { name: 'Zeitabschnitt' })).toBeTruthy()
  expect(await screen.findByRole('complementary', { name: 'Aufschlüsselung' })).toBeTruthy()
  expect(await screen.findByRole('button', { name: '1 weitere' })).toBeTruthy()
})
