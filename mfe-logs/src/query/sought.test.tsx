/** LG-2: what is begun, a word, a path or an address, is completed by what is in the log, with its counts. */
import { logDetailOf, logEntries, logFacetsOf } from '@sonaqor/storybook/fixtures/logs'
import type { ModuleContext } from '@sonaqor/module'
import { readLogQuery } from '@sonaqor/contract/log-query'
import { holdsAll } from '@sonaqor/contract/log-query-match'
import { memoryViewState } from '@sonaqor/module/testing'
import { loadTexts } from '@sonaqor/module/texts'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageLanguages } from '../testing/page-languages.ts'
import { pageOver } from '../testing/show-logs-page.tsx'
import { soughtBy, soughtByWord } from './sought.ts'

type Facets = ModuleContext['api']['logs']['facets']

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^(Path, key|Pfad, )/ })
const options = () =>
  Array.from(document.querySelectorAll('.sq-suggestions [role=option]'), (one) => one.textContent)

/** The page over a log of which so much is counted where it is asked so. */
async function show(
  counted: Record<string, readonly [value: string, count: number][]>,
  locale = 'en',
  state: Record<string, string> = {},
) {
  const whole = logFacetsOf()
  const facets = jest.fn<Facets>((request) => {
    const values = (counted[request?.query?.q ?? ''] ?? []).map(([value, count]) => ({
      value,
      count,
    }))
    const { newest: _, ...of } = { ...whole.path, isApproximate: false, values }
    return Promise.resolve({ ...whole, path: of, ip: of })
  })
  showPage({ locale, viewState: memoryViewState(state), api: { logs: { facets } } })
  await userEvent.click(await screen.findByRole('combobox', { name: /^(Path, key|Pfad, )/ }))
  return facets
}

test('LG-2: a word is completed by the paths that it stands in, counted as taking one finds it', async () => {
  await show({
    'path:*logst*': [
      ['/presentations/Logstash/*', 782],
      ['/files/*', 9],
    ],
  })
  await userEvent.type(field(), 'logst')
  // Of the other path alone a part holds the word.
  await waitFor(() => expect(options()).toEqual(['path:/presentations/Logstash/*782 requests']))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(field().value).toBe('path:/presentations/Logstash/* ')
})

test.each([
  ['status:404 path:fav', 'status:404 path:*fav*', '/favicon.ico', '/favicon.ico807 requests'],
  ['path:/fav', 'path:/fav*', '/favicon.ico', '/favicon.ico807 requests'],
  ['ip:66', 'ip:66.0.0.0/8', '66.249.73.135', '66.249.73.135807 requests'],
  ['from:66.249', 'ip:66.249.0.0/16', '66.249.73.135', 'ip:66.249.73.135807 requests'],
  [
    '66.24',
    'ip:66.24.0.0/16,66.240.0.0/13,66.248.0.0/15',
    '66.249.73.135',
    'ip:66.249.73.135807 requests',
  ],
])('LG-2: %s is completed by what is counted of %s', async (written, q, value, offered) => {
  await show({ [q]: [[value, 807]] })
  await userEvent.type(field(), written)
  await waitFor(() => expect(options()[0]).toBe(offered))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  const [term] = value.startsWith('/') ? [`path:${value}`] : [`ip:${value}`]
  expect(field().value.trim().split(' ').at(-1)).toBe(term)
})

test('LG-2: what was counted of fewer letters stands until more of them are counted', async () => {
  const facets = await show({ 'path:*fav*': [['/favicon.ico', 807]] })
  await userEvent.type(field(), 'fav')
  await waitFor(() => expect(options()).toEqual(['path:/favicon.ico807 requests']))
  facets.mockImplementation(() => new Promise(() => undefined))
  await userEvent.type(field(), 'ico')
  expect(options()).toEqual(['path:/favicon.ico807 requests'])
  await userEvent.type(field(), 'x')
  expect(options()).toEqual([])
})

test('LG-2: what was counted of a part stands beside nothing that is sought in all, or by another part', async () => {
  const counted: Parameters<typeof show>[0] = {
    'path:*fav*': [
      ['/favicon.ico', 807],
      ['/files/*', 9],
      ['66.249.73.135', 3],
    ],
  }
  // Nothing is left out of any of them: all are counted of the same.
  const facets = await show(counted, 'en', { sessions: 'shown' })
  await userEvent.type(field(), 'fav')
  await waitFor(() => expect(options()).toEqual(['path:/favicon.ico807 requests']))
  facets.mockImplementation(() => new Promise(() => undefined))
  await userEvent.clear(field())
  await userEvent.type(field(), 'status:')
  expect(options()).toContain('4xxRefused')
  expect(options().filter((name) => /\d requests/.test(name ?? ''))).toEqual([])
  for (const written of ['path:', 'files', 'ip:66']) {
    await userEvent.clear(field())
    await userEvent.type(field(), written)
    expect(options()).toEqual([])
  }
})

test('LG-2: a field is found by the name that the list gives it, in the language of the reader', async () => {
  await loadTexts('de', ...pageLanguages)
  await show({ 'path:/fav*': [['/favicon.ico', 807]] }, 'de')
  await userEvent.type(field(), 'pfa')
  await waitFor(() => expect(options()[0]).toMatch(/^path:/))
  await userEvent.type(field(), 'd:/fav')
  await waitFor(() => expect(options()[0]).toBe('path:/favicon.ico807 Anfragen'))
})

test('LG-2: the ranges of an address that is begun hold all that begin so, and no others', () => {
  for (const begun of ['1', '2', '9', '66', '203.0', '10.1.2.', '10.20.30.4', '255', '0']) {
    const { term = '', isIt } = soughtBy('ip', begun)!
    const { terms = [] } = readLogQuery(term)
    expect([begun, terms.length]).toEqual([begun, 1])
    for (let number = 0; number < 256; number += 1)
      for (const ip of [
        `${number}.2.3.4`,
        `203.${number}.3.4`,
        `10.1.${number}.4`,
        `10.20.30.${number}`,
      ])
        expect([begun, ip, holdsAll({ ...logEntries[0]!, ip }, terms)]).toEqual([
          begun,
          ip,
          isIt(ip),
        ])
  }
  for (const odd of ['256', '300.1', '1.2.3.4.5', 'x']) expect(soughtBy('ip', odd)).toBeUndefined()
  for (const odd of ['lo', 'a*b', '"quoted', 'a,b']) expect(soughtByWord(odd, 3)).toBeUndefined()
})
