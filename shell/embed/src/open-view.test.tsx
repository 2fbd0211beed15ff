import type { ViewManifest } from '@sonaqor/contract/manifest'
import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Host, PlaceRequest } from './host.ts'
import type { FoundView } from './registry.ts'

CSSStyleSheet.prototype.replaceSync ??= () => undefined
const showInFrame = jest.fn(() => ({ remove: () => undefined }))
jest.unstable_mockModule('./secure-frame.ts', () => ({ showInFrame }))
const { openView } = await import('./open-view.ts')

const place = jest.fn((_: HTMLElement, request: PlaceRequest) => {
  asked = request
  return { remove: removed }
})
const removed = jest.fn()
let asked: PlaceRequest | undefined

/** Opens a view of this kind; an unknown one is in no registry that can be reached. */
function open(hostKind: Host['kind'], viewKind: ViewManifest['kind'] | 'unknown') {
  const found = { view: { name: 'keys.issue', kind: viewKind, title: 'Issue a key', scopes: [] } }
  const host = {
    kind: hostKind,
    place,
    registry: {
      find: () =>
        viewKind === 'unknown'
          ? Promise.reject(new Error('offline'))
          : Promise.resolve(found as unknown as FoundView),
    },
    state: () => ({ locale: 'en', appearance: { theme: 'light', density: 'cosy' } }),
  } as unknown as Host
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const outcome = openView(host, root, 'keys.issue', { appId: 'a1' })
  return { outcome, dialog: () => root.querySelector('dialog') }
}

const settled = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  for (const mock of [showInFrame, place, removed]) mock.mockClear()
})

test('EM-4: in a partner’s page a view that shows secrets stands in our frame', async () => {
  open('embed', 'secure')
  await settled()
  expect(showInFrame).toHaveBeenCalledTimes(1)
  expect(place).not.toHaveBeenCalled()
})

test('EM-4: so does a view that nothing could be learnt of', async () => {
  open('embed', 'unknown')
  await settled()
  expect(showInFrame).toHaveBeenCalledTimes(1)
  expect(place).not.toHaveBeenCalled()
})

test('any other view, and every view of the shell, stands in the dialog itself', async () => {
  open('embed', 'page')
  open('shell', 'secure')
  await settled()
  expect(place).toHaveBeenCalledTimes(2)
  expect(showInFrame).not.toHaveBeenCalled()
})

test('the dialog has the title of the view, and ends with what the view says', async () => {
  const { outcome, dialog } = open('shell', 'secure')
  await settled()
  expect(dialog()?.ariaLabel).toBe('Issue a key')
  expect(asked).toMatchObject({ view: 'keys.issue', params: { appId: 'a1' } })
  asked?.finish?.({ done: true })
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: true })
  expect(removed).toHaveBeenCalledTimes(1)
})

test('a dialog that is closed by hand has done nothing', async () => {
  const { outcome, dialog } = open('shell', 'page')
  await settled()
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: false })
})
