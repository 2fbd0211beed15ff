import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { configure, waitFor } from '@testing-library/dom'
import type { FromFrame, ToFrame } from './frame-messages.ts'
import type { createHost as CreateHost, HostOptions, PlaceRequest } from './host.ts'
import type { Grant } from './session.ts'

// Nothing here takes long, but the machine may have other things to do.
configure({ asyncUtilTimeout: 10_000 })

const place = jest.fn<(element: HTMLElement, request: PlaceRequest) => void>()
const createHost = jest.fn<(options: HostOptions) => Pick<ReturnType<typeof CreateHost>, 'close'>>()
jest.unstable_mockModule('./host.ts', () => ({ createHost }))
Object.assign(globalThis, {
  ResizeObserver: class {
    observe() {}
  },
})

const registered = 'https://portal.example'
document.head.innerHTML = `<meta name="sonaqor-origins" content="https://a.example ${registered}">`
await import('./frame.ts')

const start = {
  type: 'start',
  view: 'keys.issue',
  params: { appId: 'a1' },
  grant: { token: 't1', expiresIn: 300, embedId: 'e1' } as Grant,
  locale: 'ar',
  appearance: { theme: 'dark', density: 'cosy' },
  tokens: { accent: 'green' },
} as const satisfies ToFrame

/** Speaks to the frame as a page around it would; returns the page's end of the port. */
function speak(origin: string, source: MessageEventSource | null = window.parent): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const event = new MessageEvent('message', { data: 'sonaqor', origin, source })
  Object.defineProperty(event, 'ports', { value: [port2] })
  window.dispatchEvent(event)
  return port1
}

function send(port: MessagePort, message: ToFrame) {
  port.postMessage(message)
}

const passed = () => new Promise((done) => setTimeout(done, 50))

beforeEach(() => {
  createHost.mockReturnValue({ close: () => undefined, place } as never)
})

// One page from its first word on: the tests follow each other.

test('EM-4: a page of an origin that is not registered is not heard', async () => {
  send(speak('https://evil.example'), start)
  send(speak(`${registered}.evil.example`), start)
  await passed()
  expect(createHost).not.toHaveBeenCalled()
})

test('EM-4: a window that is not the page around the frame is not heard', async () => {
  send(speak(registered, null), start)
  await passed()
  expect(createHost).not.toHaveBeenCalled()
})

test('EM-4: the registered page hands over the token, and hears that the view is there', async () => {
  const heard: FromFrame[] = []
  const port = speak(registered)
  port.on('message', (message: FromFrame) => heard.push(message))
  send(port, start)
  await waitFor(() => expect(heard).toEqual([{ type: 'started' }]))
  const [{ grant, kind, origin }] = createHost.mock.calls[0]!
  expect({ kind, origin, token: grant?.token }).toEqual({
    kind: 'embed',
    origin: location.origin,
    token: 't1',
  })
  const [, { view, params, finish, hold }] = place.mock.calls[0]!
  expect({ view, params }).toEqual({ view: 'keys.issue', params: { appId: 'a1' } })
  expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' })

  finish?.({ done: true })
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'finished', outcome: { done: true } }))
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'finished', outcome: { done: false } }))

  hold?.({ question: 'Stored?', leave: 'It is stored' })
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'leaving' }))
  hold?.(undefined)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'finished', outcome: { done: false } }))

  const renewed = createHost.mock.calls[0]![0].renew()
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'renew', token: 't1' }))
  send(port, { type: 'granted', grant: { ...start.grant, token: 't2' } })
  expect((await renewed).token).toBe('t2')
  port.close()
})

test('EM-4: once a page was heard, no other one is', async () => {
  send(speak(registered), start)
  await passed()
  expect(createHost).toHaveBeenCalledTimes(1)
})
