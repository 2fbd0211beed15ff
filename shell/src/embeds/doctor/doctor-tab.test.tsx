import { expect, jest, test } from '@jest/globals'
import type { EmbedRefusal } from '@sonaqor/contract/embeds'
import { fakeModule, memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import { Surface } from '@sonaqor/ui'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { DoctorTab } from '../doctor-tab.tsx'
import { refusalOf, registry } from './testing/answers.ts'

const checkout = appOf({ id: 'a1', name: 'Checkout' })
const ledger = appOf({ id: 'a2', name: 'Ledger', origins: [] })

function show({ api = {}, ...options }: FakeModuleOptions = {}) {
  const module = fakeModule({
    scopes: ['apps:read', 'embeds:read', 'keys:read'],
    ...options,
    api: {
      registry,
      ...api,
      apps: { list: () => pageWith([checkout, ledger]), ...api.apps },
      keys: { list: () => pageWith([]), ...api.keys },
      embeds: { list: () => pageWith([]), refusals: () => pageWith([]), ...api.embeds },
    },
  })
  render(
    <Surface>
      <DoctorTab />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return module
}

const region = async (name: string) => within(await screen.findByRole('region', { name }))

test('EM-13: what an embed depends on stands there: origins, keys with their scopes, releases', async () => {
  const opens = keyOf({ label: 'Portal server', scopes: ['embeds:create', 'keys:read'] })
  const list = jest.fn(() => pageWith([opens, keyOf({ id: 'k2', label: 'Importer' })]))
  show({ api: { keys: { list } } })
  const setUp = await region('What is set up')
  expect(setUp.getByText('https://portal.example.com')).toBeTruthy()
  expect(await setUp.findByText('Portal server: keys:read')).toBeTruthy()
  expect(setUp.queryByText(/Importer/)).toBeNull()
  expect(await setUp.findByText('keys@1.2.0')).toBeTruthy()
})

test('EM-13: where no key opens sessions, or no origin is registered, that is said', async () => {
  show({ viewState: memoryViewState({ appId: 'a2' }) })
  const setUp = await region('What is set up')
  expect(await setUp.findByText(/None holds embeds:create/)).toBeTruthy()
  expect(setUp.getByText(/no page may embed anything/)).toBeTruthy()
})

test('EM-13: refused pages are told with why, how often, and what to change', async () => {
  const module = show({
    api: {
      embeds: {
        refusals: () =>
          pageWith([
            refusalOf(),
            refusalOf({ reason: 'used', origin: 'https://portal.example.com' }),
          ]),
      },
    },
  })
  const refused = await region('Refused pages')
  expect(
    await refused.findByText(
      /If this page is yours, register https:\/\/staging\.example\.com with the app/,
    ),
  ).toBeTruthy()
  expect(refused.getByText('Origin not allowed')).toBeTruthy()
  expect(refused.getByText(/Open a new session at each call/)).toBeTruthy()
  expect(refused.getAllByText('12')).toHaveLength(2)
  await userEvent.click(refused.getByRole('button', { name: 'App settings' }))
  expect(module.navigated).toEqual([{ view: 'home.app', params: { app: 'a1', tab: 'settings' } }])
})

test('EM-13: an origin that is registered, yet refused, is to be named by the session', async () => {
  const origin = 'https://portal.example.com'
  show({ api: { embeds: { refusals: () => pageWith([refusalOf({ origin })]) } } })
  const refused = await region('Refused pages')
  expect(await refused.findByText(/It is registered\. Name https:\/\/portal/)).toBeTruthy()
})

test('EM-13: a typed origin is judged at once against those of the app', async () => {
  show()
  const typed = await screen.findByLabelText('Origin of the page')
  await userEvent.type(typed, 'http://portal.example.com')
  const found = await region('What was found in the page')
  expect(found.getByText(/differs by http and https/)).toBeTruthy()
  await userEvent.clear(typed)
  await userEvent.type(typed, 'https://portal.example.com')
  expect(found.getByText('https://portal.example.com is registered with the app.')).toBeTruthy()
})

test('EM-13: pasted headers are judged at once, with a whole policy that would do', async () => {
  show()
  const box = await screen.findByLabelText('Headers of the page')
  await userEvent.click(box)
  await userEvent.paste("HTTP/2 200\ncontent-security-policy: default-src 'self'; img-src *\n")
  const found = await region('What was found in the page')
  expect(found.getByText(/stops calls or live updates to https:\/\/sonaqor\.example/)).toBeTruthy()
  // Nobody who types hears the whole report again at each key.
  const [counted] = found.getAllByRole('status')
  expect(counted?.textContent).toMatch(/^\d wrong, \d warnings?, \d not checked$/)
  const list = found.getAllByRole('list')[0]
  expect(list?.closest('[aria-live], output, [role="status"]')).toBeNull()
  const whole = within(found.getByRole('region', { name: 'A policy that would do' }))
  expect(whole.getByText(/img-src \*/).textContent).toContain('wss://sonaqor.example')
})

test('EM-13: another app is chosen, and kept in the address', async () => {
  const refusals = jest.fn(() => pageWith<EmbedRefusal>([]))
  const module = show({ api: { embeds: { refusals } } })
  await userEvent.selectOptions(await screen.findByLabelText('App'), 'Ledger')
  expect(module.viewState.read()).toEqual({ appId: 'a2' })
  await waitFor(() => expect(refusals).toHaveBeenCalledTimes(2))
})

test('XC-2: without apps:read the missing scope is named', () => {
  show({ scopes: ['embeds:read'] })
  expect(screen.getByText('apps:read')).toBeTruthy()
})
