import type { ModuleHost, View } from '@sonaqor/module'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Registry } from '../releases/registry.ts'
import type { EmbedError } from '../sdk.ts'
import type { Grant } from '../session/session.ts'

const loadView = jest.fn<(module: unknown, name: string) => Promise<View>>()
jest.unstable_mockModule('../releases/load-view.ts', () => ({ loadView }))
const { createHost } = await import('../host/host.ts')

const grant: Grant = {
  token: 't1',
  expiresIn: 300,
  principal: {
    kind: 'embed',
    id: 's1',
    name: 'Portal',
    tenant: { id: 't1', name: 'Northwind' },
    scopes: ['keys:read'],
  },
  app: { id: 'a1', environment: 'sandbox' },
  environment: 'sandbox',
  views: ['keys.list'],
  embedId: 'e1',
}
const view = { name: 'keys.list', kind: 'page', title: 'Keys', scopes: [] } as const
const found = (version: string) => ({
  module: {
    baseUrl: '/',
    manifest: {
      name: 'keys',
      version,
      title: 'Keys',
      contract: '',
      entry: '',
      views: [{ ...view, scopes: [] }],
      nav: [],
      files: [],
    },
  },
  view: { ...view, scopes: [] },
})

/** A view without React: it writes what it is told, and can be told to break. */
function textView() {
  const told: ModuleHost[] = []
  const now: ModuleHost[] = []
  const mount: View['mount'] = (element, _, host) => {
    told.push(host)
    element.textContent = `drawn in ${host.appearance.theme}`
    return Promise.resolve({
      update: ({ host: next }) => {
        if (next) now.push(next)
        element.textContent = `drawn in ${next?.appearance.theme}`
      },
      unmount: () => {
        element.textContent = ''
      },
    })
  }
  return { mount, told, now }
}

let version = '1.0.0'
let change: () => void
const find = jest.fn<Registry['find']>(() => Promise.resolve(found(version)))

function show(
  request: Partial<Parameters<ReturnType<typeof createHost>['place']>[1]> = {},
  options: Partial<Parameters<typeof createHost>[0]> = {},
) {
  const host = createHost({
    kind: 'embed',
    origin: 'https://sonaqor.example',
    grant,
    renew: () => Promise.resolve(grant),
    appearance: { theme: 'light', density: 'cosy' },
    locale: 'en',
    ...options,
    registry: {
      find,
      modules: () => Promise.resolve([]),
      refresh: () => Promise.resolve([]),
      watch: (listener) => {
        change = listener
        return () => undefined
      },
    },
  })
  const element = document.body.appendChild(document.createElement('div'))
  const placement = host.place(element, { view: 'keys.list', ...request })
  return { host, placement, text: () => element.shadowRoot?.textContent ?? '', element }
}

const seen = (read: () => string, text: string) => waitFor(() => expect(read()).toContain(text))
const retry = (element: HTMLElement) => element.shadowRoot?.querySelector('button')?.click()

beforeEach(() => {
  document.body.replaceChildren()
  version = '1.0.0'
  loadView.mockReset()
})

test('a view is drawn into a shadow root of its own, and the page is told', async () => {
  loadView.mockResolvedValue(textView())
  const onReady = jest.fn()
  const { text } = show({ onReady })
  expect(text()).toBe('Loading')
  await seen(text, 'drawn in light')
  expect(onReady).toHaveBeenCalledTimes(1)
})

test('EM-7: a module that cannot be loaded shows a retry, which shows it once it is back', async () => {
  loadView.mockRejectedValueOnce(new Error('503')).mockResolvedValue(textView())
  const onFailed = jest.fn()
  const { element, text } = show({ onFailed })
  await seen(text, 'not available')
  expect(onFailed).toHaveBeenCalledTimes(1)
  retry(element)
  await seen(text, 'drawn in light')
})

test('EM-3: what stands for a view that failed is a heading, why, and what to do, in the reader’s language', async () => {
  loadView.mockRejectedValue(new Error('503'))
  const onFailed = jest.fn()
  const { host, element, text } = show({ onFailed })
  await seen(text, 'Keys cannot be shown')
  const heading = () => element.shadowRoot?.querySelector('h2')
  expect(heading()?.closest('[role=alert]')?.textContent).toContain('Check the connection')

  host.update({ locale: 'de-AT' })
  await seen(text, '„Keys“ kann nicht angezeigt werden')
  expect(text()).toContain('Dieser Bereich ist zurzeit nicht verfügbar. Prüfen Sie')
  expect(element.shadowRoot?.querySelector<HTMLElement>('.notice')?.lang).toBe('de-AT')
  expect(onFailed).toHaveBeenCalledTimes(1)

  host.update({ locale: 'fr' })
  await seen(text, 'Keys cannot be shown')
  expect(element.shadowRoot?.querySelector<HTMLElement>('.notice')?.lang).toBe('en')
})

test('a language that changes takes the focus from nobody, and the same words are not said again', async () => {
  loadView.mockRejectedValue(new Error('503'))
  const { host, element, text } = show()
  await seen(text, 'not available')
  const button = () => element.shadowRoot?.querySelector('button')
  const before = button()
  before?.focus()
  host.update({ appearance: { theme: 'dark', density: 'cosy' } })
  expect(button()).toBe(before)
  host.update({ locale: 'de' })
  await seen(text, 'nicht verfügbar')
  expect(element.shadowRoot?.activeElement?.textContent).toBe('Erneut versuchen')
})

test('EM-7: what failed names its release and the request that was refused, for support', async () => {
  const refused = Object.assign(new Error('403'), { problem: { instance: 'r-42' } })
  loadView.mockRejectedValue(new Error('not opened', { cause: refused }))
  const { host, text } = show()
  await seen(text, 'For support: keys@1.0.0 · r-42')
  host.update({ locale: 'de' })
  await seen(text, 'Für den Support: keys@1.0.0 · r-42')
})

test('EM-9: a failed view comes back by itself when the network does', async () => {
  loadView.mockRejectedValueOnce(new Error('offline')).mockResolvedValue(textView())
  const { text } = show()
  await seen(text, 'not available')
  window.dispatchEvent(new Event('online'))
  await seen(text, 'drawn in light')
})

test('EM-7: a view that breaks while it is drawn is taken away, and can be shown again', async () => {
  const broken = textView()
  loadView.mockResolvedValue(broken)
  const { element, text } = show()
  await seen(text, 'drawn')
  broken.told[0]?.failed(new Error('oops'))
  expect(text()).toContain('Something went wrong')
  retry(element)
  await seen(text, 'drawn in light')
})

test('EM-3: a change of the look reaches the view that stands there', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const { host, text } = show()
  await seen(text, 'drawn in light')
  host.update({ appearance: { theme: 'dark', density: 'cosy' } })
  await seen(text, 'drawn in dark')
  expect(shown.told).toHaveLength(1)
})

test('XC-1: a view knows the way to where a second factor is set up, where the page around it has one', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const setUpFactor = jest.fn()
  for (const options of [{ setUpFactor }, {}]) await seen(show({}, options).text, 'drawn')
  expect(shown.told.map((host) => host.setUpFactor)).toEqual([setUpFactor, undefined])
})

test('XC-12: a view hears which project is looked at alone, and when all of them are again', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const { host, text } = show()
  await seen(text, 'drawn')
  host.update({ project: { id: 'p1', name: 'Trading desk' } })
  await waitFor(() => expect(shown.now.at(-1)?.project?.name).toBe('Trading desk'))
  host.update({ project: { id: 'p2', name: 'Loyalty' } })
  host.update({ project: undefined })
  await waitFor(() => expect(shown.now.at(-1)?.project).toBeUndefined())
})

test('XC-12: what changes while a view is on its way reaches it once it stands there', async () => {
  const shown = textView()
  const mount: View['mount'] = async (...given) => {
    host.update({ project: { id: 'p1', name: 'Trading desk' } })
    return shown.mount(...given)
  }
  loadView.mockResolvedValue({ mount })
  const { host } = show()
  await waitFor(() => expect(shown.now.at(-1)?.project?.name).toBe('Trading desk'))
})

test('EM-6: a newer release is shown when it is asked for, and a view that is current stays', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const { placement, text } = show()
  await seen(text, 'drawn')
  await placement.renew()
  expect(shown.told).toHaveLength(1)
  version = '1.1.0'
  await placement.renew()
  await waitFor(() => expect(shown.told).toHaveLength(2))
})

test('EM-9: an open view is left alone when its release is not current any more, and says so', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const { text, element } = show()
  await seen(text, 'drawn')
  version = '1.1.0'
  change()
  await seen(text, 'Another version of this part is current now')
  expect(text()).toContain('drawn in light')
  expect(shown.told).toHaveLength(1)
  retry(element)
  await waitFor(() => expect(shown.told).toHaveLength(2))
  await waitFor(() => expect(text()).not.toContain('Another version'))
})

test('EM-9: what the view opens above itself takes no news of its release away', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const { text, element } = show()
  await seen(text, 'drawn')
  version = '1.1.0'
  change()
  await seen(text, 'Another version')
  find.mockRejectedValueOnce(new Error('The dialog itself says so.'))
  void shown.told[0]?.open('keys.issue')
  await waitFor(() => expect(element.shadowRoot?.querySelector('dialog')).toBeTruthy())
  expect(text()).toContain('Another version')
})

test('EM-7: a release that was taken back without another one stays where it is open', async () => {
  const shown = textView()
  loadView.mockResolvedValue(shown)
  const { text } = show()
  await seen(text, 'drawn')
  find.mockRejectedValueOnce(new Error('There is none.'))
  change()
  await seen(text, 'taken back')
  expect(text()).toContain('drawn in light')
  change()
  await waitFor(() => expect(text()).not.toContain('taken back'))
})

test('a view that was opened for one act is not disturbed in it', async () => {
  loadView.mockResolvedValue(textView())
  const { text } = show({ finish: () => undefined })
  await seen(text, 'drawn')
  version = '1.1.0'
  change()
  await new Promise((done) => setTimeout(done))
  expect(text()).toBe('drawn in light')
})

test('a page that expects another app is told so, and nothing is loaded', async () => {
  const { text } = show({ expects: { app: 'another', environment: undefined } })
  await seen(text, 'another app')
  expect(loadView).not.toHaveBeenCalled()
})

test('a sandbox session is not shown where the page expects production', async () => {
  const { text } = show({ expects: { app: undefined, environment: 'production' } })
  await seen(text, 'another app')
})

test('EM-2: a view that the session does not name is not shown', async () => {
  find.mockResolvedValueOnce({
    ...found(version),
    view: { ...view, name: 'keys.issue', scopes: [] },
  })
  const { text } = show()
  await seen(text, 'does not include')
})

test('a view that arrives after its element has gone is not drawn', async () => {
  const late = textView()
  const arrives = Promise.withResolvers<View>()
  loadView.mockReturnValue(arrives.promise)
  const { placement } = show()
  await waitFor(() => expect(loadView).toHaveBeenCalled())
  placement.remove()
  arrives.resolve(late)
  await arrives.promise
  expect(late.told).toHaveLength(0)
})

test('an attempt that is late takes nothing from the one that came after it', async () => {
  const slow = Promise.withResolvers<void>()
  const late = textView()
  const next = textView()
  loadView
    .mockResolvedValueOnce({
      mount: async (...args) => {
        await slow.promise
        return late.mount(...args)
      },
    })
    .mockResolvedValue(next)
  const { host, placement, text } = show()
  await waitFor(() => expect(loadView).toHaveBeenCalled())
  version = '1.1.0'
  await placement.renew()
  await seen(text, 'drawn in light')
  slow.resolve()
  await waitFor(() => expect(late.told).toHaveLength(1))
  host.update({ appearance: { theme: 'dark', density: 'cosy' } })
  await seen(text, 'drawn in dark')
})

const missing = () => Object.assign(new Error('gone'), { name: 'ChunkLoadError' })

test('EM-9: where files of a release are gone, the current one is shown at once', async () => {
  loadView.mockRejectedValueOnce(missing()).mockResolvedValue(textView())
  const onFailed = jest.fn()
  const onReady = jest.fn()
  find.mockResolvedValueOnce(found('1.0.0')).mockResolvedValue(found('1.1.0'))
  const { text } = show({ onFailed, onReady })
  await seen(text, 'drawn in light')
  expect(onReady).toHaveBeenCalledWith('keys.list', 'keys@1.1.0')
  expect(onFailed).not.toHaveBeenCalled()
  find.mockImplementation(() => Promise.resolve(found(version)))
})

test('EM-9: a part that is gone while a view stands there brings the current release in its place', async () => {
  const first = textView()
  loadView.mockResolvedValue(first)
  const { text } = show()
  await seen(text, 'drawn')
  version = '1.1.0'
  first.told[0]?.failed(missing())
  await waitFor(() => expect(first.told).toHaveLength(2))
  await seen(text, 'drawn in light')
})

test('EM-7: the page hears the code, the view, the release and the request of what went wrong', async () => {
  loadView.mockRejectedValue(missing())
  const onFailed = jest.fn<(error: EmbedError) => void>()
  show({ onFailed })
  await waitFor(() => expect(onFailed).toHaveBeenCalledTimes(1))
  expect(onFailed.mock.lastCall?.[0]).toMatchObject({
    code: 'module-unavailable',
    view: 'keys.list',
    release: 'keys@1.0.0',
    message: 'This part is not available at the moment.',
  })
  const refused = Object.assign(new Error('No.'), { problem: { instance: 'req-7' } })
  loadView.mockResolvedValue({ mount: () => Promise.reject(refused) })
  show({ onFailed })
  await waitFor(() => expect(onFailed).toHaveBeenCalledTimes(2))
  expect(onFailed.mock.lastCall?.[0]).toMatchObject({ code: 'module-broken', requestId: 'req-7' })
})

test.each([
  ['throws', () => raise()],
  ['rejects', () => Promise.reject(new Error('oops'))],
  ['has no code', undefined],
])('EM-7: a mount that %s is the failure of its own place alone', async (_, mount) => {
  const sound = textView()
  loadView.mockResolvedValueOnce({ mount } as View).mockResolvedValue(sound)
  const broken = show()
  const beside = show()
  await seen(broken.text, 'Something went wrong')
  await seen(beside.text, 'drawn in light')
})

function raise(): never {
  throw new Error('oops')
}

test('EM-7: a mount that never ends is given up, and what it draws after all is taken away', async () => {
  jest.useFakeTimers()
  const slow = Promise.withResolvers<void>()
  const late = textView()
  const unmounted = jest.fn()
  loadView.mockResolvedValue({
    async mount(...args) {
      await slow.promise
      const mounted = await late.mount(...args)
      return { ...mounted, unmount: unmounted }
    },
  })
  const { text, placement } = show()
  await jest.advanceTimersByTimeAsync(14_000)
  expect(text()).toContain('Still loading')
  await jest.advanceTimersByTimeAsync(1_500)
  expect(text()).toContain('Something went wrong')
  placement.remove()
  slow.resolve()
  await jest.advanceTimersByTimeAsync(100)
  expect(unmounted).toHaveBeenCalled()
  jest.useRealTimers()
})

test('EM-3: a view that stands when the network goes stays, says so, and tells its page so and when it is back', async () => {
  loadView.mockResolvedValue(textView())
  const [onReady, onFailed] = [jest.fn(), jest.fn<(error: EmbedError) => void>()]
  const { host, text } = show({ onReady, onFailed })
  dispatchEvent(new Event('offline'))
  expect(onFailed).not.toHaveBeenCalled()
  dispatchEvent(new Event('online'))
  await seen(text, 'drawn in light')

  dispatchEvent(new Event('offline'))
  dispatchEvent(new Event('offline'))
  expect(text()).toContain('drawn in light')
  expect(text()).toContain('You are offline.')
  expect(onFailed.mock.calls).toMatchObject([[{ code: 'offline', view: 'keys.list' }]])
  expect(onFailed.mock.calls[0]?.[0].release).toBe('keys@1.0.0')
  onFailed.mock.calls[0]?.[0].retry()
  expect(onReady).toHaveBeenCalledTimes(1)

  dispatchEvent(new Event('online'))
  expect(text()).toBe('drawn in light')
  expect(onReady.mock.calls).toEqual([
    ['keys.list', 'keys@1.0.0'],
    ['keys.list', 'keys@1.0.0'],
  ])
  host.close()
  dispatchEvent(new Event('offline'))
  expect(onFailed).toHaveBeenCalledTimes(1)
})
