/** LG-2: what is searched for stands among what is chosen, term by term and in its manner. */
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { apps } from '@sonaqor/storybook/fixtures/projects'
import { memoryViewState } from '@sonaqor/module/testing'
import { loadTexts } from '@sonaqor/module/texts'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { pageLanguages } from '../testing/page-languages.ts'
import { pageOver, press } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })
const server = keyOf({ label: 'Server' })
const [app] = apps

const show = (q: string, locale = 'en') =>
  showPage({
    locale,
    scopes: ['logs:read', 'keys:read', 'apps:read'],
    viewState: memoryViewState({ q }),
    api: { keys: { list: () => pageWith([server]) }, apps: { list: () => pageWith(apps) } },
  })
const chips = () => Array.from(document.querySelectorAll('.sq-chip-name'), (one) => one.textContent)

test.each([
  ['path:/favicon.ico', ['Path: /favicon.ico']],
  ['/v1/keys status:404,5xx', ['Path: /v1/keys*', 'Status: 404, 5xx']],
  [`key:${server.prefix} -app:${app!.id}`, ['Key: Server', `App: not ${app!.name}`]],
  [`-key:${server.id},imported`, ['Key: not Server, Imported']],
  ['googlebot -"a b" path:*"x y"*', ['“googlebot”', 'not “a b”', 'Path: *x y*']],
  ['-ip:66.249.*,10.*.*.*,10.1.2.3', ['From: not 66.249.0.0/16, 10.0.0.0/8, 10.1.2.3']],
  ['latency:>500 ip:10.0.0.0/8', ['Latency: >500', 'From: 10.0.0.0/8']],
])('LG-2: %s is said as %j', async (q, said) => {
  show(q)
  await waitFor(() => expect(chips()).toEqual(said))
})

test('LG-2: in German it is said in German', async () => {
  await loadTexts('de', ...pageLanguages)
  show('path:/favicon.ico -key:imported wort', 'de')
  await waitFor(() =>
    expect(chips()).toEqual(['Pfad: /favicon.ico', 'Schlüssel: nicht Importiert', '„wort“']),
  )
})

test('LG-2: each is taken off by itself', async () => {
  const { viewState } = show('path:/favicon.ico status:404,500 word')
  await press('Remove Status: 404, 500')
  await waitFor(() => expect(viewState.read()).toEqual({ q: 'path:/favicon.ico word' }))
  const list = screen.getByRole('list', { name: 'Active filters' })
  expect(within(list).queryByText(/^Status/)).toBeNull()
})
