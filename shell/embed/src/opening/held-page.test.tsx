/** PA-2: what was written and not saved is asked about before the page is left, whichever way is taken. */
import { beforeEach, expect, jest, test } from '@jest/globals'
import type { HostState } from '../host/host-state.ts'
import { holdPage } from './held-page.ts'

/** A browser that says where it is about to go. */
const navigation = Object.assign(new EventTarget(), { traverseTo: jest.fn() })
Object.assign(window, { navigation })
const goTo = jest.spyOn(history, 'pushState').mockReturnValue()

const held = { question: 'Discard what you have entered?', leave: 'Discard' }
const url = 'https://sonaqor.example/logs'

function page() {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const appearance = { theme: 'light', density: 'cosy' }
  const hold = holdPage({ state: () => ({ locale: 'en', appearance }) as HostState }, root)
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  const press = (name: string) => {
    button(name)?.click()
    // The dialog of this stand-in for a browser says nothing when it is closed.
    root.querySelector('dialog')?.dispatchEvent(new Event('close'))
  }
  return { root, hold, press, asked: () => root.querySelector('h2')?.textContent }
}

/** Whether the page would stay where it is. */
function go(navigationType: NavigationType, sameDocument = true) {
  const event = Object.assign(new Event('navigate', { cancelable: true }), {
    navigationType,
    destination: { url, key: 'k1', sameDocument },
  })
  navigation.dispatchEvent(event)
  return event.defaultPrevented
}

function unload() {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

beforeEach(() => {
  goTo.mockClear()
  navigation.traverseTo.mockClear()
})

test('PA-2: while nothing is held every way is open', () => {
  const { hold } = page()
  expect([go('push'), go('traverse'), unload()]).toEqual([false, false, false])
  hold(held)
  hold(undefined)
  expect([go('push'), go('traverse'), unload()]).toEqual([false, false, false])
})

test('PA-2: a link to another page asks first, and leads there once that is meant', () => {
  const { hold, press, asked, root } = page()
  hold(held)
  expect(unload()).toBe(true)
  expect(go('push')).toBe(true)
  expect(asked()).toBe(held.question)
  expect(root.activeElement?.textContent).toBe('Stay on this page')
  press('Stay on this page')
  expect(asked()).toBeUndefined()
  expect(goTo).not.toHaveBeenCalled()
  expect(go('push')).toBe(true)
  press('Discard')
  expect(goTo).toHaveBeenCalledWith(null, '', url)
  expect([go('push'), unload()]).toEqual([false, false])
})

test('PA-2: so does the way back', () => {
  const { hold, press } = page()
  hold(held)
  expect(go('traverse')).toBe(true)
  press('Discard')
  expect(navigation.traverseTo).toHaveBeenCalledWith('k1')
})

test('PA-2: a tab or a filter leaves nothing, and what leaves the shell is asked about by the browser', () => {
  const { hold, asked } = page()
  hold(held)
  expect([go('replace'), go('push', false)]).toEqual([false, false])
  expect(asked()).toBeUndefined()
  hold(undefined)
})
