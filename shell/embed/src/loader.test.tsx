import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { AttachHostScript, HostScript, Seat } from './handover.ts'
import type { EmbedError } from './sdk.ts'

const own = Object.assign(document.createElement('script'), {
  src: 'https://sonaqor.example/embed/v1.js',
  nonce: 'n1',
})
// What a stranger's `<img name="currentScript">` makes of the document is another script.
Object.defineProperty(Document.prototype, 'currentScript', { value: own })
Object.defineProperty(document, 'currentScript', { value: document.createElement('img') })
Object.assign(globalThis, { HOST_FILE: 'host.1a2b.js', HOST_INTEGRITY: 'sha384-abc' })
// A stranger's `<a id="Sonaqor">` is what every page inherits by that name; jsdom says it is its own.
Object.defineProperty(Object.getPrototypeOf(window), 'Sonaqor', {
  value: document.createElement('a'),
  writable: true,
})
const clobbered = window.Sonaqor
await import('./loader.ts')

const start = window.Sonaqor!.start
const fetchSession = () => Promise.resolve({ clientSecret: 's' })
const show = jest.fn<HostScript['show']>()
const hide = jest.fn<HostScript['hide']>()
const end = jest.fn<HostScript['end']>(() => Promise.resolve())
const attach = jest.fn<AttachHostScript>(() => ({
  elements: () => Promise.resolve(['sonaqor-keys', 'sonaqor-logs', 'sonaqor-usage']),
  show,
  hide,
  update: jest.fn(),
  end,
  doctor: () => Promise.resolve(),
}))

const shown = () => show.mock.calls.map(([{ element }]) => element as Element | null)
const gone = () => hide.mock.calls.map(([element]) => element)
const asked = () => document.head.querySelector<HTMLScriptElement>('script[src*=host]')
const arrive = () => asked()?.dispatchEvent(new CustomEvent('sonaqor-host', { detail: attach }))
const root = () => document.querySelector('sonaqor-keys')?.shadowRoot
const settled = () => new Promise((done) => setTimeout(done))

beforeEach(async () => {
  document.body.replaceChildren()
  await settled()
  show.mockClear()
  hide.mockClear()
  end.mockClear()
})

// The tests of this file follow one page through its life: what was loaded once stays loaded.

test('EM-4: an element that is named like our global stands in the way of nothing', () => {
  expect(clobbered).toBeInstanceOf(HTMLAnchorElement)
  expect(start).toBeInstanceOf(Function)
})

test('nothing of ours is loaded before the page starts it', () => {
  document.body.innerHTML = '<sonaqor-keys></sonaqor-keys>'
  expect(asked()).toBeNull()
})

test('EM-9: when the host script does not come, the element says so in the page’s language, with a retry', async () => {
  const onError = jest.fn<(error: EmbedError) => void>()
  const heard: EmbedError[] = []
  document.addEventListener('sonaqor-error', (event) => {
    heard.push((event as CustomEvent<EmbedError>).detail)
  })
  const { update } = start({ fetchSession, onError, locale: 'de-AT' })
  const script = asked()!
  expect(script.src).toBe('https://sonaqor.example/embed/host/host.1a2b.js')
  expect(script).toMatchObject({ nonce: 'n1', integrity: 'sha384-abc' })
  // The empty word is the anonymous one, without which no hash is asked of another origin's file.
  expect(script.getAttribute('crossorigin')).toBe('')
  const opened = window.Sonaqor!.doctor()
  script.dispatchEvent(new Event('error'))
  await expect(opened).rejects.toMatchObject({ code: 'loader-unreachable' })
  // The page hears of it also while none of its elements stands there.
  await waitFor(() => expect(onError).toHaveBeenCalledTimes(1))
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'loader-unreachable' })

  document.body.innerHTML = '<sonaqor-keys></sonaqor-keys>'
  await waitFor(() => expect(asked()).toBeTruthy())
  asked()?.dispatchEvent(new Event('error'))
  await waitFor(() => expect(root()?.textContent).toContain('konnte nicht geladen werden'))
  expect(root()?.querySelector('[role=alert]')).toMatchObject({ lang: 'de', dir: 'auto' })
  expect(onError).toHaveBeenCalledTimes(1)
  expect(heard).toMatchObject([{ code: 'loader-unreachable', retry: expect.any(Function) }])

  update({ locale: 'ar' })
  root()?.querySelector('button')?.click()
  asked()?.dispatchEvent(new Event('error'))
  await waitFor(() =>
    expect(root()?.querySelector('[role=alert]')).toMatchObject({ lang: 'ar', dir: 'auto' }),
  )

  update({ locale: 'en' })
  root()?.querySelector('button')?.click()
  asked()?.dispatchEvent(new Event('error'))
  await waitFor(() => expect(root()?.textContent).toContain('could not be loaded'))

  // The network is back.
  window.dispatchEvent(new Event('online'))
  arrive()
  await settled()
  expect(shown()).toEqual([document.querySelector('sonaqor-keys')])
})

test('elements that are added later are shown too, widgets among them', async () => {
  const usage = document.body.appendChild(document.createElement('sonaqor-usage'))
  await settled()
  expect(shown()).toEqual([usage])
})

test('an element that is only moved keeps what stands in it; one that goes is let go', async () => {
  const keys = document.body.appendChild(document.createElement('sonaqor-keys'))
  document.body.append(keys)
  await settled()
  expect(gone()).not.toContain(keys)
  keys.remove()
  await settled()
  expect(gone()).toContain(keys)
})

test('EM-9: an element belongs to the session that it names, and waits for it', async () => {
  document.body.innerHTML = '<sonaqor-keys session="second"></sonaqor-keys>'
  await settled()
  expect(show).not.toHaveBeenCalled()
  start({ fetchSession, name: 'second', locale: 'de' })
  await settled()
  const [, options] = show.mock.calls[0]!
  expect(options).toMatchObject({ name: 'second', locale: 'de' })
})

test('EM-13: a page that starts twice has one session still', async () => {
  start({ fetchSession })
  start({ fetchSession })
  document.body.innerHTML = '<sonaqor-logs></sonaqor-logs><sonaqor-keys></sonaqor-keys>'
  await settled()
  const sessions = new Set(show.mock.calls.map(([, options]) => options))
  expect(sessions.size).toBe(1)
})

/** What the host script was told of the element that was shown last. */
const seat = () => show.mock.lastCall?.[0] as Seat
const keysElement = () =>
  document.querySelector('sonaqor-keys') as HTMLElement & {
    state: Readonly<Record<string, string>>
  }

test('EM-3: what is chosen in a view is a property of its element, and its attribute says it first', async () => {
  document.body.innerHTML = '<sonaqor-keys state="state=active&search=cart"></sonaqor-keys>'
  await settled()
  expect(seat().state).toEqual({ state: 'active', search: 'cart' })
  const choose = jest.fn()
  Object.assign(seat(), { choose })
  keysElement().state = { search: 'x' }
  expect(choose).toHaveBeenCalledWith({ search: 'x' })
  keysElement().setAttribute('state', 'search=y')
  expect(choose).toHaveBeenLastCalledWith({ search: 'y' })
  expect(keysElement().state).toEqual({ search: 'y' })
  expect(show).toHaveBeenCalledTimes(1)
})

test('EM-1: an element that is for something else now is shown anew', async () => {
  document.body.innerHTML = '<sonaqor-keys app="a1"></sonaqor-keys>'
  await settled()
  keysElement().setAttribute('app', 'a2')
  await settled()
  expect(gone()).toEqual([keysElement()])
  expect(show).toHaveBeenCalledTimes(2)
})

test('EM-1: a view is shown in any element, follows its page, and goes when it is told to', async () => {
  const session = start({ fetchSession })
  const element = document.body.appendChild(document.createElement('div'))
  const request = { view: 'keys.list', state: { search: 'cart' } }
  const mounted = session.mount(element, request)
  await settled()
  expect(seat()).toMatchObject({ element, request, state: { search: 'cart' } })
  const choose = jest.fn()
  Object.assign(seat(), { choose })
  mounted.setState({ search: 'x' })
  expect(choose).toHaveBeenCalledWith({ search: 'x' })
  expect(mounted.state).toEqual({ search: 'x' })
  mounted.remove()
  await settled()
  expect(gone()).toEqual([element])
  const again = session.mount(element, request)
  // What was removed already takes nothing from what came after it.
  mounted.remove()
  await settled()
  expect(gone()).toHaveLength(1)
  again.remove()
})

test('EM-2: after a sign-out the elements wait, and a session of that name begins anew', async () => {
  const session = start({ fetchSession, name: 'mine' })
  document.body.innerHTML = '<sonaqor-keys session="mine"></sonaqor-keys>'
  await settled()
  const [, first] = show.mock.lastCall!
  await session.logout()
  expect(end).toHaveBeenCalledWith(first, true)
  keysElement().setAttribute('app', 'a1')
  await settled()
  expect(show).toHaveBeenCalledTimes(1)
  start({ fetchSession, name: 'mine' })
  await settled()
  const [, second] = show.mock.lastCall!
  expect(show).toHaveBeenCalledTimes(2)
  expect(second).not.toBe(first)
  // What is left of the first one ends nothing any more.
  await session.logout()
  expect(end).toHaveBeenCalledTimes(1)
})

test('EM-9: a page that goes on without a session has nothing of it shown again', async () => {
  const session = start({ fetchSession, name: 'other' })
  const element = document.body.appendChild(document.createElement('div'))
  session.mount(element, { view: 'keys.list' })
  await settled()
  session.destroy()
  await settled()
  expect(end).toHaveBeenCalledWith(expect.anything(), false)
  start({ fetchSession, name: 'other' })
  await settled()
  expect(shown()).toEqual([element])
})
