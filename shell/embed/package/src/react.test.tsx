/** EM-1, EM-13: views of ours as React components: one session, begun once, told of every change. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef, StrictMode, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { SonaqorElement } from './element.ts'
import { SonaqorProvider, useLogout, type SonaqorProviderProps } from './react-provider.tsx'
import { sonaqorView } from './react-view.tsx'
import type { EmbedError } from './sdk.ts'
import { fakeSonaqor, type FakeSonaqor } from './testing.ts'

const SonaqorKeys = sonaqorView('sonaqor-keys')
const fetchSession = () => Promise.resolve({ clientSecret: 's' })
const settle = () => act(() => new Promise((done) => setTimeout(done)))
const url = 'https://sonaqor.example'
const scripts = () => document.querySelectorAll('script[src$="/embed/v1.js"]')
const element = () => document.querySelector<SonaqorElement>('sonaqor-keys')!

let fake: FakeSonaqor

beforeEach(() => {
  fake = fakeSonaqor()
})
afterEach(() => {
  cleanup()
  fake.remove()
  document.body.replaceChildren()
})

type Given = Partial<Omit<SonaqorProviderProps, 'url' | 'sonaqor' | 'nonce'>>
const page = (children: ReactNode, given: Given = {}) => (
  <StrictMode>
    <SonaqorProvider url={url} fetchSession={fetchSession} {...given}>
      {children}
    </SonaqorProvider>
  </StrictMode>
)

function Leave() {
  const logout = useLogout()
  return (
    <button type="button" onClick={() => void logout()}>
      Leave
    </button>
  )
}

test('strict mode begins one session, and the element waits for its name', async () => {
  const sessions: (string | null)[] = []
  const watcher = new MutationObserver((records) => {
    for (const { oldValue } of records) sessions.push(oldValue)
  })
  watcher.observe(document, {
    subtree: true,
    attributeFilter: ['session'],
    attributeOldValue: true,
  })
  render(page(<SonaqorKeys mode="frame" params={{ app: '1' }} className="wide" />))
  await settle()
  expect(sessions).toEqual(['-'])
  expect(fake.sessions).toHaveLength(1)
  expect(fake.sessions[0]?.calls.map(({ call }) => call)).toEqual(['start'])
  expect(element().getAttribute('session')).toBe(fake.sessions[0]?.name)
  expect(element().getAttribute('mode')).toBe('frame')
  expect(element().getAttribute('params')).toBe('app=1')
  expect(element().className).toBe('wide')
})

test('two providers are two sessions, unless both have one name', async () => {
  render(page(<SonaqorKeys />))
  render(page(<SonaqorKeys />))
  await settle()
  const names = fake.sessions.map(({ name }) => name)
  expect(new Set(names).size).toBe(2)
  const [first, second] = document.querySelectorAll('sonaqor-keys')
  expect([first, second].map((one) => one?.getAttribute('session'))).toEqual(names)
})

test('a new look or language is handed on, and nothing else when the page is drawn again', async () => {
  const { rerender } = render(page(<SonaqorKeys />, { locale: 'en' }))
  await settle()
  rerender(page(<SonaqorKeys />, { locale: 'en', appearance: {} }))
  rerender(page(<SonaqorKeys />, { locale: 'de', appearance: { theme: 'dark' } }))
  rerender(page(<SonaqorKeys />, { locale: 'de', appearance: { theme: 'dark' } }))
  const updates = fake.sessions[0]?.calls.filter(({ call }) => call === 'update')
  expect(updates).toEqual([
    { call: 'update', change: { locale: 'en', appearance: {} } },
    { call: 'update', change: { locale: 'de', appearance: { theme: 'dark' } } },
  ])
  expect(fake.sessions).toHaveLength(1)
})

test('the session is over when its provider is gone, and another name is another session', async () => {
  const { rerender, unmount } = render(page(<SonaqorKeys />, { name: 'one' }))
  await settle()
  rerender(page(<SonaqorKeys />, { name: 'two' }))
  await settle()
  expect(fake.sessions.map(({ name, isOver }) => [name, isOver])).toEqual([
    ['one', true],
    ['two', false],
  ])
  expect(element().getAttribute('session')).toBe('two')
  unmount()
  await settle()
  expect(fake.sessions[1]?.calls.at(-1)).toEqual({ call: 'destroy' })
  expect(document.querySelector('sonaqor-keys')).toBeNull()
})

test('events and errors reach the latest callbacks, of the component and of the provider', async () => {
  const heard: unknown[] = []
  const draw = (round: number) =>
    page(
      <SonaqorKeys
        onReady={({ view }, event) => heard.push([round, view, event.type])}
        onError={({ code }) => heard.push([round, code])}
      />,
      { onError: ({ code }) => heard.push(['provider', round, code]) },
    )
  const { rerender } = render(draw(1))
  await settle()
  rerender(draw(2))
  fake.emit(element(), 'sonaqor-ready', { view: 'keys.list' })
  fake.fail(element(), 'session-ended')
  expect(heard).toEqual([
    [2, 'keys.list', 'sonaqor-ready'],
    [2, 'session-ended'],
    ['provider', 2, 'session-ended'],
  ])
})

test('what is chosen goes both ways, and is not written where it is so already', async () => {
  const ref = createRef<SonaqorElement>()
  const { rerender } = render(page(<SonaqorKeys ref={ref} state={{ search: 'a' }} />))
  expect(ref.current?.state).toEqual({ search: 'a' })
  rerender(page(<SonaqorKeys ref={ref} state={{ search: 'b' }} />))
  expect(ref.current?.state).toEqual({ search: 'b' })
  const written = jest.spyOn(element(), 'state', 'set')
  fake.emit(element(), 'sonaqor-state', { state: { search: 'c' } })
  rerender(page(<SonaqorKeys ref={ref} state={{ search: 'c' }} />))
  expect(written).not.toHaveBeenCalled()
})

test('useLogout ends the session on the server too', async () => {
  render(page(<Leave />))
  await settle()
  fireEvent.click(screen.getByRole('button', { name: 'Leave' }))
  expect(fake.sessions[0]?.calls.at(-1)).toEqual({ call: 'logout' })
})

test('EM-9: a loader that did not come is said in place of the view, and tried again', async () => {
  fake.remove()
  const codes: string[] = []
  const heard = (by: string) => (error: EmbedError) => void codes.push(`${by} ${error.code}`)
  const keys = <SonaqorKeys onError={heard('view')}>One moment</SonaqorKeys>
  render(page(keys, { onError: heard('provider') }))
  expect(element().textContent).toBe('One moment')
  expect(scripts()).toHaveLength(1)
  scripts()[0]?.dispatchEvent(new Event('error'))
  await settle()
  expect(screen.getByRole('alert').textContent).toContain('Sonaqor could not be loaded.')
  expect(screen.getByRole('alert')).toMatchObject({ lang: 'en', dir: 'auto' })
  expect(codes.slice(0, 2)).toEqual(['provider loader-unreachable', 'view loader-unreachable'])

  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(scripts()).toHaveLength(1)
  fake = fakeSonaqor()
  await settle()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(fake.sessions).toHaveLength(1)
  scripts()[0]?.remove()
})

test('EM-9: of two providers that wait for one loader, both begin where one is tried again', async () => {
  fake.remove()
  render(page(<SonaqorKeys />, { name: 'one' }))
  render(page(<SonaqorKeys />, { name: 'two' }))
  scripts()[0]?.dispatchEvent(new Event('error'))
  await settle()
  const [first] = screen.getAllByRole('alert')
  fireEvent.click(first!.querySelector('button')!)
  expect(scripts()).toHaveLength(1)
  fake = fakeSonaqor()
  await settle()
  // Whoever did not press hears that the loader came.
  expect(new Set(fake.sessions.map(({ name }) => name))).toEqual(new Set(['one', 'two']))
  expect(screen.queryAllByRole('alert')).toEqual([])
  scripts()[0]?.remove()
})

test('EM-9: a promise that was rejected is left for what came since, and asks its loader again', async () => {
  fake.remove()
  const retry = jest.fn()
  const sonaqor = Promise.reject(Object.assign(new Error('not here'), { retry }))
  render(
    <SonaqorProvider sonaqor={sonaqor} fetchSession={fetchSession}>
      <SonaqorKeys />
    </SonaqorProvider>,
  )
  await settle()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await settle()
  expect(retry).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('alert')).toBeTruthy()
  fake = fakeSonaqor()
  await settle()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(fake.sessions).toHaveLength(1)
})

const common = { 'data-testid': 'k', 'aria-label': 'Keys', role: 'note' } as const

test('EM-1: what every element may have is handed on, and nothing is hidden that is not to be', async () => {
  const { rerender } = render(page(<SonaqorKeys {...common} hidden />))
  await settle()
  expect(screen.getByTestId('k').getAttribute('aria-label')).toBe('Keys')
  expect([element().getAttribute('role'), element().hidden]).toEqual(['note', true])
  rerender(page(<SonaqorKeys {...common} hidden={false} />))
  expect(element().hasAttribute('hidden')).toBe(false)
})

test('a session without a name of the page’s own is renewed where it is the only one', async () => {
  render(page(<SonaqorKeys />))
  await settle()
  await fake.renew()
  expect(fake.sessions[0]?.secrets).toHaveLength(2)
  await expect(fake.renew('other')).rejects.toThrow('"other"')
})

test('EM-13: what a server has drawn is taken over without a complaint, and gets its session', async () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => {})
  const tree = page(<SonaqorKeys state={{ search: 'a' }} mode="frame" className="wide" />)
  const at = document.createElement('div')
  // What a server makes of it; `package.test.ts` sees it do so.
  at.innerHTML = '<sonaqor-keys class="wide" session="-"></sonaqor-keys>'
  document.body.append(at)
  const root = await act(() => hydrateRoot(at, tree))
  await settle()
  expect(element().getAttribute('session')).toBe(fake.sessions[0]?.name)
  expect([element().getAttribute('mode'), element().state]).toEqual(['frame', { search: 'a' }])
  expect(complaint).not.toHaveBeenCalled()
  act(() => root.unmount())
})
