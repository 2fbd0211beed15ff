import { afterEach, expect, jest, test } from '@jest/globals'
import { renderHook, waitFor } from '@testing-library/react'
import { NoPermission, Page, Section, useSingleKeys, useText } from '@sonaqor/ui'
import { act, useState } from 'react'
import type { ModuleHost } from './host.ts'
import type { Text } from './texts.ts'
import { useModule } from './use-module.ts'
import { useQuery } from './index.ts'
import { memoryViewState } from './memory-view-state.ts'
import { view } from './view.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const host = (part: Partial<ModuleHost> = {}): ModuleHost => ({
  kind: 'embed',
  request: () => Promise.resolve({ status: 200, body: { data: [], page: {} } }),
  live: {
    subscribe: () => () => undefined,
    tail: () => () => undefined,
    status: () => 'idle',
    onStatus: () => () => undefined,
  },
  principal: {
    kind: 'embed',
    id: 's1',
    name: 'Portal',
    tenant: { id: 't1', name: 'Northwind' },
    scopes: ['keys:read'],
  },
  app: undefined,
  environment: 'sandbox',
  locale: 'en',
  appearance: { theme: 'light', density: 'cosy' },
  viewState: memoryViewState(),
  navigate: () => undefined,
  open: () => Promise.resolve({ done: false }),
  finish: () => undefined,
  failed: () => undefined,
  ...part,
})

/** A place as a host would make it: an element in a shadow root. */
function ground() {
  const page = document.body.appendChild(document.createElement('div'))
  return page.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
}

async function mount(component: () => React.ReactNode, part?: Partial<ModuleHost>) {
  const element = ground()
  const loaded = view(() => Promise.resolve({ default: component }))
  const mounted = await act(() => {
    const ref = { name: 'keys.list', params: { appId: 'a1' } }
    return loaded.mount(element, ref, host(part))
  })
  return { element, mounted }
}

afterEach(() => document.body.replaceChildren())

test('a view knows its parameters, its scopes and its host', async () => {
  const { element } = await mount(function Told() {
    const { params, can, kind } = useModule()
    return <p>{`${params['appId']} ${can('keys:read')} ${can('keys:write')} ${kind}`}</p>
  })
  expect(element.textContent).toBe('a1 true false embed')
})

test('EM-9: a change of look, language or token loses no draft', async () => {
  const { element, mounted } = await mount(function Draft() {
    const [draft, setDraft] = useState('')
    const { locale } = useModule()
    return <button onClick={() => setDraft('kept')}>{`${locale} ${draft}`}</button>
  })
  act(() => element.querySelector('button')?.click())
  await act(async () => mounted.update({ host: host({ locale: 'de' }) }))
  await waitFor(() => expect(element.textContent).toBe('de kept'))
})

/** A text as the build makes one. */
const compiled = (words: string) => ['toys.greeting', words] as unknown as Text

function Greeting() {
  const say = useText()
  const [draft, setDraft] = useState('')
  const { state } = useModule().viewState.read()
  return (
    <button onClick={() => setDraft('draft')}>
      {`${say(compiled('Hello'))} ${state} ${draft}`}
    </button>
  )
}

test('EM-3: a view speaks its old language until the words of the new one are there, and loses nothing', async () => {
  const words = Promise.withResolvers<{ greeting: Text }>()
  const viewState = memoryViewState({ state: 'revoked' })
  const { mount: mountIt } = view(() => Promise.resolve({ default: Greeting }), {
    de: () => words.promise,
  })
  const element = ground()
  const ref = { name: 'toys.list', params: {} }
  const mounted = await act(() => mountIt(element, ref, host({ viewState })))
  act(() => element.querySelector('button')?.click())

  await act(async () => mounted.update({ host: host({ locale: 'de', viewState }) }))
  expect(element.textContent).toBe('Hello revoked draft')
  words.resolve({ greeting: compiled('Hallo') })
  await waitFor(() => expect(element.textContent).toBe('Hallo revoked draft'))
})

function Where() {
  const { environment, locale } = useModule()
  return <p>{`${environment} ${locale}`}</p>
}

test('EM-9: nothing but words waits for another language', async () => {
  const { promise: words, resolve: arrive } = Promise.withResolvers<Record<string, Text>>()
  const languages = { de: () => words }
  const element = ground()
  const loaded = view(() => Promise.resolve({ default: Where }), languages)
  const mounted = await act(() => loaded.mount(element, { name: 'keys.list', params: {} }, host()))
  act(() => mounted.update({ host: host({ locale: 'de' }) }))
  act(() => mounted.update({ host: host({ locale: 'de', environment: 'production' }) }))
  expect(element.textContent).toBe('production en')

  arrive({})
  await act(() => words)
  await waitFor(() => expect(element.textContent).toBe('production de'))
  expect(element.querySelector<HTMLElement>('.sq-surface')?.lang).toBe('de')
})

test('the theme is that of the surface around it, and so is the language where the view speaks it', async () => {
  const { element } = await mount(() => <p>Keys</p>, {
    locale: 'de',
    appearance: { theme: 'dark', density: 'compact' },
  })
  const surface = element.querySelector<HTMLElement>('.sq-surface')
  // This view has no German words, so that nobody is to read its English ones as German.
  expect(surface?.lang).toBe('en')
  expect(surface?.dataset).toMatchObject({ theme: 'dark', density: 'compact' })
})

test('XC-6: letters are heard in a view unless its host says that the person wants none', async () => {
  const { element, mounted } = await mount(() => (useSingleKeys() ? 'heard' : 'not heard'))
  expect(element.textContent).toBe('heard')
  act(() => mounted.update({ host: host({ singleKeys: false }) }))
  expect(element.textContent).toBe('not heard')
})

const Missing = () => <NoPermission scope="customers:read" />

test('XC-2: what is missing is asked of an organisation in the shell, and of whoever runs the page elsewhere', async () => {
  const { element: inShell } = await mount(Missing, { kind: 'shell' })
  expect(inShell.textContent).toContain('Your role does not include customers:read.')
  const { element: inPage } = await mount(Missing, { kind: 'embed' })
  expect(inPage.textContent).toContain('This page was opened without customers:read;')
  expect(inPage.textContent).not.toMatch(/role|organisation/)
})

test('EM-7: a view that breaks while it is drawn tells its host, and draws nothing', async () => {
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const failed = jest.fn()
  const { element } = await mount(
    () => {
      throw new Error('oops')
    },
    { failed },
  )
  expect(failed).toHaveBeenCalledWith(expect.objectContaining({ message: 'oops' }))
  expect(element.textContent).toBe('')
  silenced.mockRestore()
})

test('code that cannot be loaded rejects the mount, and a later mount loads it again', async () => {
  const load = jest
    .fn<() => Promise<{ default: () => React.ReactNode }>>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValue({ default: () => <p>Here</p> })
  const { mount: mountIt } = view(load)
  const element = ground()
  const ref = { name: 'keys.list', params: {} }
  await expect(mountIt(element, ref, host())).rejects.toThrow('offline')
  await act(() => mountIt(element, ref, host()))
  expect(element.textContent).toBe('Here')
})

function Reading() {
  const { api } = useModule()
  return <p>{useQuery({ queryKey: ['keys'], queryFn: () => api.keys.list() }).status}</p>
}

test('two mounts of one view keep what they read apart', async () => {
  const reads = jest.fn<ModuleHost['request']>(() => Promise.resolve({ status: 200, body: {} }))
  await mount(Reading, { request: reads })
  await mount(Reading, { request: reads })
  expect(reads).toHaveBeenCalledTimes(2)
})

test('after the unmount nothing is left in the element', async () => {
  const { element, mounted } = await mount(() => <p>Keys</p>)
  act(() => mounted.unmount())
  expect(element.childNodes).toHaveLength(0)
})

function Headed() {
  return (
    <Page title="API keys">
      <Section title="Issued">None</Section>
    </Page>
  )
}

const headings = ({ element }: { readonly element: HTMLElement }) =>
  [...element.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName)

test('XC-6: a page within another one is headed as a part of it, for a page has one first heading', async () => {
  expect(headings(await mount(Headed))).toEqual(['H1', 'H2'])
  expect(headings(await mount(Headed, { isInner: true }))).toEqual(['H2', 'H3'])
})

test('outside of a mounted view there is no module to use', () => {
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(() => renderHook(useModule)).toThrow('outside')
  silenced.mockRestore()
})

function Asking() {
  const read = useQuery({ queryKey: ['names'], queryFn: () => Promise.resolve('Ada') })
  return <p>{read.data ?? read.fetchStatus}</p>
}

test('Quality: a view asks although nobody stood here to hear that the network is back', async () => {
  window.dispatchEvent(new Event('offline'))
  const { element } = await mount(Asking)
  await waitFor(() => expect(element.textContent).toBe('Ada'))
})
