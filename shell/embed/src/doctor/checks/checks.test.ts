import { expect, test } from '@jest/globals'
import { sayIn } from '@sonaqor/module/texts'
import { checkClock } from './clock.ts'
import type { Finding } from './finding.ts'
import { checkNetwork, type NetworkFacts } from './network.ts'
import { checkOrigin } from './origin.ts'
import { checkRelease, type ReleaseFacts } from './release.ts'
import { checkScopes, type ElementFacts, type Granted } from './scopes.ts'
import { checkSessions, type SessionFacts } from './session.ts'

const say = sayIn('en')
const brief = (findings: readonly Finding[]) => findings.map(({ id, state }) => `${id} ${state}`)
const said = (findings: readonly Finding[]) =>
  findings.map(({ says, change }) => `${says(say)} ${change?.(say) ?? ''}`).join('\n')

const registered = ['https://portal.example.com', 'http://localhost:3000']

test.each([
  ['https://portal.example.com', ['origin.registered good']],
  ['http://localhost:3000', ['origin.registered good']],
  ['http://portal.example.com', ['origin.insecure warning', 'origin.unregistered wrong']],
  ['https://portal.example.com/keys?x=1', ['origin.shape warning', 'origin.registered good']],
  ['portal.example.com', ['origin.shape warning', 'origin.registered good']],
  ['https://other.example', ['origin.unregistered wrong']],
  ['https://*.example.com', ['origin.unread wrong']],
  ['null', ['origin.none wrong']],
  ['file:///home/me/page.html', ['origin.file wrong']],
  ['', ['origin.unread wrong']],
])('EM-13: the origin “%s” against those that are registered', (page, expected) => {
  expect(brief(checkOrigin({ page, registered }))).toEqual(expected)
})

const nearly = (page: string) => said(checkOrigin({ page, registered }))

test('EM-13: an origin that nearly fits is told by what differs', () => {
  expect(nearly('http://portal.example.com')).toContain('differs by http and https')
  expect(nearly('http://localhost:5173')).toContain('differs by the port')
  expect(nearly('https://www.portal.example.com')).toContain('differs by “www.”')
})

test('EM-13: a page within frames of others is told to register them all', () => {
  const page = 'https://portal.example.com'
  const [, framed] = checkOrigin({ page, registered, around: ['https://cms.example', page] })
  expect(framed).toMatchObject({ id: 'origin.framed', snippet: 'https://cms.example' })
})

const at = Date.parse('2026-11-22T05:00:00Z')
const clock = (offMs: number, tookMs = 200) =>
  checkClock({ serverTime: '2026-11-22T05:00:00Z', receivedAt: at + offMs, tookMs })

test('EM-13: a clock that is off is told in words; a slow answer is no wrong clock', () => {
  expect(brief(clock(2_000))).toEqual(['clock.right good'])
  expect(brief(clock(45_000, 60_000))).toEqual(['clock.right good'])
  expect(said(clock(3_600_000))).toContain('60 minutes ahead')
  expect(said(clock(-5 * 3_600_000))).toContain('5 hours behind')
  expect(said(clock(3 * 86_400_000))).toContain('3 days ahead')
  expect(brief(checkClock(undefined))).toEqual(['clock.unread unknown'])
})

const works: SessionFacts = {
  name: '',
  fetched: { kind: 'secret', tookMs: 120 },
  exchanged: { kind: 'token', endsAt: '2026-11-22T06:00:00Z', now: at },
  again: 'another',
}
const session = (more: Partial<SessionFacts>) => checkSessions([{ ...works, ...more }])
const failing = (more: Partial<SessionFacts>) =>
  brief(session(more).filter(({ state }) => state !== 'good'))

test('EM-13: a session that works says how fast, and how long it lasts', () => {
  expect(said(session({}))).toContain('in 120 ms')
  expect(said(session({}))).toContain('lasts another 60 minutes')
  expect(failing({})).toEqual([])
})

test('EM-13: what is wrong with a session is named by where it went wrong', () => {
  expect(brief(checkSessions([]))).toEqual(['session.none wrong'])
  const alone = { exchanged: undefined, again: undefined }
  expect(failing({ fetched: { kind: 'failed', message: '500' }, ...alone })).toEqual([
    'session.fetch wrong',
  ])
  expect(failing({ fetched: { kind: 'other', got: 'undefined' }, ...alone })).toEqual([
    'session.fetch wrong',
  ])
  expect(said(session({ fetched: { kind: 'key' }, ...alone }))).toContain('Revoke that key now')
  expect(failing({ fetched: { kind: 'secret', tookMs: 9_000 } })).toEqual(['session.fetch warning'])
  expect(failing({ exchanged: { kind: 'used' } })).toEqual(['session.exchange wrong'])
  expect(failing({ exchanged: { kind: 'origin' } })).toEqual(['session.exchange wrong'])
  expect(failing({ exchanged: { kind: 'unreachable' } })).toEqual(['session.exchange unknown'])
  expect(failing({ again: 'same', name: 'b' })).toEqual(['session.renewal:b wrong'])
})

const granted: Granted = {
  views: ['keys.list'],
  scopes: ['keys:read', 'keys:write'],
  hasUser: true,
  app: 'app-1',
  environment: 'sandbox',
}
const published = [
  { name: 'keys.list', scopes: ['keys:read'], element: 'sonaqor-keys' },
  { name: 'logs.list', scopes: ['logs:read'], element: 'sonaqor-logs' },
]
const keys: ElementFacts = {
  element: 'sonaqor-keys',
  session: '',
  isStarted: true,
  granted,
  expects: {},
}
const element = (more: Partial<ElementFacts>) => checkScopes([{ ...keys, ...more }], published)

test('EM-13: an element says what its session lacks, with the line to write on the server', () => {
  expect(brief(element({}))).toEqual(['scopes.sonaqor-keys:1 good'])
  expect(element({ element: 'sonaqor-logs' })[0]).toMatchObject({
    state: 'wrong',
    snippet: "views: ['keys.list', 'logs.list']",
  })
  const narrow = { ...granted, views: ['logs.list'] }
  expect(element({ element: 'sonaqor-logs', granted: narrow })[0]?.snippet).toBe(
    "scopes: ['keys:read', 'keys:write', 'logs:read']",
  )
  expect(element({ granted: { ...granted, hasUser: false } })[0]?.state).toBe('warning')
  expect(element({ granted: undefined })[0]?.state).toBe('unknown')
})

test('EM-13: a misspelt element, another app and a session that nobody started are named', () => {
  expect(element({ element: 'sonaqor-kesy' })[0]?.snippet).toBe('<sonaqor-keys></sonaqor-keys>')
  expect(said(element({ element: 'sonaqor-weather' }))).toContain('sonaqor-keys, sonaqor-logs')
  expect(said(element({ expects: { app: 'app-2' } }))).toContain('expects app-2')
  expect(said(element({ expects: { environment: 'production' } }))).toContain('production')
  expect(said(element({ isStarted: false, session: 'b' }))).toContain('the name “b”')
  expect(said(element({ isStarted: false, session: '' }))).toContain('waits for a session,')
})

const tag = {
  src: 'https://sonaqor.example/embed/v1.js',
  hasCrossOrigin: true,
  hasIntegrity: false,
  isBlocking: false,
}
const fresh: ReleaseFacts = {
  isReachable: true,
  loader: { tags: [tag], isCurrent: true },
  shown: [
    { element: 'sonaqor-keys', release: 'keys@1.0.0', current: 'keys@1.0.0', error: undefined },
  ],
  react: '19.3.1',
}

test('EM-13: which release runs, whether it is current, and how the loader is loaded', () => {
  const states = (more: Partial<ReleaseFacts>) =>
    brief(checkRelease({ ...fresh, ...more }).filter(({ state }) => state !== 'good'))
  expect(states({})).toEqual([])
  expect(states({ isReachable: false })).toEqual(['release.registry wrong'])
  const tags = [{ ...tag, hasCrossOrigin: false, hasIntegrity: true, isBlocking: true }, tag]
  expect(states({ loader: { tags, isCurrent: false } })).toEqual([
    'release.twice warning',
    'release.crossorigin warning',
    'release.integrity warning',
    'release.blocking warning',
    'release.outdated warning',
  ])
  const [one] = fresh.shown
  expect(states({ shown: [{ ...one!, current: 'keys@1.1.0' }] })).toEqual([
    'release.sonaqor-keys:1 warning',
  ])
  expect(states({ shown: [{ ...one!, error: 'offline' }] })).toEqual([
    'release.sonaqor-keys:1 wrong',
  ])
})

const calm: NetworkFacts = {
  sonaqor: 'https://sonaqor.example',
  isPageSecure: true,
  socket: 'open',
  frame: 'here',
  worker: undefined,
  isFetchReplaced: false,
  violations: [],
}

test('EM-13: what stands between the page and us is named', () => {
  const states = (more: Partial<NetworkFacts>) =>
    brief(checkNetwork({ ...calm, ...more }).filter(({ state }) => state !== 'good'))
  expect(states({})).toEqual([])
  expect(states({ sonaqor: 'http://sonaqor.example' })).toEqual(['network.mixed wrong'])
  expect(states({ socket: 'failed' })).toEqual(['network.live warning'])
  expect(states({ frame: 'silent' })).toEqual(['network.frame warning'])
  expect(states({ worker: '/sw.js', isFetchReplaced: true })).toEqual([
    'network.worker warning',
    'network.fetch warning',
  ])
  const violations = [{ directive: 'connect-src', blocked: 'wss://sonaqor.example' }]
  expect(said(checkNetwork({ ...calm, violations }))).toContain('wss://sonaqor.example')
})
