import type { Scope } from '@sonaqor/contract/access'
import type { RegisteredModule } from '@sonaqor/contract/releases'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Host, PlaceRequest } from '../host/host.ts'
import { createRouter } from './router.ts'
import type { Routes } from './routes.ts'

const { registerModules } = await import('./routes.ts')

const moduleOf = (name: string, order: number, scope: Scope): RegisteredModule => ({
  baseUrl: `/modules/${name}/1.0.0/`,
  manifest: {
    name,
    version: '1.0.0',
    title: name,
    contract: '^0.1.0',
    entry: 'remote.js',
    views: [{ name: `${name}.list`, kind: 'page', title: name, scopes: [scope] }],
    nav: [{ group: 'build', order, title: name, view: `${name}.list`, path: `/${name}` }],
    files: [],
    translations: { de: { nav: { [`${name}.list`]: `${name} auf Deutsch` } } },
  },
})

let published: readonly RegisteredModule[] = []
let refuse: (() => Promise<never>) | undefined
let change: () => void
let locale = 'en'
let speak: (language: string) => void
const router = createRouter()
const removed = jest.fn()
const placed = new Map<string, PlaceRequest>()

function fakeHost(scopes: readonly Scope[]): Host {
  return {
    state: () => ({
      principal: { scopes },
      locale,
      appearance: { theme: 'light', density: 'cosy' },
    }),
    registry: {
      modules: () => refuse?.() ?? Promise.resolve(published),
      watch: (listener: () => void) => {
        change = listener
        return () => undefined
      },
    },
    refresh: () => Promise.resolve(),
    onChange: (listener: () => void) => {
      speak = (language) => {
        locale = language
        listener()
      }
      return () => undefined
    },
    place(element: HTMLElement, request: PlaceRequest) {
      element.textContent = `view ${request.view}`
      placed.set(request.view, request)
      return { remove: removed }
    },
  } as unknown as Host
}

let main: HTMLElement
let routes: Routes

async function open(path: string, scopes: readonly Scope[] = ['keys:read', 'logs:read']) {
  router.go(path)
  routes = await registerModules(fakeHost(scopes), router, main)
}

const shows = (text: string) =>
  waitFor(() => {
    const seen = [...main.children].map(
      (child) => child.shadowRoot?.textContent ?? child.textContent,
    )
    expect(seen.join()).toContain(text)
  })

beforeEach(() => {
  published = [moduleOf('logs', 30, 'logs:read'), moduleOf('keys', 20, 'keys:read')]
  refuse = undefined
  main = document.body.appendChild(document.createElement('main'))
})
afterEach(async () => {
  await routes.end()
  main.remove()
})

test('a page is shown at its path, and another one in its place when the path changes', async () => {
  await open('/keys')
  await shows('view keys.list')
  expect(routes.current()?.title).toBe('keys')
  router.go('/logs')
  await shows('view logs.list')
  await waitFor(() => expect(main.children).toHaveLength(1))
})

test('XC-1: a link stays in the page while there are pages, and loads anew before and after', async () => {
  const link = document.body.appendChild(document.createElement('a'))
  link.href = '/logs'
  const staysInPage = () => {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true })
    // Nothing is loaded in a test.
    window.addEventListener('click', (event) => event.preventDefault(), { once: true })
    let isFollowed = false
    document.addEventListener('click', (event) => (isFollowed = event.defaultPrevented), {
      once: true,
    })
    link.dispatchEvent(click)
    return isFollowed
  }
  expect(staysInPage()).toBe(false)
  await open('/keys')
  expect(staysInPage()).toBe(true)
  await shows('view logs.list')
  await routes.end()
  expect(staysInPage()).toBe(false)
  link.remove()
  await open('/keys')
})

test('XC-2: the items are those that the scopes allow, in their order', async () => {
  await open('/keys')
  expect(routes.nav().map(({ path }) => path)).toEqual(['/keys', '/logs'])
  await routes.end()
  await open('/keys', ['logs:read'])
  expect(routes.nav().map(({ path }) => path)).toEqual(['/logs'])
})

test('PA-4: a page under another one has its path below it, and no line of its own', async () => {
  const { manifest, baseUrl } = moduleOf('keys', 20, 'keys:read')
  const [view] = manifest.views
  const [nav] = manifest.nav
  const below = { ...nav!, view: 'keys.one', path: '/keys/one', under: 'keys.list' }
  const views = [{ ...view!, name: 'keys.one' }, ...manifest.views]
  published = [{ baseUrl, manifest: { ...manifest, views, nav: [...manifest.nav, below] } }]
  await open('/keys/one')
  await shows('view keys.one')
  expect(main.children).toHaveLength(1)
  expect(routes.current()).toMatchObject({ view: 'keys.one', under: 'keys.list' })
  expect(routes.nav().map(({ path }) => path)).toEqual(['/keys'])
  placed.get('keys.one')!.navigate?.('keys.list')
  await shows('view keys.list')
})

test('EM-3: titles are those of the reader’s language, and English where a module names none', async () => {
  const { translations: _, ...englishOnly } = moduleOf('logs', 30, 'logs:read').manifest
  published = [moduleOf('keys', 20, 'keys:read'), { baseUrl: '/', manifest: englishOnly }]
  await open('/keys')
  const told = jest.fn()
  routes.subscribe(told)
  speak('de-AT')
  expect(told).toHaveBeenCalled()
  expect(routes.current()?.title).toBe('keys auf Deutsch')
  expect(routes.nav().map(({ title }) => title)).toEqual(['keys auf Deutsch', 'logs'])
  speak('en')
  expect(routes.current()?.title).toBe('keys')
})

test('what a view keeps stands in the address, and a way to another view leads to its path', async () => {
  await open('/keys')
  await shows('view keys.list')
  const { viewState, navigate } = placed.get('keys.list')!
  viewState?.write({ state: 'revoked' })
  expect(location.search).toBe('?state=revoked')
  expect(viewState?.read()).toEqual({ state: 'revoked' })
  navigate?.('logs.list', { keyId: 'k1' })
  await shows('view logs.list')
  expect(location.pathname + location.search).toBe('/logs?keyId=k1')
})

test('EM-7: where a module is missing, the shell stays up with a retry that brings it back', async () => {
  published = []
  await open('/keys')
  expect(routes.current()).toBeUndefined()
  expect(routes.failure()).toBeUndefined()
  published = [moduleOf('keys', 20, 'keys:read')]
  await routes.refresh()
  await shows('view keys.list')
})

test('EM-7: where the registry gives no answer, that is told apart from an address with nothing at it', async () => {
  const overloaded = new Error('overloaded')
  refuse = () => Promise.reject(overloaded)
  await open('/keys')
  expect(routes.failure()).toBe(overloaded)
  await routes.refresh()
  expect(routes.failure()).toBe(overloaded)
  refuse = undefined
  await routes.refresh()
  expect(routes.failure()).toBeUndefined()
  await shows('view keys.list')
  refuse = () => Promise.reject(overloaded)
  await routes.refresh()
  expect(routes.failure()).toBeUndefined()
  await shows('view keys.list')
})

test('EM-6: a module that is published meanwhile appears without a reload, in its place too', async () => {
  published = [moduleOf('logs', 30, 'logs:read')]
  await open('/keys')
  expect(routes.current()).toBeUndefined()
  published = [...published, moduleOf('keys', 20, 'keys:read')]
  change()
  await shows('view keys.list')
  expect(routes.nav().map(({ path }) => path)).toEqual(['/keys', '/logs'])
})

test('a link inside a view stays in the page; one with a modifier leaves it', async () => {
  await open('/keys')
  await shows('view keys.list')
  const link = document.createElement('a')
  link.href = '/logs'
  const view = document.body.appendChild(document.createElement('div'))
  view.attachShadow({ mode: 'open' }).append(link)
  const press = (init: MouseEventInit) => {
    const event = new MouseEvent('click', {
      bubbles: true,
      composed: true,
      cancelable: true,
      ...init,
    })
    link.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(press({ ctrlKey: true })).toBe(false)
  expect(press({})).toBe(true)
  await shows('view logs.list')
  view.remove()
})

test('EM-9: a view knows the address at which it is found again as it is seen', async () => {
  await open('/keys')
  await waitFor(() => expect(placed.has('keys.list')).toBe(true))
  const link = placed.get('keys.list')?.permalink?.('keys.list', { key: 'k1', search: 'a b' })
  expect(link).toBe(`${location.origin}/keys?key=k1&search=a+b`)
})

test('LG-5: the way back undoes a step, and nothing that took the place of what stood in the address', async () => {
  await open('/logs')
  const { viewState } = router
  const before = history.length
  viewState.write({ q: 'a' })
  expect(history.length).toBe(before)
  viewState.write({ q: 'a', range: '1h' }, 'step')
  viewState.write({ q: 'a', range: '1h' }, 'step')
  viewState.write({ q: 'ab', range: '1h' })
  expect(history.length).toBe(before + 1)
  history.back()
  await waitFor(() => expect(viewState.read()).toEqual({ q: 'a' }))
})

test('LG-5 KY-6: what was opened by a step is closed by the way back, and leaves none to be taken twice', async () => {
  await open('/logs')
  const { viewState } = router
  viewState.write({ q: 'a' })
  viewState.write({ q: 'a', entry: '1' }, 'step')
  viewState.write({ q: 'a', entry: '2' })
  const during = history.length
  viewState.write({ q: 'a' }, 'back')
  await waitFor(() => expect(viewState.read()).toEqual({ q: 'a' }))
  history.forward()
  await waitFor(() => expect(viewState.read()).toEqual({ q: 'a', entry: '2' }))
  // Something else was chosen meanwhile: there is no such place to go back to.
  viewState.write({ q: 'b', entry: '2' })
  viewState.write({ q: 'b' }, 'back')
  expect(viewState.read()).toEqual({ q: 'b' })
  expect(history.length).toBe(during)
})
