import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor, within } from '@testing-library/dom'
import type { DoctorPage } from './doctor-page.ts'

const origin = 'https://sonaqor.example'
const secret = `sqe_${'s'.repeat(43)}`
const token = `eyJhbGciOi.${'t'.repeat(80)}.sig`

const reply = {
  token,
  expiresIn: 300,
  sessionId: 's1',
  embedId: 'e1',
  tenant: { id: 't1', name: 'Tidewater' },
  app: { id: 'app-1', name: 'Checkout', environment: 'sandbox' },
  user: null,
  views: ['keys.list'],
  scopes: ['keys:read', 'keys:write'],
  sessionEndsAt: new Date(Date.now() + 3_600_000).toISOString(),
  serverTime: new Date(Date.now() - 3_600_000).toISOString(),
}

let exchangeStatus = 200
const sent: string[] = []
const copied: string[] = []
let violate: (() => void) | undefined

/** The page itself answers with its headers, ours with JSON. */
async function answer(url: string, init: RequestInit = {}) {
  sent.push(`${init.method ?? 'GET'} ${url}`)
  const headers = new Headers({ 'content-security-policy': `connect-src 'self' ${origin}` })
  if (init.method === 'HEAD') return { ok: true, headers }
  violate?.()
  const body = url.endsWith('/exchange')
    ? exchangeStatus === 200
      ? reply
      : { type: 'x', title: 'No', status: exchangeStatus, detail: `Refused ${secret}`, code: 'x' }
    : undefined
  const status = url.endsWith('/exchange') ? exchangeStatus : 204
  return { ok: true, status, text: async () => (body ? JSON.stringify(body) : '') }
}

class NoSocket extends EventTarget {
  constructor() {
    super()
    setTimeout(() => this.dispatchEvent(new Event('error')))
  }
  close() {}
}

Object.assign(window, { fetch: jest.fn(answer), WebSocket: NoSocket })
Object.assign(globalThis, { SonaqorRuntime: { containers: { 'keys@1.0.0': {} } } })
Object.assign(AbortSignal, { timeout: () => new AbortController().signal })
Object.defineProperty(navigator, 'clipboard', {
  value: { writeText: async (text: string) => void copied.push(text) },
})
jest.unstable_mockModule('./probes/try-reaching.ts', () => ({
  trySocket: async () => 'failed',
  tryFrame: async () => 'silent',
}))
const { openDoctor } = await import('./overlay.ts')

const keys = {
  baseUrl: `${origin}/modules/keys/1.0.0/`,
  manifest: {
    name: 'keys',
    version: '1.0.0',
    title: 'API keys',
    contract: '^0.1.0',
    entry: 'remote.js',
    views: [
      {
        name: 'keys.list',
        kind: 'page' as const,
        title: 'Keys',
        scopes: [],
        element: 'sonaqor-keys',
      },
    ],
    nav: [],
    files: [],
  },
}

let fetchSession = jest.fn(async () => ({ clientSecret: secret }))

function page(more: Partial<DoctorPage> = {}, locale = 'en'): DoctorPage {
  const elements = [...document.querySelectorAll<HTMLElement>('sonaqor-keys')]
  const options = { fetchSession, locale }
  return {
    origin,
    registry: { refresh: async () => [keys] },
    shown: () => undefined,
    sessions: () => [{ options, elements }],
    ...more,
  }
}

/** The panel stands in a shadow root of an element without a name of ours. */
const root = () =>
  [...document.documentElement.children]
    .map(({ shadowRoot }) => shadowRoot)
    .find((one) => one?.querySelector('.doctor'))
const panel = () => within(root()!.querySelector<HTMLElement>('.doctor')!)
const states = () =>
  Object.fromEntries(
    [...root()!.querySelectorAll<HTMLElement>('.finding')].map(({ dataset }) => [
      dataset['check'],
      dataset['state'],
    ]),
  )
const press = (name: string) => panel().getByRole('button', { name }).click()

beforeEach(() => {
  if (root()) press('Close')
  document.body.innerHTML = '<button>Before</button><sonaqor-keys></sonaqor-keys>'
  exchangeStatus = 200
  violate = undefined
  sent.length = 0
  copied.length = 0
  fetchSession = jest.fn(async () => ({
    clientSecret: `${secret}${fetchSession.mock.calls.length}`,
  }))
})

test('EM-13: the doctor names what hinders the embed in this page, each with what to change', async () => {
  await openDoctor(page())
  expect(states()).toMatchObject({
    'policy.connect': 'wrong',
    'policy.frame': 'good',
    'origin.taken': 'good',
    'clock.off': 'warning',
    'session.fetch': 'good',
    'session.exchange': 'good',
    'session.renewal': 'good',
    'scopes.sonaqor-keys:1': 'warning',
    'release.sonaqor-keys:1': 'good',
    'network.live': 'warning',
    'network.frame': 'warning',
  })
  expect(panel().getByRole('status').textContent).toBe('One thing has to be changed.')
  expect(panel().getByText(`connect-src 'self' ${origin} wss://sonaqor.example;`)).toBeTruthy()
})

test('EM-13: the sessions that the doctor opens end at once, and those of the page are left alone', async () => {
  await openDoctor(page())
  expect(fetchSession).toHaveBeenCalledTimes(2)
  const ended = sent.filter((line) => line === `POST ${origin}/v1/embed-sessions/end`)
  expect(ended).toHaveLength(2)
})

test('EM-13: neither the panel nor the report holds a secret, a token or a nonce', async () => {
  exchangeStatus = 429
  document.head.innerHTML = `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-n0nce'; frame-src 'none'">`
  await openDoctor(
    page({ shown: () => ({ error: `Bearer ${token} at https://portal.example/x?session=abc` }) }),
  )
  document.head.replaceChildren()
  press('Copy report')
  await waitFor(() => expect(copied).toHaveLength(1))
  const [report = ''] = copied
  expect(report).toContain('[wrong] session.exchange')
  expect(report).toContain('[wrong] release.sonaqor-keys:1')
  for (const text of [report, root()!.textContent ?? '']) {
    for (const hidden of [secret, token, 'n0nce', 'session=abc']) expect(text).not.toContain(hidden)
  }
})

test('EM-13: a function that brings no session, or an API key, is told apart', async () => {
  fetchSession = jest.fn(async () => ({ clientSecret: `sq_live_${'k'.repeat(36)}` }))
  await openDoctor(page())
  expect(root()!.textContent).toContain('handed an API key to the page')
  expect(root()!.textContent).not.toContain('kkkk')
  fetchSession = jest.fn(() => Promise.reject(new Error('502 from our server')))
  await openDoctor(page())
  expect(root()!.textContent).toContain('handed an API key')
  press('Close')
  await openDoctor(page())
  expect(panel().getByText(/502 from our server/)).toBeTruthy()
})

test('EM-13: what the browser refuses while the doctor looks is named', async () => {
  let directive = 'font-src'
  violate = () =>
    document.dispatchEvent(
      Object.assign(new Event('securitypolicyviolation'), {
        blockedURI: `${origin}/v1/registry?x=1`,
        effectiveDirective: directive,
        originalPolicy: "connect-src 'self'",
        disposition: 'enforce',
      }),
    )
  await openDoctor(page())
  expect(
    panel().getByText(/just refused https:\/\/sonaqor\.example\/v1\/registry because/),
  ).toBeTruthy()
  directive = 'connect-src'
  await openDoctor(page())
  expect(states()).toMatchObject({ 'policy.connect': 'wrong' })
  expect(states()).not.toHaveProperty('network.violation:1')
})

test('EM-13: the panel is reached and left by the keyboard, and gives the focus back', async () => {
  const button = document.querySelector('button')!
  button.focus()
  await openDoctor(page())
  expect(root()!.activeElement).toBe(root()!.querySelector('.doctor'))
  expect(panel().getByRole('heading', { level: 2 }).textContent).toBe('Embed doctor')
  const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })
  root()!.querySelector('.doctor')!.dispatchEvent(escape)
  expect(root()).toBeUndefined()
  expect(document.activeElement).toBe(button)
})

test('EM-13: whoever opens the doctor again has one panel, which looks again', async () => {
  await openDoctor(page())
  document.querySelector('sonaqor-keys')!.remove()
  await openDoctor(page())
  expect(document.documentElement.querySelectorAll(':scope > div')).toHaveLength(1)
  const again = panel().getByRole<HTMLButtonElement>('button', { name: 'Check again' })
  again.focus()
  again.click()
  expect(panel().getByRole('status').textContent).toBe('Checking…')
  // Whoever pressed it by the keyboard can still leave by Escape.
  expect(root()!.activeElement).toBe(again)
  await waitFor(() => expect(panel().getByRole('status').textContent).toContain('changed'))
})

test('EM-13: a view that the page has mounted in an element of its own is looked at, by its release', async () => {
  document.body.innerHTML = '<div id="place"></div>'
  const elements = [document.querySelector<HTMLElement>('#place')!]
  const session = { options: { fetchSession, locale: 'en' }, elements }
  await openDoctor(
    page({
      sessions: () => [session],
      shown: () => ({ view: 'keys.list', release: 'keys@0.9.0' }),
    }),
  )
  expect(states()).toMatchObject({ 'release.div:1': 'warning' })
  expect(root()!.textContent).toContain('keys@0.9.0')
})

test('EM-13: opened twice at once it has one panel, which can be closed', async () => {
  await Promise.all([openDoctor(page()), openDoctor(page())])
  expect(document.documentElement.querySelectorAll(':scope > div')).toHaveLength(1)
  press('Close')
  expect(root()).toBeUndefined()
})

test('EM-13: where the page stops the doctor itself, that is said, and it can look again', async () => {
  globalThis.reportError = jest.fn()
  const sessions = jest.fn(page().sessions).mockReturnValueOnce([])
  sessions.mockImplementationOnce(() => {
    throw new Error('the page broke it')
  })
  await openDoctor(page({ sessions }))
  expect(root()!.textContent).toContain('could not look at this page: Error: the page broke it')
  expect(reportError).toHaveBeenCalledTimes(1)
  press('Check again')
  await waitFor(() => expect(states()).toHaveProperty(['session.fetch']))
})

test('EM-13: the doctor speaks German where the page does', async () => {
  await openDoctor(page({}, 'de-AT'))
  expect(panel().getByRole('heading', { level: 2 }).textContent).toBe('Einbettungsdiagnose')
  expect(root()!.textContent).toContain('geht 60 Minuten vor')
  panel().getByRole('button', { name: 'Schließen' }).click()
})
