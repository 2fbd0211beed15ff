import { beforeEach, expect, jest, test } from '@jest/globals'
import { configure, waitFor } from '@testing-library/dom'
import type { AttachHostScript, HostScript } from './options.ts'

// Nothing here takes long, but the machine may have other things to do.
configure({ asyncUtilTimeout: 10_000 })

const own = Object.assign(document.createElement('script'), {
  src: 'https://sonaqor.example/embed/v1.js',
  nonce: 'n1',
})
Object.defineProperty(document, 'currentScript', { value: own })
Object.assign(globalThis, { HOST_FILE: 'host.1a2b.js', HOST_INTEGRITY: 'sha384-abc' })
await import('./loader.ts')

const start = window.Sonaqor!.start
const fetchSession = () => Promise.resolve({ clientSecret: 's' })
const show = jest.fn<HostScript['show']>()
const hide = jest.fn<HostScript['hide']>()
const attach = jest.fn<AttachHostScript>(() => ({
  elements: () => Promise.resolve(['sonaqor-keys', 'sonaqor-logs', 'sonaqor-usage']),
  show,
  hide,
  update: jest.fn(),
  end: jest.fn(),
}))

const shown = () => show.mock.calls.map(([element]) => element as Element | null)
const gone = () => hide.mock.calls.map(([element]) => element)
const asked = () => document.head.querySelector<HTMLScriptElement>('script[src*=host]')
const arrive = () => asked()?.dispatchEvent(new CustomEvent('sonaqor-host', { detail: attach }))
const root = () => document.querySelector('sonaqor-keys')?.shadowRoot
const settled = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  document.body.replaceChildren()
  show.mockClear()
  hide.mockClear()
})

// The tests of this file follow one page through its life: what was loaded once stays loaded.

test('nothing of ours is loaded before the page starts it', () => {
  document.body.innerHTML = '<sonaqor-keys></sonaqor-keys>'
  expect(asked()).toBeNull()
})

test('EM-9: when the host script does not come, the element says so in the page’s language, with a retry', async () => {
  document.body.innerHTML = '<sonaqor-keys></sonaqor-keys>'
  const onError = jest.fn()
  const { update } = start({ fetchSession, onError, locale: 'de-AT' })
  const script = asked()!
  expect(script.src).toBe('https://sonaqor.example/embed/host/host.1a2b.js')
  expect(script).toMatchObject({ nonce: 'n1', integrity: 'sha384-abc', crossOrigin: 'anonymous' })
  script.dispatchEvent(new Event('error'))
  await waitFor(() => expect(root()?.textContent).toContain('konnte nicht geladen werden'))
  expect(onError).toHaveBeenCalledTimes(1)

  update({ locale: 'en' })
  root()?.querySelector('button')?.click()
  asked()?.dispatchEvent(new Event('error'))
  await waitFor(() => expect(root()?.textContent).toContain('could not be loaded'))

  root()?.querySelector('button')?.click()
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
