import { beforeEach, expect, jest, test } from '@jest/globals'
import type { EmbedHost } from '../../host/embed-host.ts'
import type { PlaceRequest } from '../../host/host.ts'
import type { EmbedOptions } from '../../sdk.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

type Given = {
  readonly options: EmbedOptions
  readonly tell: (state: 'open' | 'renewed' | 'ended') => void
  readonly framed: { readonly openAround: NonNullable<EmbedHost['openAround']> }
}

const place = jest.fn<(element: HTMLElement, request: PlaceRequest) => void>()
const update = jest.fn()
const end = jest.fn<(forGood: boolean) => Promise<void>>(() => Promise.resolve())
const createEmbedHost = jest.fn<(given: Given) => object>(() => ({ place, update, end }))
jest.unstable_mockModule('../../host/embed-host.ts', () => ({ createEmbedHost }))

/** Says that something has another size now, by the elements that are watched. */
const watched = new Map<Element, () => void>()
Object.assign(globalThis, {
  CSS: { supports: () => true },
  ResizeObserver: class {
    tell: () => void
    constructor(tell: () => void) {
      this.tell = tell
    }
    observe(element: Element) {
      watched.set(element, this.tell)
    }
    disconnect() {}
  },
})
const { showPlaced } = await import('./placed.ts')

const start = {
  type: 'place',
  view: 'sonaqor-keys',
  params: { appId: 'a1' },
  state: { state: 'active' },
  expects: { app: 'a1', environment: 'sandbox' },
  hasLinks: true,
  clientSecret: 's1',
  locale: 'de',
  appearance: { theme: 'dark', density: 'cosy' },
  tokens: { accent: 'green' },
} as const satisfies ToFrame

const secret = jest.fn(() => Promise.resolve('s1'))

/** A view in a frame whose page hears all that it says. */
function stand(asked: Partial<typeof start> = {}) {
  const heard: FromFrame[] = []
  const hear = showPlaced({ ...start, ...asked }, {
    around: 'https://portal.example',
    admission: { secret },
    registry: {},
    send: (message: FromFrame) => heard.push(message),
  } as never)
  const [ground, request] = place.mock.calls.at(-1)!
  const [given] = createEmbedHost.mock.calls.at(-1)!
  return { heard, hear, ground, request, given, last: () => heard.at(-1) }
}

beforeEach(() => {
  document.body.replaceChildren()
  jest.clearAllMocks()
})

test('EM-4: a view in a frame begins as the page asked: for what, with what chosen, for which app', () => {
  const { request } = stand()
  expect(request).toMatchObject({ view: 'sonaqor-keys', params: { appId: 'a1' } })
  expect(request.expects).toEqual({ app: 'a1', environment: 'sandbox' })
  expect(request.viewState?.read()).toEqual({ state: 'active' })
  expect(document.documentElement.lang).toBe('de')
  expect(document.documentElement.style.colorScheme).toBe('dark')
})

test('EM-2: it is let in by secrets of its own', async () => {
  const { given } = stand()
  expect(await given.options.fetchSession()).toEqual({ clientSecret: 's1' })
})

test('EM-4: its page hears the same as of a view that stands in it', () => {
  const { request, given, last } = stand()
  request.onLoading?.('keys.list')
  expect(last()).toEqual({ type: 'loading', view: 'keys.list' })
  request.onReady?.('keys.list', 'keys@1')
  expect(last()).toEqual({ type: 'ready', view: 'keys.list', release: 'keys@1' })
  request.navigate?.('logs.list', { keyId: 'k1' })
  expect(last()).toEqual({ type: 'navigate', view: 'logs.list', params: { keyId: 'k1' } })
  request.onEvent?.({ type: 'keys.revoked', ref: { keyId: 'k1' } })
  expect(last()).toMatchObject({ type: 'happened', event: { type: 'keys.revoked' } })
  given.tell('ended')
  expect(last()).toEqual({ type: 'session', state: 'ended' })
})

test('EM-4: what went wrong leaves the frame in words and a code, without what caused it', () => {
  const { request, hear, last } = stand()
  const retry = jest.fn()
  const cause = new Error('t0ken')
  const error = Object.assign(new Error('Not here.', { cause }), {
    code: 'offline',
    retry,
  } as const)
  request.onFailed?.(error)
  expect(last()).toEqual({ type: 'failed', failure: { code: 'offline', message: 'Not here.' } })
  hear({ type: 'retry' })
  expect(retry).toHaveBeenCalledTimes(1)
})

test('EM-9: another look or language loses nothing that is chosen', () => {
  const { request, hear } = stand()
  request.viewState?.write({ search: 'cart' })
  const { appearance, tokens } = start
  hear({ type: 'changed', locale: 'en', appearance, tokens })
  expect(update).toHaveBeenCalledWith({ locale: 'en', appearance })
  expect(document.documentElement.lang).toBe('en')
  expect(request.viewState?.read()).toEqual({ search: 'cart' })
  expect(place).toHaveBeenCalledTimes(1)
})

test('EM-4: what the reader chooses is told to the page, and what the page chooses is not told back', () => {
  const { request, hear, heard } = stand()
  request.viewState?.write({ search: 'cart' }, 'step')
  expect(heard.filter(({ type }) => type === 'chosen')).toEqual([
    { type: 'chosen', state: { search: 'cart' }, manner: 'step' },
  ])
  hear({ type: 'choose', state: { state: 'revoked' } })
  expect(request.viewState?.read()).toEqual({ state: 'revoked' })
  expect(heard.filter(({ type }) => type === 'chosen')).toHaveLength(1)
})

test('EM-4: what shows a secret is opened by the page above itself', async () => {
  const { given, hear, last } = stand()
  const outcome = given.framed.openAround('keys.issue', { appId: 'a1' })
  expect(last()).toMatchObject({ type: 'open', view: 'keys.issue', params: { appId: 'a1' } })
  hear({ type: 'opened', id: 1, outcome: { done: true } })
  expect(await outcome).toEqual({ done: true })
})

test('the page is asked for the address of what is seen, where it has one', async () => {
  const { request, hear, last } = stand()
  const link = request.permalink?.('keys.list', { key: 'k1' })
  expect(last()).toEqual({ type: 'link', id: 1, state: { key: 'k1' } })
  hear({ type: 'linked', id: 1, link: 'https://portal.example/keys?key=k1' })
  expect(await link).toBe('https://portal.example/keys?key=k1')
  expect(stand({ hasLinks: false as true }).request.permalink).toBeUndefined()
})

test('EM-9: who signs out of the page has signed out of the frame', async () => {
  const { hear, heard } = stand()
  hear({ type: 'leave' })
  await Promise.resolve()
  expect(end).toHaveBeenCalledWith(true)
  expect(heard.at(-1)).toEqual({ type: 'left' })
})

test('EM-4: dialogs stand in the part of the frame that is on the screen', () => {
  const { hear } = stand()
  hear({ type: 'seen', above: 300, below: 900 })
  const { style } = document.documentElement
  expect(style.getPropertyValue('--sonaqor-unseen-above')).toBe('300px')
  expect(style.getPropertyValue('--sonaqor-unseen-below')).toBe('900px')
})

test('the frame is as high as its view, and high enough for a dialog above a short one', () => {
  const { ground, last } = stand()
  ground.getBoundingClientRect = () => ({ height: 239.4 }) as DOMRect
  watched.get(ground)?.()
  expect(last()).toEqual({ type: 'sized', height: 240 })

  const root = ground.attachShadow({ mode: 'open' })
  const dialog = root.appendChild(document.createElement('dialog'))
  const button = dialog.appendChild(document.createElement('button'))
  dialog.open = true
  button.focus()
  expect(last()).toEqual({ type: 'sized', height: 600 })
  // jsdom gives nothing a size: as if it had been taken away.
  watched.get(dialog)?.()
  expect(last()).toEqual({ type: 'sized', height: 240 })
})
