import type { ViewManifest } from '@sonaqor/contract/manifest'
import { loadTexts } from '@sonaqor/module/texts'
import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Host, PlaceRequest } from '../host/host.ts'
import type { FoundView } from '../releases/registry.ts'

/** A browser that says where it is about to go. */
const navigation = new EventTarget()
Object.assign(window, { navigation })
const showInFrame = jest.fn(() => ({ remove: () => undefined }))
jest.unstable_mockModule('../frame/outside/show-in-frame.ts', () => ({ showInFrame }))
const { openView } = await import('./open-view.ts')
const { languages } = await import('../texts/index.ts')

const place = jest.fn((_: HTMLElement, request: PlaceRequest) => {
  asked = request
  return { remove: removed }
})
const removed = jest.fn()
let asked: PlaceRequest | undefined

/** Opens a view of this kind; an unknown one is in no registry that can be reached. */
function open(hostKind: Host['kind'], viewKind: ViewManifest['kind'] | 'unknown') {
  const translations = { de: { views: { 'keys.issue': 'Schlüssel ausstellen' } } }
  const found = {
    module: { manifest: { translations } },
    view: { name: 'keys.issue', kind: viewKind, title: 'Issue a key', scopes: [] },
  }
  let locale = 'en'
  let tell: (() => void) | undefined
  const host = {
    kind: hostKind,
    place,
    registry: {
      find: () =>
        viewKind === 'unknown'
          ? Promise.reject(new Error('offline'))
          : Promise.resolve(found as unknown as FoundView),
    },
    onChange: (listener: () => void) => {
      tell = listener
      return () => undefined
    },
    state: () => ({ locale, appearance: { theme: 'light', density: 'cosy' } }),
  } as unknown as Host
  const gone = new AbortController()
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const outcome = openView(host, root, { view: 'keys.issue', params: { appId: 'a1' } }, gone.signal)
  const speak = (language: string) => {
    locale = language
    tell?.()
  }
  return { outcome, gone, speak, dialog: () => root.querySelector('dialog') }
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

test('EM-3: a dialog that stands open follows the language of the page', async () => {
  await loadTexts('de', languages)
  const { speak, dialog } = open('shell', 'secure')
  await settled()
  speak('de')
  expect(dialog()?.querySelector('h2')?.textContent).toBe('Schlüssel ausstellen')
  expect(dialog()?.ariaLabel).toBe('Schlüssel ausstellen')
  expect(dialog()?.querySelector('.cross button')?.ariaLabel).toBe('Schließen')
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

test('a dialog is closed by a cross that says so, as every dialog of the house', async () => {
  const { dialog } = open('shell', 'page')
  await settled()
  const cross = dialog()?.querySelector<HTMLButtonElement>('.cross button')
  expect(cross?.firstElementChild?.localName).toBe('svg')
  expect(cross?.ariaLabel).toBe('Close')
  dialog()?.dispatchEvent(new Event('close'))
})

test('a dialog that is closed by hand has done nothing', async () => {
  const { outcome, dialog } = open('shell', 'page')
  await settled()
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: false })
})

const hold = { question: 'Shown this once. Stored?', leave: 'It is stored' }
/** Whether the page would ask before it is left. */
function unload() {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

/** Whether the page would stay where it is. */
function go(navigationType: NavigationType, cancelable = true) {
  const event = Object.assign(new Event('navigate', { cancelable }), { navigationType })
  navigation.dispatchEvent(event)
  return event.defaultPrevented
}

const wish = () => new Event('cancel', { cancelable: true })

/** The ways to close a dialog: the button of it, Escape, and the browser at a second Escape. */
const ways: readonly [string, (dialog: HTMLDialogElement) => void][] = [
  ['the button', (dialog) => dialog.querySelector<HTMLElement>('.cross button')!.click()],
  ['Escape', (dialog) => dialog.dispatchEvent(wish())],
  [
    'the browser',
    (dialog) => {
      dialog.close()
      dialog.dispatchEvent(new Event('close'))
    },
  ],
]

test.each(ways)('KY-1: a view that holds something is not closed by %s', async (_, close) => {
  const { outcome, dialog } = open('shell', 'secure')
  await settled()
  const settle = jest.fn()
  void outcome.then(settle)
  asked?.hold?.(hold)
  close(dialog()!)
  await settled()
  expect(settle).not.toHaveBeenCalled()
  expect(dialog()?.open).toBe(true)
  const question = dialog()!.querySelector<HTMLElement>('[role=alert]')!
  expect(question.textContent).toContain(hold.question)

  const [stay, leave] = question.querySelectorAll('button')
  stay!.click()
  expect(question.hidden).toBe(true)
  close(dialog()!)
  expect(question.hidden).toBe(false)
  leave!.click()
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: true })
})

test('XC-12: who is being asked stays so when the question comes in another language', async () => {
  const { dialog } = open('shell', 'secure')
  await settled()
  asked?.hold?.(hold)
  dialog()!.dispatchEvent(wish())
  const question = dialog()!.querySelector<HTMLElement>('[role=alert]')!
  const focused = () => (question.getRootNode() as ShadowRoot).activeElement
  const before = focused()
  asked?.hold?.({ question: 'Gespeichert?', leave: 'Ist gespeichert' })
  expect(question.hidden).toBe(false)
  expect(question.textContent).toContain('Gespeichert?')
  expect(question.textContent).toContain('Ist gespeichert')
  expect(focused()).toBe(before)
  asked?.hold?.(undefined)
  expect(question.hidden).toBe(true)
  dialog()?.dispatchEvent(new Event('close'))
})

test('what is held no longer lets itself be closed, and while it is the page asks too', async () => {
  const { outcome, dialog } = open('shell', 'secure')
  await settled()
  asked?.hold?.(hold)
  expect(unload()).toBe(true)
  asked?.hold?.(undefined)
  expect(unload()).toBe(false)
  dialog()?.dispatchEvent(wish())
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: false })
})

test('KY-1: the way back within the page is asked about first, where the browser lets it', async () => {
  const { outcome, dialog } = open('shell', 'secure')
  await settled()
  expect(go('traverse')).toBe(false)
  asked?.hold?.(hold)
  expect(go('push')).toBe(false)
  expect(go('traverse', false)).toBe(false)
  const question = dialog()!.querySelector<HTMLElement>('[role=alert]')!
  expect(question.hidden).toBe(true)
  expect(go('traverse')).toBe(true)
  expect(question.hidden).toBe(false)
  question.querySelectorAll('button')[1]!.click()
  expect(go('traverse')).toBe(false)
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: true })
})

test('the dialog goes with the view that asked for it, whatever it holds', async () => {
  const { outcome, dialog, gone } = open('shell', 'secure')
  await settled()
  asked?.hold?.(hold)
  gone.abort()
  expect(dialog()?.open).toBe(false)
  dialog()?.dispatchEvent(new Event('close'))
  expect(await outcome).toEqual({ done: false })
  expect(removed).toHaveBeenCalledTimes(1)
  expect(unload()).toBe(false)
})
