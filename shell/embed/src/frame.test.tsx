import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { FromFrame, ToFrame } from './frame/messages.ts'
import type { createHost as CreateHost, HostOptions, PlaceRequest } from './host/host.ts'

const place = jest.fn<(element: HTMLElement, request: PlaceRequest) => void>()
const update = jest.fn()
const createHost = jest.fn<(options: HostOptions) => Pick<ReturnType<typeof CreateHost>, 'close'>>()
const exchange = jest.fn(async ({ body }: { body: { clientSecret: string } }) => ({
  token: `token of ${body.clientSecret}`,
}))
jest.unstable_mockModule('./host/host.ts', () => ({
  createHost,
  grantOfEmbed: (reply: object) => reply,
  openTransport: () => undefined,
}))
jest.unstable_mockModule('@sonaqor/contract/client', () => ({
  createClient: () => ({ embeds: { exchange } }),
}))
const fetchCode = jest.fn(() => Promise.resolve())
const loadView = jest.fn((_module: unknown, _name: string) => Promise.resolve({ fetch: fetchCode }))
jest.unstable_mockModule('./releases/load-view.ts', () => ({ loadView }))
const find = (name: string) => Promise.resolve({ module: 'keys', view: { name } })
jest.unstable_mockModule('./releases/registry.ts', () => ({ createRegistry: () => ({ find }) }))
/** Says that the ground has another size now. */
let resize = () => {}
Object.assign(globalThis, {
  CSS: { supports: () => true },
  ResizeObserver: class {
    constructor(tell: () => void) {
      resize = tell
    }
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
  clientSecret: 's1',
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
  createHost.mockReturnValue({ close: () => undefined, place, update } as never)
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

test('EM-4: the registered page hands over a secret, and hears that the view is there', async () => {
  const heard: FromFrame[] = []
  const port = speak(registered)
  port.on('message', (message: FromFrame) => heard.push(message))
  send(port, { type: 'prepare', view: 'keys.issue' })
  await waitFor(() => expect(fetchCode).toHaveBeenCalledTimes(1))
  expect(loadView).toHaveBeenCalledWith('keys', 'keys.issue')
  expect(createHost).not.toHaveBeenCalled()
  send(port, start)
  await waitFor(() => expect(heard).toEqual([{ type: 'here' }, { type: 'started' }]))
  const [{ renew, ...own }] = createHost.mock.calls[0]!
  expect(own).toMatchObject({ kind: 'embed', origin: location.origin })
  expect(await renew()).toEqual({ token: 'token of s1' })
  const [ground, { view, params, finish, hold, onReady }] = place.mock.calls[0]!
  expect({ view, params }).toEqual({ view: 'keys.issue', params: { appId: 'a1' } })
  expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' })

  const { appearance, tokens } = start
  send(port, { type: 'changed', locale: 'de', appearance, tokens })
  await waitFor(() => expect(update).toHaveBeenCalledWith({ locale: 'de', appearance }))
  expect(document.documentElement).toMatchObject({ lang: 'de', dir: 'ltr' })

  const skeleton = document.createElement('div')
  skeleton.ariaBusy = 'true'
  ground.attachShadow({ mode: 'open' }).append(skeleton)
  onReady?.('keys.issue', 'keys@1.0.0')
  resize()
  await waitFor(() => expect(heard.at(-1)?.type).toBe('sized'))
  skeleton.remove()
  Object.defineProperty(ground, 'offsetHeight', { value: 300 })
  resize()
  await waitFor(() => expect(heard.at(-1)?.type).toBe('shown'))

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

  const renewed = renew()
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'renew' }))
  send(port, { type: 'admitted', clientSecret: 's2' })
  expect(await renewed).toEqual({ token: 'token of s2' })

  const ended = renew()
  await waitFor(() => expect(heard.filter(({ type }) => type === 'renew')).toHaveLength(2))
  send(port, { type: 'refused', why: 'otherOrigin' })
  await expect(ended).rejects.toMatchObject({ fault: { code: 'origin-refused' } })
  port.close()
})

test('EM-4: once a page was heard, no other one is', async () => {
  send(speak(registered), start)
  await passed()
  expect(createHost).toHaveBeenCalledTimes(1)
})
