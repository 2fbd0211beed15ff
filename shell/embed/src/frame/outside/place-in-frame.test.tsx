import { MessageChannel as NodeChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Host, PlaceRequest } from '../../host/host.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

const ports: NodePort[] = []

/** An open port keeps its process, also that of a frame which never came. */
class Channel extends NodeChannel {
  constructor() {
    super()
    ports.push(this.port1, this.port2)
  }
}

Object.assign(globalThis, {
  MessageChannel: Channel,
  ResizeObserver: class {
    observe() {}
    disconnect() {}
  },
})
const openView = jest.fn<(...asked: unknown[]) => Promise<object>>(async () => ({ done: true }))
jest.unstable_mockModule('../../opening/open-view.ts', () => ({
  openView,
  prepareFrame: jest.fn(),
}))
const { placeInFrame } = await import('./place-in-frame.ts')

let theme = 'light'
const admit = jest.fn<() => Promise<string>>()
const host = (name: string) =>
  ({
    kind: 'embed',
    origin: 'https://sonaqor.example',
    session: { grant: () => Promise.resolve({ token: `token of ${name}`, embedId: name }) },
    registry: { find: () => Promise.reject(new Error('offline')) },
    admit,
    state: () => ({ locale: 'en', appearance: { theme, density: 'cosy' } }),
  }) as unknown as Host

/** Shows keys in a frame of this session, and plays our page in it. */
async function stand(name = 'e1', asked: Partial<PlaceRequest> = {}) {
  const element = document.body.appendChild(document.createElement('div'))
  const heard = {
    onLoading: jest.fn<(view: string) => void>(),
    onReady: jest.fn<(view: string, release: string) => void>(),
    onFailed: jest.fn<NonNullable<PlaceRequest['onFailed']>>(),
    onEvent: jest.fn<NonNullable<PlaceRequest['onEvent']>>(),
    onSession: jest.fn<NonNullable<PlaceRequest['onSession']>>(),
    navigate: jest.fn<NonNullable<PlaceRequest['navigate']>>(),
  }
  const viewState = memoryViewState({ state: 'active' })
  const onRemove = jest.fn()
  const request = { view: 'sonaqor-keys', params: { a: '1' }, viewState, ...heard, ...asked }
  const placement = placeInFrame(host(name), element, request, onRemove)
  const frame = () => element.shadowRoot?.querySelector('iframe')
  await waitFor(() => expect(frame()).toBeTruthy())
  const postMessage = jest.fn<(data: string, target: string, ports: [NodePort]) => void>()
  Object.defineProperty(frame(), 'contentWindow', { value: { postMessage } })
  frame()!.dispatchEvent(new Event('load'))
  const [, target, [port]] = postMessage.mock.calls[0]!
  const told: ToFrame[] = []
  port.on('message', (message: ToFrame) => told.push(message))
  const say = (message: FromFrame) => port.postMessage(message)
  await waitFor(() => expect(told.some(({ type }) => type === 'place')).toBe(true))
  return { element, placement, frame, target, told, say, viewState, onRemove, ...heard }
}

beforeEach(() => {
  document.body.replaceChildren()
  openView.mockClear()
  admit.mockReset()
  let secrets = 0
  admit.mockImplementation(() => Promise.resolve(`s${(secrets += 1)}`))
})
afterEach(() => {
  theme = 'light'
  for (const port of ports.splice(0)) port.close()
})

const secretsOf = (told: readonly ToFrame[]) =>
  told.flatMap((message) => ('clientSecret' in message ? message.clientSecret : []))

test('EM-4: a whole view stands in a sandboxed frame, told over a port that our origin alone gets', async () => {
  const { frame, target, told } = await stand()
  expect(target).toBe('https://sonaqor.example')
  expect(frame()?.src).toBe('https://sonaqor.example/embed/frame/e1')
  const sandbox = frame()?.getAttribute('sandbox')?.split(' ') ?? []
  expect(sandbox).toContain('allow-scripts')
  expect(sandbox.join(' ')).not.toMatch(/top-navigation|allow-modals/)
  expect(told.find(({ type }) => type === 'place')).toMatchObject({
    view: 'sonaqor-keys',
    params: { a: '1' },
    state: { state: 'active' },
    clientSecret: 's1',
  })
  expect(JSON.stringify(told)).not.toContain('token of')
})

test('EM-9: two sessions on one page have a frame and a secret each', async () => {
  const [one, other] = [await stand('e1'), await stand('e2')]
  expect([one.frame()?.src, other.frame()?.src]).toEqual([
    'https://sonaqor.example/embed/frame/e1',
    'https://sonaqor.example/embed/frame/e2',
  ])
  expect([secretsOf(one.told), secretsOf(other.told)]).toEqual([['s1'], ['s2']])
  const manners: unknown[] = []
  one.viewState.subscribe((manner) => manners.push(manner))
  one.say({ type: 'chosen', state: { search: 'mine' }, manner: 'step' })
  await waitFor(() => expect(one.viewState.read()).toEqual({ search: 'mine' }))
  expect(manners).toEqual(['step'])
  expect(other.viewState.read()).toEqual({ state: 'active' })
})

test('EM-4: the page hears the same events as of a view that stands in it', async () => {
  const { say, onLoading, onReady, onFailed, onEvent, onSession, navigate, told } = await stand()
  expect(onLoading).toHaveBeenCalledWith('sonaqor-keys')
  say({ type: 'here' })
  say({ type: 'loading', view: 'keys.list' })
  say({ type: 'session', state: 'open' })
  say({ type: 'ready', view: 'keys.list', release: 'keys@1' })
  await waitFor(() => expect(onReady).toHaveBeenCalledWith('keys.list', 'keys@1'))
  expect(onLoading).toHaveBeenCalledTimes(1)
  expect(onSession).not.toHaveBeenCalled()
  say({ type: 'happened', event: { type: 'keys.revoked', ref: {} } })
  say({ type: 'navigate', view: 'logs.list', params: {} })
  say({ type: 'session', state: 'ended' })
  say({ type: 'failed', failure: { code: 'session-ended', message: 'It has ended.' } })
  await waitFor(() => expect(onFailed).toHaveBeenCalledTimes(1))
  expect(onEvent).toHaveBeenCalledWith({ type: 'keys.revoked', ref: {} })
  expect(navigate).toHaveBeenCalledWith('logs.list', {})
  expect(onSession).toHaveBeenCalledWith({ state: 'ended' })
  const [error] = onFailed.mock.calls[0]!
  expect(error).toMatchObject({ code: 'session-ended', message: 'It has ended.' })
  error.retry()
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'retry' }))
})

test('EM-9: another look reaches the frame that stands, and what the page chooses does too', async () => {
  const { placement, told, frame, viewState } = await stand()
  const before = frame()
  theme = 'dark'
  placement.draw()
  await waitFor(() =>
    expect(told.at(-1)).toMatchObject({ type: 'changed', appearance: { theme: 'dark' } }),
  )
  expect(frame()?.style.colorScheme).toBe('dark')
  viewState.write({ search: 'cart' })
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'choose', state: { search: 'cart' } }))
  expect(frame()).toBe(before)
})

test('EM-4: how much of the frame is seen is told once a view in it listens, and none of it is lost', async () => {
  const box = jest.spyOn(Element.prototype, 'getBoundingClientRect')
  box.mockReturnValue({ top: -300, bottom: window.innerHeight + 100 } as DOMRect)
  // The page is drawn before it lets the frame in.
  admit.mockImplementation(
    () =>
      new Promise((give) => requestAnimationFrame(() => requestAnimationFrame(() => give('s1')))),
  )
  const { told, say } = await stand()
  say({ type: 'started' })
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'seen', above: 300, below: 100 }))
  expect(told.map(({ type }) => type)).toEqual(['place', 'seen'])
  box.mockRestore()
})

test('EM-4: what shows a secret is opened above the page, and the frame hears how it ended', async () => {
  const { say, told } = await stand()
  say({ type: 'open', id: 7, view: 'keys.issue', params: { appId: 'a1' } })
  await waitFor(() =>
    expect(told.at(-1)).toEqual({ type: 'opened', id: 7, outcome: { done: true } }),
  )
  expect(openView.mock.calls[0]?.[2]).toMatchObject({ view: 'keys.issue' })
})

test('the page says where what is seen is found again', async () => {
  const link = 'https://portal.example/keys'
  const { say, told } = await stand('e1', { permalink: () => link })
  say({ type: 'link', id: 1, state: {} })
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'linked', id: 1, link }))
})

test('EM-2: a further secret is the page’s to give; who logs out ends the session of the frame too', async () => {
  const { say, told, placement, frame, onRemove } = await stand()
  say({ type: 'renew' })
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'admitted', clientSecret: 's2' }))
  const left = placement.leave?.()
  // The host around forgets it at once, so that its own end cuts off no line.
  expect(onRemove).toHaveBeenCalledTimes(1)
  expect(frame()?.style.display).toBe('none')
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'leave' }))
  say({ type: 'left' })
  await left
})

test('a frame that is moved in the page, and so is loaded anew, comes back with what was chosen', async () => {
  const { frame, viewState } = await stand()
  const before = frame()
  viewState.write({ state: 'revoked' })
  before?.dispatchEvent(new Event('load'))
  await waitFor(() => expect(frame()).not.toBe(before))
  await waitFor(() => expect(frame()).toBeTruthy())
})

const failing = () => {
  throw new Error('The page has a fault.')
}

test('a link that the page fails to make is answered all the same', async () => {
  globalThis.reportError = jest.fn()
  const { say, told } = await stand('e1', { permalink: failing })
  say({ type: 'link', id: 3, state: {} })
  await waitFor(() => expect(told.at(-1)).toEqual({ type: 'linked', id: 3, link: '' }))
  expect(reportError).toHaveBeenCalledTimes(1)
})
