import type { LiveEvent } from '@sonaqor/contract/live'
import { sayIn } from '@sonaqor/module/texts'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Host } from '../host/host.ts'
import type { Notice } from '../stage/notices.ts'
import type { Stage } from '../stage/stage.ts'
import { leavingBy } from './leaving.ts'

let hear: ((events: readonly LiveEvent[]) => void) | undefined
const stopHearing = jest.fn()
const manifest = { nav: [{ view: 'keys.list', path: '/keys' }] }
const host = {
  origin: 'https://sonaqor.example',
  registry: { find: () => Promise.resolve({ module: { manifest } }) },
  state: () => ({ environment: 'production' }),
  live: {
    subscribe: (_: string, listener: typeof hear) => {
      hear = listener
      return stopHearing
    },
  },
} as unknown as Host

const news = jest.fn()
let notice: Notice | undefined
const stage = {
  news,
  root: document.createElement('div'),
  put: (_: string, next?: Notice) => (notice = next),
} as unknown as Stage

const replace = jest.fn<(url: string) => void>()
const close = jest.fn()
const opened = { opener: window as unknown, location: { replace }, close }
const open = jest.fn<(url: string, target: string) => typeof opened | null>()
Object.assign(window, { open })

const drawn = () => document.createElement('div').appendChild(document.createElement('div'))
function words() {
  const board = drawn()
  board.append(...(notice?.(sayIn('en')) ?? []))
  return board
}

const settled = () => new Promise((done) => setTimeout(done))
const gone = () => new AbortController()
const revoke = { key: 'k1', act: 'revoke' }

beforeEach(() => {
  jest.clearAllMocks()
  notice = undefined
  opened.opener = window
  open.mockReturnValue(opened)
  manifest.nav = [{ view: 'keys.list', path: '/keys' }]
})

test('EM-10: a window of ours opens at the page that the module names, and cannot reach back', async () => {
  const back = leavingBy(host, stage, gone().signal)('keys.list', revoke)
  // At once, for a browser opens one only by a press.
  expect(open).toHaveBeenCalledWith('', '_blank')
  expect(opened.opener).toBeNull()
  await waitFor(() => expect(replace).toHaveBeenCalledTimes(1))
  const url = new URL(replace.mock.calls[0]![0])
  expect(url.origin + url.pathname).toBe('https://sonaqor.example/keys')
  const query = { ...revoke, environment: 'production', back: location.origin }
  expect(Object.fromEntries(url.searchParams)).toEqual(query)

  await waitFor(() => expect(words().textContent).toContain('Go on in the window that opened.'))
  words().querySelector('button')?.click()
  await back
  expect(notice).toBeUndefined()
  expect(stopHearing).toHaveBeenCalledTimes(1)
})

test('EM-10: what happens to what the view is about ends the waiting, and nothing that is only a first word', async () => {
  const back = leavingBy(host, stage, gone().signal)('keys.list')
  await waitFor(() => expect(notice).toBeDefined())
  hear?.([])
  await settled()
  expect(notice).toBeDefined()
  hear?.([{ type: 'keys.revoked' } as LiveEvent])
  await back
  expect(notice).toBeUndefined()
})

test('EM-10: so does the focus, for whoever has been away', async () => {
  const back = leavingBy(host, stage, gone().signal)('keys.list')
  await waitFor(() => expect(notice).toBeDefined())
  const focus = jest.spyOn(document, 'hasFocus')
  focus.mockReturnValue(true)
  window.dispatchEvent(new Event('focus'))
  await settled()
  expect(notice).toBeDefined()
  focus.mockReturnValue(false)
  window.dispatchEvent(new Event('blur'))
  focus.mockReturnValue(true)
  window.dispatchEvent(new Event('focus'))
  await back
  expect(notice).toBeUndefined()
})

test('EM-10: where the browser opens no window, that is said, with a link that does', async () => {
  open.mockReturnValue(null)
  const left = gone()
  const back = leavingBy(host, stage, left.signal)('keys.list', revoke)
  await waitFor(() => expect(words().textContent).toContain('did not open the window'))
  const link = words().querySelector('a')
  expect(link?.textContent).toBe('Open the window')
  expect(link).toMatchObject({ target: '_blank', rel: 'noopener' })
  expect(link?.href).toContain('https://sonaqor.example/keys?key=k1&act=revoke')
  left.abort()
  await back
  expect(notice).toBeUndefined()
})

test('EM-10: in a frame of ours the page around it is the one that is named', async () => {
  const left = gone()
  const framed = { ...host, around: 'https://portal.example' }
  void leavingBy(framed, stage, left.signal)('keys.list')
  await waitFor(() => expect(replace).toHaveBeenCalledTimes(1))
  expect(new URL(replace.mock.calls[0]![0]).searchParams.get('back')).toBe('https://portal.example')
  left.abort()
})

test('EM-10: a view without a page of its own opens nothing, and says so to both who read and who develop', async () => {
  globalThis.reportError = jest.fn()
  manifest.nav = []
  await leavingBy(host, stage, gone().signal)('keys.list')
  expect(close).toHaveBeenCalledTimes(1)
  expect(news).toHaveBeenCalledTimes(1)
  expect(reportError).toHaveBeenCalledTimes(1)
})
