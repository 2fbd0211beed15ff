import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Seat } from '../handover.ts'
import type { Host, PlaceRequest } from '../host/host.ts'
import type { EmbedOptions } from '../sdk.ts'

jest.unstable_mockModule('../releases/load-view.ts', () => ({ loadView: jest.fn() }))
let measure = () => undefined as void
Object.assign(globalThis, {
  ResizeObserver: class {
    constructor(changed: () => void) {
      measure = changed
    }
    observe() {}
    disconnect() {}
  },
})
const { drawnIn, seatView } = await import('./seated-view.ts')

let request: PlaceRequest
const removed = jest.fn()
const host = {
  place(element: HTMLElement, asked: PlaceRequest) {
    request = asked
    element.shadowRoot?.append(document.createElement('div'))
    return { remove: removed }
  },
} as unknown as Host

const names = ['loading', 'ready', 'error', 'navigate', 'state', 'event', 'resize'] as const
let heard: [string, unknown][] = []
for (const name of names) {
  // On the page and not on the element: they bubble.
  document.addEventListener(`sonaqor-${name}`, (event) => {
    heard.push([name, (event as CustomEvent<unknown>).detail])
  })
}

beforeEach(() => {
  heard = []
  removed.mockClear()
  document.body.replaceChildren()
})

const fetchSession = () => Promise.resolve({ clientSecret: 's' })

function sit(
  attributes: Readonly<Record<string, string>> = {},
  seat: Partial<Seat> = {},
  options: Partial<EmbedOptions> = {},
) {
  const element = document.createElement(seat.request ? 'div' : 'sonaqor-keys')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  const own: Seat = { element, ...seat }
  return { element, seat: own, placement: seatView(host, own, { fetchSession, ...options }) }
}

test('EM-13: the doctor hears what was asked for in an element, and the release that is drawn there', () => {
  const { element } = sit({}, { request: { view: 'keys.list' } })
  expect(drawnIn(element)).toBeUndefined()
  request.onLoading?.('keys.list')
  request.onReady?.('keys.list', 'keys@1.0.0')
  expect(drawnIn(element)).toEqual({ view: 'keys.list', release: 'keys@1.0.0' })
})

test('EM-1: an element says by attributes what it is for, and any other by the call', () => {
  sit({ app: 'a1', environment: 'sandbox', params: 'keyId=k1' })
  expect(request).toMatchObject({
    view: 'sonaqor-keys',
    params: { keyId: 'k1' },
    expects: { app: 'a1', environment: 'sandbox' },
  })
  const asked = { view: 'logs.list', params: { requestId: 'r' }, app: 'a2' }
  sit({}, { request: asked })
  expect(request).toMatchObject({ view: 'logs.list', params: { requestId: 'r' } })
  expect(request.expects?.app).toBe('a2')
})

test('EM-3: the page hears of all that happens to a view, by events that bubble', () => {
  const onError = jest.fn()
  sit({}, {}, { onError })
  request.onLoading?.('keys.list')
  request.onReady?.('keys.list', 'keys@1.0.0')
  request.navigate?.('keys.usage', { keyId: 'k1' })
  request.onEvent?.({ type: 'keys.revoked', ref: { keyId: 'k1' } })
  const error = Object.assign(new Error('No.'), { code: 'offline', retry: () => {} } as const)
  request.onFailed?.(error)
  expect(heard).toEqual([
    ['loading', { view: 'keys.list' }],
    ['ready', { view: 'keys.list', release: 'keys@1.0.0' }],
    ['navigate', { view: 'keys.usage', params: { keyId: 'k1' } }],
    ['event', { type: 'keys.revoked', ref: { keyId: 'k1' } }],
    ['error', error],
  ])
  expect(onError).toHaveBeenCalledWith(error)
})

test('EM-3: a view begins with the state that the page chose, says each change, and follows the page', () => {
  const { seat } = sit({}, { state: { search: 'cart' } })
  const { viewState } = request
  expect(viewState?.read()).toEqual({ search: 'cart' })
  request.onLoading?.('keys.list')
  heard = []
  viewState?.write({ state: 'active' })
  expect(seat.state).toEqual({ state: 'active' })
  expect(heard).toEqual([['state', { view: 'keys.list', state: { state: 'active' } }]])
  request.viewState?.write({ state: 'active', key: 'k1' }, 'step')
  expect(heard.at(-1)?.[1]).toMatchObject({ manner: 'step' })
  seat.choose?.({ search: 'x' })
  expect(viewState?.read()).toEqual({ search: 'x' })
  heard = []
  // Frameworks hand back with each drawing what they were told.
  seat.choose?.({ search: 'x' })
  expect(heard).toEqual([])
})

test('EM-3: a link to what is seen is the page’s own, and there is none without it', () => {
  sit()
  expect(request.permalink).toBeUndefined()
  sit({}, {}, { permalink: (view, { search }) => `https://shop.example/${view}?q=${search}` })
  expect(request.permalink?.('keys.list', { search: 'x' })).toBe(
    'https://shop.example/keys.list?q=x',
  )
})

test('EM-3: the page hears how high a view is; where it gave it less, the view scrolls in there', () => {
  const { element } = sit()
  const ground = element.shadowRoot!.firstElementChild!
  let height = 300
  Object.defineProperty(ground, 'offsetHeight', { get: () => height })
  Object.defineProperty(element, 'clientHeight', { get: () => Math.min(height, 400) })
  measure()
  measure()
  expect(heard).toEqual([['resize', { height: 300 }]])
  expect(element.shadowRoot?.adoptedStyleSheets).toHaveLength(0)
  height = 900
  measure()
  expect(heard.at(-1)).toEqual(['resize', { height: 900 }])
  expect(element.shadowRoot?.adoptedStyleSheets).toHaveLength(1)
  height = 200
  measure()
  expect(element.shadowRoot?.adoptedStyleSheets).toHaveLength(0)
})

test('EM-1: what is taken away leaves the element to the page, and hears no more of it', () => {
  const { element, seat, placement } = sit({}, { request: { view: 'keys.list' } })
  element.textContent = 'The page’s own.'
  placement.remove()
  expect(removed).toHaveBeenCalledTimes(1)
  expect(seat.choose).toBeUndefined()
  expect(element.shadowRoot?.querySelector('slot')).toBeTruthy()
})

test('EM-1: an element that can have no shadow root shows the view all the same', () => {
  const element = document.body.appendChild(document.createElement('table'))
  const seat: Seat = { element, request: { view: 'keys.list' } }
  const placement = seatView(host, seat, { fetchSession })
  expect(element.firstElementChild?.localName).toBe('div')
  placement.remove()
  expect(element.childElementCount).toBe(0)
})

test('EM-2: what goes late takes nothing from whoever stands in its place by then', () => {
  const { element, seat, placement: former } = sit()
  const later = seatView(host, seat, { fetchSession })
  former.remove()
  expect(element.shadowRoot?.querySelector('slot')).toBeNull()
  expect(seat.choose).toBeDefined()
  later.remove()
  expect(element.shadowRoot?.querySelector('slot')).not.toBeNull()
  expect(seat.choose).toBeUndefined()
})
