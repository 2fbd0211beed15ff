import type { ViewManifest } from '@sonaqor/contract/manifest'
import type { AppRef, ModuleHost, View } from '@sonaqor/module'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Grant } from '../session/session.ts'

const loadView = jest.fn<(module: unknown, name: string) => Promise<View>>()
jest.unstable_mockModule('../releases/load-view.ts', () => ({ loadView }))
const { createHost } = await import('../host/host.ts')

const own: AppRef = { id: 'a1', environment: 'sandbox' }
const live: AppRef = { id: 'a2', environment: 'production' }

const grantOf = (change: Partial<Grant>): Grant => ({
  token: 't1',
  expiresIn: 300,
  principal: {
    kind: 'member',
    id: 'm1',
    name: 'Dana',
    tenant: { id: 't1', name: 'Northwind' },
    scopes: ['keys:read'],
  },
  app: undefined,
  environment: 'sandbox',
  views: undefined,
  embedId: undefined,
  ...change,
})

const viewOf = (name: string): ViewManifest => ({
  name,
  kind: name === 'keys.issue' ? 'secure' : 'page',
  title: name,
  scopes: [],
})

const foundOf = (name: string) => ({
  module: {
    baseUrl: `/${name}/`,
    manifest: {
      name,
      version: '1.0.0',
      title: name,
      contract: '',
      entry: '',
      views: [viewOf(name)],
      nav: [],
      files: [],
    },
  },
  view: viewOf(name),
})

/** What each view was told of its host, by its name. */
let told: Map<string, ModuleHost>
const unmounted: string[] = []

beforeEach(() => {
  document.body.replaceChildren()
  told = new Map()
  unmounted.length = 0
  loadView.mockReset().mockImplementation((_, name) =>
    Promise.resolve({
      mount: (element, __, host) => {
        told.set(name, host)
        element.textContent = `${name} of ${host.app?.id} in ${host.environment}`
        return Promise.resolve({
          update: ({ host: next }) => next && told.set(name, next),
          unmount: () => unmounted.push(name),
        })
      },
    } satisfies View),
  )
})

/** Shows a view that shows another one within itself. */
async function show(kind: 'shell' | 'embed', change: Partial<Grant> = {}) {
  const grant = grantOf(change)
  const host = createHost({
    kind,
    origin: 'https://sonaqor.example',
    grant,
    renew: () => Promise.resolve(grant),
    appearance: { theme: 'light', density: 'cosy' },
    locale: 'en',
    project: { id: 'p1', name: 'Trading desk' },
    registry: {
      find: (name) => Promise.resolve(foundOf(name)),
      modules: () => Promise.resolve([]),
      refresh: () => Promise.resolve([]),
      watch: () => () => undefined,
    },
  })
  const around = document.body.appendChild(document.createElement('div'))
  const navigate = jest.fn()
  const placement = host.place(around, { view: 'home.app', navigate })
  await waitFor(() => expect(told.has('home.app')).toBe(true))
  const ground = document.body.appendChild(document.createElement('div'))
  const text = () => ground.shadowRoot?.textContent ?? ''
  return { host, placement, ground, text, navigate, outer: told.get('home.app')! }
}

const seen = (read: () => string, words: string) => waitFor(() => expect(read()).toContain(words))

test('PA-4: a view within another one is narrowed to its app, whose environment it follows', async () => {
  const { outer, ground, text, navigate, host } = await show('shell')
  expect(outer).toMatchObject({ isInner: false, app: undefined, environment: 'sandbox' })
  outer.place?.(ground, { view: 'keys.list', app: live })
  await seen(text, 'keys.list of a2 in production')
  const inner = told.get('keys.list')!
  expect(inner).toMatchObject({ isInner: true, app: live, project: undefined })
  inner.navigate('logs.list', { keyId: 'k1' })
  expect(navigate).toHaveBeenCalledWith('logs.list', { keyId: 'k1' })

  host.update({ environment: 'production', locale: 'de' })
  await waitFor(() => expect(told.get('keys.list')?.locale).toBe('de'))
  host.update({ environment: 'sandbox' })
  await waitFor(() => expect(told.get('home.app')?.environment).toBe('sandbox'))
  expect(told.get('keys.list')?.environment).toBe('production')
})

test('PA-4: what a view within another one opens is narrowed to the same app', async () => {
  const { outer, ground, text } = await show('shell')
  outer.place?.(ground, { view: 'keys.list', app: live })
  await seen(text, 'keys.list')
  void told.get('keys.list')!.open('keys.issue', { appId: 'a1' })
  await waitFor(() => expect(told.get('keys.issue')?.app).toEqual(live))
  expect(told.get('keys.issue')?.environment).toBe('production')
})

test('PA-4: a view within another one leads where the one around it says, and keeps its state there', async () => {
  const { outer, ground, text, navigate } = await show('shell')
  const lead = jest.fn()
  const viewState = { read: () => ({}), write: jest.fn(), subscribe: () => () => undefined }
  outer.place?.(ground, { view: 'keys.list', app: live, navigate: lead, viewState })
  await seen(text, 'keys.list')
  told.get('keys.list')!.navigate('logs.list')
  told.get('keys.list')!.viewState.write({ state: 'revoked' })
  expect(lead.mock.calls[0]?.[0]).toBe('logs.list')
  expect(viewState.write).toHaveBeenCalledWith({ state: 'revoked' })
  expect(navigate).not.toHaveBeenCalled()
})

test('EM-7: a view that fails within another one ends in a retry of its own there', async () => {
  const { outer, ground, text } = await show('shell')
  loadView.mockRejectedValueOnce(new Error('503'))
  outer.place?.(ground, { view: 'keys.list', app: live })
  await seen(text, 'not available')
  expect(ground.shadowRoot?.querySelector('h2')).toBeTruthy()
  expect(unmounted).toEqual([])
  ground.shadowRoot?.querySelector('button')?.click()
  await seen(text, 'keys.list of a2')
})

test('EM-7: a view within another one ends by itself, or with the one around it', async () => {
  const { outer, ground, text, placement } = await show('shell')
  const remove = outer.place?.(ground, { view: 'keys.list', app: live })
  await seen(text, 'keys.list')
  remove?.()
  await waitFor(() => expect(unmounted).toEqual(['keys.list']))

  const next = document.body.appendChild(document.createElement('div'))
  outer.place?.(next, { view: 'logs.list', app: live })
  await waitFor(() => expect(next.shadowRoot?.textContent).toContain('logs.list'))
  placement.remove()
  await waitFor(() => expect(unmounted.toSorted()).toEqual(['home.app', 'keys.list', 'logs.list']))
})

const embed: Partial<Grant> = { app: own, views: ['home.app', 'keys.list'], embedId: 'e1' }

test('EM-2: in a partner’s page a view shows within itself what the session lists, and nothing else', async () => {
  const { outer, ground, text } = await show('embed', embed)
  expect(outer.views).toEqual(['home.app', 'keys.list'])
  outer.place?.(ground, { view: 'keys.list' })
  await seen(text, 'keys.list of a1 in sandbox')

  const other = document.body.appendChild(document.createElement('div'))
  outer.place?.(other, { view: 'logs.list' })
  await waitFor(() => expect(other.shadowRoot?.textContent).toContain('does not include'))
  expect(other.shadowRoot?.querySelector('h3')).toBeTruthy()
})

test('EM-2: in a partner’s page no view shows another app within itself than the session’s', async () => {
  const { outer, ground, text } = await show('embed', embed)
  outer.place?.(ground, { view: 'keys.list', app: live })
  await seen(text, 'another app')
  expect(told.has('keys.list')).toBe(false)
})

test('EM-4: what shows secrets stands within no other view', async () => {
  const { outer, ground, text } = await show('embed', {
    ...embed,
    views: ['home.app', 'keys.issue'],
  })
  outer.place?.(ground, { view: 'keys.issue' })
  await seen(text, 'does not include')
  expect(told.has('keys.issue')).toBe(false)
})
