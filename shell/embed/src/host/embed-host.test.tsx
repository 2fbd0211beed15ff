import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Registry } from '../releases/registry.ts'
import type { Host } from './host.ts'

const fetched = jest.fn<(url: string, init: RequestInit) => Promise<unknown>>()
Object.assign(window, { fetch: fetched })
Object.assign(AbortSignal, { timeout: () => new AbortController().signal })
jest.unstable_mockModule('../releases/load-view.ts', () => ({ loadView: jest.fn() }))
const { faults, HostFailure } = await import('./failure.ts')
const { createEmbedHost } = await import('./embed-host.ts')

const registry = { watch: () => () => undefined } as unknown as Registry
const fetchSession = jest.fn<() => Promise<{ clientSecret: string }>>()
let told: string[] = []
let issued = 0
let online = true
Object.defineProperty(navigator, 'onLine', { get: () => online })

const answer = (status: number, body?: unknown) => ({
  status,
  text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
})
const refusal = (status: number) =>
  answer(status, { status, detail: 'No.', instance: 'req-1', code: 'unauthorized' })
const token = () => {
  issued += 1
  return answer(200, {
    token: `t${issued}`,
    expiresIn: 300,
    sessionId: 's1',
    embedId: 'e1',
    tenant: { id: 't', name: 'Northwind' },
    app: { id: 'a1', name: 'Shop', environment: 'sandbox' },
    user: null,
    views: ['keys.list'],
    scopes: [],
  })
}

/** What our server says to a token; it takes all of them unless a test says otherwise. */
let takes: (token: string) => boolean = () => true
let exchange: () => unknown = token

beforeEach(() => {
  told = []
  issued = 0
  online = true
  takes = () => true
  exchange = token
  fetchSession.mockReset().mockResolvedValue({ clientSecret: 'sqe_1' })
  fetched.mockReset().mockImplementation(async (url, { headers }) => {
    if (url.endsWith('/exchange')) return exchange()
    return takes(new Headers(headers).get('authorization') ?? '') ? answer(200, {}) : refusal(401)
  })
})

const start = (framed?: Parameters<typeof createEmbedHost>[0]['framed']) =>
  createEmbedHost({
    origin: 'https://sonaqor.example',
    options: { fetchSession },
    registry,
    tell: (state) => told.push(state),
    ...(framed && { framed }),
  })
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    ({ fault }: { fault?: { code: string } }) => fault?.code,
  )
const read = ({ request }: Host) => request({ method: 'GET', path: '/v1/keys', headers: {} })
const sent = () => fetched.mock.calls.map(([url]) => new URL(url).pathname)

test('EM-2: each way in which no session comes has a code of its own', async () => {
  fetchSession.mockRejectedValue(new Error('signed out'))
  expect(await codeOf(start().session.grant())).toBe('session-unfetched')
  fetchSession.mockImplementation(() => {
    throw new Error('broken')
  })
  expect(await codeOf(start().session.grant())).toBe('session-unfetched')
  fetchSession.mockReset().mockResolvedValue({} as { clientSecret: string })
  expect(await codeOf(start().session.grant())).toBe('session-unfetched')
  fetchSession.mockResolvedValue({ clientSecret: 'sqe_1' })
  exchange = () => refusal(401)
  expect(await codeOf(start().session.grant())).toBe('session-refused')
  exchange = () => refusal(403)
  expect(await codeOf(start().session.grant())).toBe('origin-refused')
  exchange = () => answer(403, { status: 403, detail: 'No.', code: 'tenant-suspended' })
  expect(await codeOf(start().session.grant())).toBe('session-refused')
  exchange = () => refusal(503)
  expect(await codeOf(start().session.grant())).toBe('offline')
  online = false
  fetchSession.mockRejectedValue(new TypeError('Failed to fetch'))
  expect(await codeOf(start().session.grant())).toBe('offline')
  expect(told).toEqual([])
})

test('EM-2: a session that the server ended is renewed once; where no other one comes it has ended', async () => {
  const host = start()
  await read(host)
  expect(told).toEqual(['open'])
  takes = (sentToken) => !sentToken.endsWith('t1')
  await read(host)
  expect(told).toEqual(['open', 'renewed'])
  takes = () => false
  jest.useFakeTimers()
  fetchSession.mockRejectedValue(new Error('signed out'))
  const asked = codeOf(read(host))
  await jest.advanceTimersByTimeAsync(10_000)
  expect(await asked).toBe('session-ended')
  const again = codeOf(read(host))
  await jest.advanceTimersByTimeAsync(10_000)
  expect(await again).toBe('session-ended')
  expect(told).toEqual(['open', 'renewed', 'ended'])
  jest.useRealTimers()
  takes = () => true
  fetchSession.mockResolvedValue({ clientSecret: 'sqe_2' })
  await read(host)
  expect(told).toEqual(['open', 'renewed', 'ended', 'open'])
})

test('EM-9: a partner’s server that hesitates for a moment ends no session', async () => {
  const host = start()
  await read(host)
  takes = (sentToken) => !sentToken.endsWith('t1')
  jest.useFakeTimers()
  fetchSession.mockRejectedValueOnce(new Error('restarting'))
  const asked = read(host)
  await jest.advanceTimersByTimeAsync(10_000)
  jest.useRealTimers()
  expect((await asked).status).toBe(200)
  expect(told).toEqual(['open', 'renewed'])
})

test('EM-4: in a frame the page around it tries again, and says why there is no further session', async () => {
  const host = start({
    around: 'https://portal.example',
    openAround: async () => ({ done: false }),
  })
  await read(host)
  takes = (sentToken) => !sentToken.endsWith('t1')
  fetchSession.mockRejectedValue(new HostFailure(faults.otherOrigin))
  expect(await codeOf(read(host))).toBe('origin-refused')
  expect(fetchSession).toHaveBeenCalledTimes(2)
})

test('EM-9: without a network no session ends, and the next question goes through', async () => {
  const host = start()
  await read(host)
  takes = (sentToken) => !sentToken.endsWith('t1')
  online = false
  fetchSession.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  expect(await codeOf(read(host))).toBe('offline')
  online = true
  await read(host)
  expect(told).toEqual(['open', 'renewed'])
})

test('EM-2: who signs out ends the session on the server by its token, and nothing is asked for again', async () => {
  const host = start()
  await read(host)
  await host.end(true)
  expect(sent().at(-1)).toBe('/v1/embed-sessions/end')
  expect(new Headers(fetched.mock.lastCall?.[1].headers).get('authorization')).toBe('Bearer t1')
  expect(told).toEqual(['open', 'ended'])
  expect(await codeOf(read(host))).toBe('session-ended')
  expect(fetchSession).toHaveBeenCalledTimes(1)
})

const exchanged = () =>
  fetched.mock.calls
    .filter(([url]) => url.endsWith('/exchange'))
    .map(([, { body }]) => JSON.parse(String(body)) as object)

test('EM-2: a token that is renewed names the one before it, so that both are one session', async () => {
  const host = start()
  await read(host)
  takes = (sentToken) => !sentToken.endsWith('t1')
  await read(host)
  expect(exchanged()).toEqual([
    { clientSecret: 'sqe_1' },
    { clientSecret: 'sqe_1', replaces: 't1' },
  ])
})

test('EM-2: a session that was revoked does not come back by itself, only where somebody asks', async () => {
  const host = start()
  await read(host)
  takes = () => false
  exchange = () => refusal(409)
  expect(await codeOf(read(host))).toBe('session-ended')
  takes = () => true
  exchange = token
  for (const asked of [read(host), host.session.grant(), host.admit?.()]) {
    expect(await codeOf(Promise.resolve(asked))).toBe('session-ended')
  }
  expect(fetchSession).toHaveBeenCalledTimes(2)
  expect(told).toEqual(['open', 'ended'])
  host.askAnew?.()
  await read(host)
  expect(told).toEqual(['open', 'ended', 'open'])
  expect(exchanged().at(-1)).toEqual({ clientSecret: 'sqe_1' })
})

test('EM-2: a session that opens only after the sign-out is ended as well', async () => {
  const arrives = Promise.withResolvers<unknown>()
  exchange = () => arrives.promise
  const host = start()
  const asked = codeOf(read(host))
  await new Promise((done) => setTimeout(done))
  await host.end(true)
  expect(sent()).not.toContain('/v1/embed-sessions/end')
  arrives.resolve(token())
  expect(await asked).toBe('session-ended')
  expect(sent()).toContain('/v1/embed-sessions/end')
})

test('EM-9: a page that goes on without us tells the server nothing', async () => {
  const host = start()
  await read(host)
  await host.end(false)
  expect(sent()).not.toContain('/v1/embed-sessions/end')
})
