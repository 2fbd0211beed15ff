/** XC-15: when a call is made again, when not, and what it fails with. */
import { describe, expect, test } from '@jest/globals'
import { clientOf, createClient, type ClientOptions, type DeprecationNotice } from './src/client.ts'
import { ConnectionError, ProblemError, SonaqorError, TimeoutError } from './src/errors.ts'
import { waitMsAfter } from './src/retry.ts'
import type { Retry } from './src/send.ts'

const routes = {
  keys: {
    show: { route: 'GET /v1/keys/{id}', isRepeatable: true },
    issue: { route: 'POST /v1/keys', isRepeatable: true },
    check: { route: 'POST /v1/keys/check' },
  },
}
const secret = 'sq_test_0123456789'

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    {
      type: `/docs/problems/${code}`,
      title: 'No',
      status,
      code,
      detail: 'Not now.',
      instance: 'r1',
    },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  )
const moved = () => new Response('', { status: 301, headers: { location: 'https://www.example' } })
const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
const create = (options: ClientOptions) => () => createClient(options)
const fine = () => Response.json({ id: '1' })

type Outcome = (signal: AbortSignal) => Response | Promise<Response>
const failing: Outcome = () =>
  Promise.reject(new TypeError('fetch failed', { cause: new Error('no way') }))
const hanging = (signal: AbortSignal) =>
  new Promise<never>((_, failed) => {
    signal.addEventListener('abort', () => failed(signal.reason as Error))
  })

/** A client before which these come, one by one, and then nothing but success. */
function met(outcomes: readonly (Outcome | 'silence')[], options: ClientOptions = {}) {
  const sent: { readonly url: string; readonly init: RequestInit }[] = []
  const retries: Retry[] = []
  const api = clientOf(routes, {
    key: secret,
    baseUrl: 'https://sonaqor.example/',
    fetch: async (url, init) => {
      const outcome = outcomes[sent.length] ?? fine
      sent.push({ url, init })
      return outcome === 'silence' ? hanging(init.signal!) : outcome(init.signal!)
    },
    onRetry: (retry) => void retries.push(retry),
    ...options,
  })
  return { keys: api.keys!, sent, retries }
}

const slow: Outcome = (signal) =>
  Promise.race([hanging(signal), new Promise<void>((done) => setTimeout(done, 50)).then(fine)])

const headerOf = (init: RequestInit, name: string) => new Headers(init.headers).get(name)
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  )

async function refusedWith(headers: Record<string, string>) {
  const { keys } = met([() => problem(403, 'forbidden', headers)])
  return (await failureOf(keys.show!({ params: { id: '1' } }))) as ProblemError
}

describe('a call is made again', () => {
  test.each([
    ['the network', failing],
    ['408', () => new Response('', { status: 408 })],
    ['425', () => new Response('', { status: 425 })],
    ['429', () => problem(429, 'quota-exceeded', { 'retry-after': '0' })],
    ['500', () => problem(500, 'internal')],
    ['502 of something between', () => new Response('<h1>', { status: 502 })],
    ['503', () => problem(503, 'overloaded', { 'retry-after': '0' })],
    ['504', () => new Response('', { status: 504 })],
    ['the first one, still running', () => problem(409, 'conflict', { 'retry-after': '0' })],
    [
      'an answer that is cut',
      () => new Response('{"id":', { headers: { 'content-type': 'application/json' } }),
    ],
  ])('after %s, with the same idempotency key', async (_, outcome) => {
    const { keys, sent, retries } = met([outcome])
    const { data, attempts } = await keys.issue!.answer({ body: { label: 'A' } })
    expect([data, attempts]).toEqual([{ id: '1' }, 2])
    const [first, second] = sent.map(({ init }) => headerOf(init, 'idempotency-key'))
    expect(first).toMatch(/^[\da-f-]{36}$/)
    expect(second).toBe(first)
    expect(sent[1]!.init.body).toBe('{"label":"A"}')
    expect(retries).toMatchObject([{ operation: 'keys.issue', attempts: 1 }])
  })

  test('when no answer came in time', async () => {
    const { keys, retries } = met(['silence'], { timeoutMs: 20 })
    expect(await keys.show!({ params: { id: '1' } })).toEqual({ id: '1' })
    expect(retries[0]!.error).toBeInstanceOf(TimeoutError)
  })

  test('three times at most, unless said otherwise', async () => {
    const down = Array.from(
      { length: 9 },
      () => () => problem(503, 'overloaded', { 'retry-after': '0' }),
    )
    const { keys, sent } = met(down)
    expect(await failureOf(keys.show!({ params: { id: '1' } }))).toMatchObject({ attempts: 4 })
    expect(sent).toHaveLength(4)
    const never = met(down)
    await failureOf(never.keys.show!({ params: { id: '1' } }, { retries: 0 }))
    expect(never.sent).toHaveLength(1)
  })

  test('with another idempotency key by another call, and with the one that is named', async () => {
    const { keys, sent } = met([])
    await keys.issue!({ body: {} })
    await keys.issue!({ body: {} })
    await keys.issue!({ body: {} }, { idempotencyKey: 'order-1' })
    const used = sent.map(({ init }) => headerOf(init, 'idempotency-key'))
    expect(new Set(used).size).toBe(3)
    expect(used[2]).toBe('order-1')
  })
})

describe('a call is not made again', () => {
  test.each([400, 401, 403, 404, 409, 412, 413, 422, 501])('after %s', async (status) => {
    const { keys, sent } = met([() => problem(status, 'some-code')])
    expect(await failureOf(keys.issue!({ body: {} }))).toMatchObject({ status, code: 'some-code' })
    expect(sent).toHaveLength(1)
  })

  test.each([
    ['the network', failing],
    ['500', () => problem(500, 'internal')],
    ['503', () => problem(503, 'overloaded', { 'retry-after': '0' })],
  ])('after %s where it could be done twice', async (_, outcome) => {
    const { keys, sent } = met([outcome])
    expect(await failureOf(keys.check!({ body: {} }))).toBeInstanceOf(SonaqorError)
    expect(sent).toHaveLength(1)
  })

  test('where it could be done twice, but for what was refused before it was done', async () => {
    const { keys, sent } = met([() => problem(429, 'quota-exceeded', { 'retry-after': '0' })])
    expect(await keys.check!({ body: {} })).toEqual({ id: '1' })
    expect(sent).toHaveLength(2)
  })

  test('where the wait goes beyond its whole time: it is told at once', async () => {
    const { keys, sent } = met([() => problem(429, 'quota-exceeded', { 'retry-after': '3600' })])
    const error = await failureOf(keys.show!({ params: { id: '1' } }))
    expect(error).toMatchObject({ code: 'quota-exceeded', retryAfter: 3600, attempts: 1 })
    expect(sent).toHaveLength(1)
  })

  test('once its signal is aborted: before, during, and between two attempts', async () => {
    const gone = AbortSignal.abort(new Error('left'))
    const before = met([])
    expect(await failureOf(before.keys.show!({ params: { id: '1' } }, { signal: gone }))).toBe(
      gone.reason,
    )
    expect(before.sent).toHaveLength(0)

    const leaving = new AbortController()
    const during = met(['silence'])
    const call = failureOf(during.keys.show!({ params: { id: '1' } }, { signal: leaving.signal }))
    leaving.abort(new Error('left'))
    expect(await call).toBe(leaving.signal.reason)

    const waiting = new AbortController()
    const between = met([() => problem(503, 'overloaded', { 'retry-after': '60' })], {
      // Once it waits.
      onRetry: () => void setTimeout(() => waiting.abort(new Error('left'))),
    })
    const params = { id: '1' }
    expect(await failureOf(between.keys.show!({ params }, { signal: waiting.signal }))).toBe(
      waiting.signal.reason,
    )
    expect(between.sent).toHaveLength(1)
  })
})

test('a wait grows, has its jitter and its end, and is as long as it was asked for', () => {
  const cut = new ConnectionError('keys.show', 'cut')
  const longest = [1, 2, 3, 4, 5, 6, 9].map((attempts) => waitMsAfter(cut, attempts, () => 1))
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
  expect(waitMsAfter(cut, 5, () => 0)).toBe(0)
  const headers = new Headers({ 'retry-after': '7' })
  const told = new ProblemError('keys.show', {
    status: 429,
    headers,
    problem: undefined,
    detail: '',
  })
  expect([0, 1].map((random) => waitMsAfter(told, 5, () => random))).toEqual([7000, 7500])
})

describe('a failure', () => {
  test('tells when it may be tried again, in seconds or by a date of the same clock', async () => {
    const date = 'Sun, 02 Nov 2036 09:00:00 GMT'
    const at = { date, 'retry-after': 'Sun, 02 Nov 2036 09:00:30 GMT' }
    expect((await refusedWith(at)).retryAfter).toBe(30)
    expect((await refusedWith({ 'retry-after': '12' })).retryAfter).toBe(12)
    expect((await refusedWith({ 'retry-after': 'soon' })).retryAfter).toBeUndefined()
    expect((await refusedWith({})).retryAfter).toBeUndefined()
  })

  test('of the network says what was behind it, and of a time that is over which', async () => {
    const { keys } = met([failing, 'silence'], { retries: 0 })
    const cut = await failureOf(keys.show!({ params: { id: '1' } }))
    expect(cut).toBeInstanceOf(ConnectionError)
    expect(cut).toMatchObject({
      name: 'ConnectionError',
      message: 'keys.show got no whole answer: no way',
    })
    const late = await failureOf(keys.show!({ params: { id: '1' } }, { timeoutMs: 5 }))
    expect(late).toBeInstanceOf(ConnectionError)
    expect(late).toMatchObject({
      name: 'TimeoutError',
      message: 'keys.show was not answered within 5 ms',
    })
  })

  test('by something between us is no problem of ours, and names where it leads', async () => {
    const { keys, sent } = met([moved, () => new Response('<h1>', { status: 403 })])
    const led = await failureOf(keys.show!({ params: { id: '1' } }))
    expect(led).toMatchObject({ status: 301, code: 'unknown', type: 'about:blank' })
    expect((led as Error).message).toContain('to https://www.example; baseUrl')
    expect(sent[0]!.init.redirect).toBe('manual')
    expect(await failureOf(keys.show!({ params: { id: '1' } }))).toMatchObject({ code: 'unknown' })
  })

  test('by a page in place of the API asks for the right address', async () => {
    const { keys } = met([page], { retries: 0 })
    await expect(keys.show!({ params: { id: '1' } })).rejects.toThrow('is baseUrl the address of a')
  })
})

test('what is to end is told with each answer, and once for each operation', async () => {
  const headers = { deprecation: '@1796083200', sunset: 'Wed, 01 Dec 2027 00:00:00 GMT' }
  const ending = () => Response.json({}, { headers })
  const told: DeprecationNotice[] = []
  const { keys } = met([ending, ending, ending, fine], {
    onDeprecation: (notice) => void told.push(notice),
  })
  const notice = { since: new Date('2026-12-01'), sunset: new Date('2027-12-01') }
  const show = () => keys.show!.answer({ params: { id: '1' } })
  expect((await show()).deprecation).toEqual(notice)
  expect((await show()).deprecation).toEqual(notice)
  await keys.issue!({ body: {} })
  expect((await show()).deprecation).toBeUndefined()
  expect(told).toEqual([
    { operation: 'keys.show', ...notice },
    { operation: 'keys.issue', ...notice },
  ])
})

test('whoever waits without end waits for as long as it takes', async () => {
  const { keys } = met([slow], { timeoutMs: Infinity, totalTimeoutMs: Infinity, retries: 0 })
  expect(await keys.show!({ params: { id: '1' } })).toEqual({ id: '1' })
})

describe('nothing is sent', () => {
  test.each(['', '.', '..', undefined])('for an id that is %j', async (id) => {
    const { keys, sent } = met([])
    const params = { id } as { id: string }
    await expect(keys.show!({ params })).rejects.toThrow('keys.show needs params.id')
    await expect(keys.show!.answer({ params })).rejects.toThrow('keys.show needs params.id')
    expect(sent).toHaveLength(0)
  })

  test('without a key or an address, and neither stands in what is said', () => {
    expect(create({ baseUrl: 'https://sonaqor.example' })).toThrow('needs an API key')
    expect(create({ key: `${secret}\n`, baseUrl: 'https://sonaqor.example' })).toThrow(
      /^(?!.*0123456789)/,
    )
    expect(create({ key: secret })).toThrow('needs the address of your Sonaqor')
  })
})

test('what is sent has its key, its path below any address, and no empty query', async () => {
  const { keys, sent } = met([], { baseUrl: 'https://proxy.example/sonaqor/' })
  await keys.show!({ params: { id: 'a/b' }, query: { search: 'ü', none: undefined, empty: '' } })
  expect(sent[0]!.url).toBe('https://proxy.example/sonaqor/v1/keys/a%2Fb?search=%C3%BC')
  expect(headerOf(sent[0]!.init, 'authorization')).toBe(`Bearer ${secret}`)
  expect(headerOf(sent[0]!.init, 'idempotency-key')).toBeNull()
})
