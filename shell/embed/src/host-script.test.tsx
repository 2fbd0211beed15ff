import { beforeEach, expect, jest, test } from '@jest/globals'
import type { AttachHostScript, HostScript } from './handover.ts'
import type { EmbedHost } from './host/embed-host.ts'
import type { EmbedOptions } from './sdk.ts'
import type { Placement } from './view/placement.ts'

const end = jest.fn<EmbedHost['end']>(() => Promise.resolve())
const seatView = jest.fn<() => Placement>()
jest.unstable_mockModule('./releases/scripts.ts', () => ({
  takePolicy: jest.fn(),
  makeScript: jest.fn(),
}))
jest.unstable_mockModule('./releases/registry.ts', () => ({ createRegistry: jest.fn() }))
jest.unstable_mockModule('./host/embed-host.ts', () => ({
  createEmbedHost: () => ({ end, update: jest.fn() }),
  looksOf: () => ({}),
}))
jest.unstable_mockModule('./view/seated-view.ts', () => ({
  drawnIn: jest.fn(),
  seatView,
  tellOf: jest.fn(),
}))
window.matchMedia = () => new EventTarget() as MediaQueryList

const own = document.createElement('script')
Object.defineProperty(Document.prototype, 'currentScript', { value: own })
let script: HostScript
own.addEventListener('sonaqor-host', (event) => {
  const attach = (event as CustomEvent<AttachHostScript>).detail
  script = attach({ origin: 'https://sonaqor.example', policy: { createScriptURL: (url) => url } })
})
await import('./host-script.ts')

const sessionOf = (name: string): EmbedOptions => ({ name, fetchSession: jest.fn<never>() })
const placementOf = (more: Partial<Placement> = {}): Placement => ({
  draw: jest.fn(),
  renew: jest.fn<Placement['renew']>(),
  announce: jest.fn<Placement['announce']>(),
  remove: jest.fn(),
  ...more,
})

beforeEach(() => {
  seatView.mockReset()
  end.mockReset()
  end.mockResolvedValue()
})

test('EM-2: who signs out sees an empty place at once, also where a frame still ends its session', async () => {
  const leaving = Promise.withResolvers<void>()
  const inPage = placementOf()
  const framed = placementOf({ leave: () => leaving.promise })
  seatView.mockReturnValueOnce(inPage).mockReturnValueOnce(framed)
  const options = sessionOf('a')
  for (const name of ['p', 'div']) script.show({ element: document.createElement(name) }, options)
  const ended = script.end(options, true)
  expect(inPage.remove).toHaveBeenCalled()
  expect(end).toHaveBeenCalledWith(true)
  expect(framed.remove).not.toHaveBeenCalled()
  leaving.resolve()
  await ended
  expect(framed.remove).toHaveBeenCalled()
})

test('EM-2: who begins anew while the former session still ends has a view again', () => {
  const framed = placementOf({ leave: () => new Promise(() => {}) })
  const next = placementOf()
  seatView.mockReturnValueOnce(framed).mockReturnValueOnce(next)
  const element = document.createElement('div')
  const [former, later] = [sessionOf('a'), sessionOf('a')]
  script.show({ element }, former)
  void script.end(former, true)
  script.show({ element }, later)
  expect(seatView).toHaveBeenCalledTimes(2)
  expect(next.remove).not.toHaveBeenCalled()
})

test('EM-9: an element that names another session is of that one from then on', () => {
  const first = placementOf()
  seatView.mockReturnValueOnce(first).mockReturnValueOnce(placementOf())
  const element = document.createElement('div')
  script.show({ element }, sessionOf('a'))
  script.show({ element }, sessionOf('b'))
  expect(first.remove).toHaveBeenCalled()
  expect(seatView).toHaveBeenCalledTimes(2)
})

test('EM-2: a server that hangs keeps nobody from signing out', async () => {
  jest.useFakeTimers()
  end.mockReturnValue(new Promise(() => {}))
  const options = sessionOf('a')
  seatView.mockReturnValueOnce(placementOf())
  script.show({ element: document.createElement('div') }, options)
  const ended = script.end(options, true)
  await jest.advanceTimersByTimeAsync(2_000)
  await expect(ended).resolves.toBeUndefined()
  jest.useRealTimers()
})
