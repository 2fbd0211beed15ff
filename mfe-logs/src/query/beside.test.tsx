/** LG-2: the count beside a suggestion is what taking it gives, or there is none. */
import { keyOf, keys } from '@sonaqor/storybook/fixtures/keys'
import {
  logDetailOf,
  logEntries,
  logFacetsOf,
  logHistogramOf,
} from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago } from '@sonaqor/storybook/fixtures/time'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageOver } from '../testing/show-logs-page.tsx'

type Facets = ModuleContext['api']['logs']['facets']

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Path, key/ })
const options = () =>
  Array.from(document.querySelectorAll('.sq-suggestions [role=option]'), (one) => one.textContent)

async function show(state: Record<string, string>, known = keys) {
  const facets = jest.fn<Facets>(() => Promise.resolve(logFacetsOf()))
  showPage({
    scopes: ['logs:read', 'keys:read'],
    viewState: memoryViewState(state),
    api: { logs: { facets, histogram }, keys: { list: () => pageWith(known) } },
  })
  await userEvent.click(await screen.findByRole('combobox', { name: /^Path, key/ }))
  return facets
}
const histogram = () => Promise.resolve(logHistogramOf())
const write = (text: string) => userEvent.type(field(), text)

test('LG-2: behind a name that two keys have, nothing is counted as if it were not there', async () => {
  const one = keyOf({ label: 'Server' })
  const other = keyOf({ id: keys[1]!.id, label: 'Server', prefix: keys[1]!.prefix })
  const facets = await show({}, [one, other])
  await write('key:Server method:')
  await waitFor(() => expect(options()).toContain('POST'))
  expect(options().filter((name) => /request/.test(name ?? ''))).toEqual([])
  expect(facets.mock.calls.filter(([asked]) => asked?.query?.q === undefined)).toEqual(
    facets.mock.calls.filter(([asked]) => asked?.query?.without === undefined),
  )
})

test('LG-2: what is left out of the list is left out of the counts beside what may be written', async () => {
  const prefix = keyOf().prefix
  const facets = await show({ q: `key:${prefix}`, sessions: 'left' })
  await write(' method:')
  await waitFor(() => expect(options()).toContain('POST1,502 requests'))
  expect(facets.mock.lastCall?.[0]?.query).toMatchObject({
    q: `key:${prefix}`,
    without: 'embed-sessions',
  })
})

test.each([
  ['127.0', 'ip:127.0.0.0/16', 'embed-sessions'],
  ['/fav', 'path:/fav*', undefined],
])(
  'LG-2: of the word %s it is counted what taking it leaves in the list',
  async (word, q, left) => {
    const facets = await show({})
    await write(word)
    await waitFor(() => expect(facets.mock.lastCall?.[0]?.query?.q).toBe(q))
    expect(facets.mock.lastCall?.[0]?.query?.without).toBe(left)
  },
)

test('LG-2: what was counted for another query stands beside no suggestion of this one', async () => {
  const facets = await show({})
  await write('status:42')
  await waitFor(() => expect(options()).toContain('422Invalid, 41 requests'))
  facets.mockImplementation(() => new Promise(() => undefined))
  await userEvent.clear(field())
  await write('method:POST status:42')
  await waitFor(() => expect(facets.mock.lastCall?.[0]?.query?.q).toBe('method:POST'))
  expect(options()).toEqual(['422Invalid', '429Too many requests'])
})

test('LG-2: a group of statuses is counted as its statuses are, and a key that is over says so', async () => {
  const over = keyOf({ label: 'Worn out', state: 'revoked', revokedAt: ago(0) })
  await show({}, [over])
  await write('status:')
  const { values } = logFacetsOf().status
  const sum = (begin: string) =>
    values.reduce((all, { value, count }) => all + (value.startsWith(begin) ? count : 0), 0)
  await waitFor(() =>
    expect(options().slice(0, 4)).toEqual([
      `5xxServer error, ${sum('5')} requests`,
      `4xxRefused, ${sum('4')} requests`,
      `3xxRedirect, ${sum('3')} requests`,
      `2xxSuccess, ${sum('2').toLocaleString('en')} requests`,
    ]),
  )
  await userEvent.clear(field())
  await write('key:worn')
  await waitFor(() => expect(options()).toEqual([expect.stringContaining(', revoked')]))
})
