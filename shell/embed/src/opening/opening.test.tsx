import type { ViewManifest } from '@sonaqor/contract/manifest'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Host } from '../host/host.ts'
import type { FoundView } from '../releases/registry.ts'
import type { Stage } from '../stage/stage.ts'

const drop = jest.fn()
const prepareFrame = jest.fn((_: Host, root: ShadowRoot, view: string) => ({ root, view, drop }))
const openView = jest.fn<(...asked: unknown[]) => Promise<object>>(async () => ({ done: true }))
jest.unstable_mockModule('./open-view.ts', () => ({ prepareFrame, openView }))
const { openingOn } = await import('./opening.ts')

const list = { name: 'keys.list', kind: 'page', title: 'API keys', scopes: ['keys:read'] }
const issue = { name: 'keys.issue', kind: 'secure', title: 'Issue a key', scopes: ['keys:write'] }

interface Page {
  readonly kind?: Host['kind']
  readonly scopes?: readonly string[]
  /** The views that the session may show; all of them unless named. */
  readonly session?: readonly string[]
}

/** A view of a module stands in a page, beside which the same module shows a secret. */
function stand({ kind = 'embed', scopes = ['keys:read', 'keys:write'], session }: Page = {}) {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const field = root.appendChild(document.createElement('input'))
  const gone = new AbortController()
  const host = {
    kind,
    admit: () => Promise.resolve('secret'),
    session: { grant: () => Promise.resolve({ views: session }) },
    state: () => ({ principal: { scopes } }),
  } as unknown as Host
  const opening = openingOn(host, { root, news: jest.fn() } as unknown as Stage, {
    gone: gone.signal,
    app: undefined,
  })
  const module = { manifest: { views: [list, issue] as unknown as ViewManifest[] } }
  opening.expect({ module, view: list } as unknown as FoundView)
  const touch = () => field.dispatchEvent(new Event('pointerover', { bubbles: true }))
  return { root, field, gone, opening, touch }
}

const settled = () => new Promise((done) => setTimeout(done, 50))

beforeEach(() => void jest.clearAllMocks())

test('EM-3: nobody’s bytes are spent on a page that is only read', async () => {
  stand()
  await settled()
  expect(prepareFrame).not.toHaveBeenCalled()
})

test('EM-3: from the first touch of a view on, the frame for its secrets is loaded, once', async () => {
  const { root, touch } = stand()
  touch()
  touch()
  await waitFor(() => expect(prepareFrame).toHaveBeenCalled())
  touch()
  await settled()
  expect(prepareFrame.mock.calls.map(([, place, view]) => [place, view])).toEqual([
    [root, 'keys.issue'],
  ])
})

test('EM-3 XC-6: who comes by keyboard has touched it, too', async () => {
  const { field } = stand()
  field.focus()
  await waitFor(() => expect(prepareFrame).toHaveBeenCalledTimes(1))
})

test('EM-3: the frame is not loaded where nobody could open what it is for', async () => {
  const pages: readonly Page[] = [
    { kind: 'shell' },
    { scopes: ['keys:read'] },
    { session: ['keys.list'] },
  ]
  for (const page of pages) stand(page).touch()
  await settled()
  expect(prepareFrame).not.toHaveBeenCalled()
})

test('EM-3: whoever opens the view gets that frame, and the next touch loads another', async () => {
  const { opening, touch } = stand()
  touch()
  await waitFor(() => expect(prepareFrame).toHaveBeenCalledTimes(1))
  await settled()
  await opening.open('keys.issue')
  const [, , wish] = openView.mock.calls[0]!
  expect(wish).toMatchObject({ view: 'keys.issue', ahead: prepareFrame.mock.results[0]!.value })
  touch()
  await waitFor(() => expect(prepareFrame).toHaveBeenCalledTimes(2))
})

test('EM-3: a view that goes takes its frame with it, and hears no touch any more', async () => {
  const first = stand()
  first.touch()
  await waitFor(() => expect(prepareFrame).toHaveBeenCalledTimes(1))
  await settled()
  first.gone.abort()
  expect(drop).toHaveBeenCalledTimes(1)
  const second = stand()
  second.gone.abort()
  second.touch()
  await settled()
  expect(prepareFrame).toHaveBeenCalledTimes(1)
})
