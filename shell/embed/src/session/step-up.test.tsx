import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Session } from './session.ts'
import type { AskStepUp, SteppedUp } from './step-up.ts'

const fetched = jest.fn<(url: string, init: RequestInit) => Promise<unknown>>()
Object.assign(window, { fetch: fetched })
Object.assign(AbortSignal, { timeout: () => new AbortController().signal })
const { authorisedTransport } = await import('./transport.ts')
const { steppingUp } = await import('./step-up.ts')

const session = {
  grant: () => Promise.resolve({ token: 't1' }),
  refused: () => undefined,
} as unknown as Session

const answer = (status: number, body: unknown) => ({
  status,
  text: () => Promise.resolve(JSON.stringify(body)),
})
const done = answer(200, { done: true })
const required = (stepUp: 'session' | 'operation', operation?: string) =>
  answer(403, { code: 'step-up-required', stepUp, operation, title: '·', detail: '·' })
/** As the server names a call: by where it goes, and by all that it asks for. */
const named = (url: string, { method, body }: RequestInit) => `${method} ${url} and ${String(body)}`

const read = { method: 'GET', path: '/v1/audit?limit=5', headers: {} }
const revoke = (id: string) => ({
  method: 'POST',
  path: `/v1/keys/${id}/revoke?because=leak`,
  headers: { 'idempotency-key': id },
  body: { id },
})

const ask = jest.fn<AskStepUp>()
const request = () => steppingUp(authorisedTransport('', session), ask)
const sent = () =>
  fetched.mock.calls.map(([url, init]) => [
    url,
    new Headers(init.headers).get('step-up-proof'),
    init.body,
  ])

beforeEach(() => {
  fetched.mockReset()
  ask.mockReset()
})

describe('XC-1: a second factor again', () => {
  test('what needs none asks nobody', async () => {
    fetched.mockResolvedValue(done)
    expect(await request()(read)).toEqual({ status: 200, body: { done: true } })
    expect(ask).not.toHaveBeenCalled()
  })

  test('a factor for the session is shown once, however many requests wait for it', async () => {
    const shown = Promise.withResolvers<SteppedUp>()
    ask.mockReturnValue(shown.promise)
    fetched.mockResolvedValue(required('session'))
    const send = request()
    const waiting = Promise.all([send(read), send(revoke('k1')), send(revoke('k2'))])
    await new Promise((resolve) => setTimeout(resolve))
    fetched.mockResolvedValue(done)
    shown.resolve({ proof: null })
    expect((await waiting).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(ask.mock.calls).toEqual([[undefined]])
    expect(fetched).toHaveBeenCalledTimes(6)
  })

  test('a request that is refused late, once the factor was shown, asks nobody again', async () => {
    const refusal = Promise.withResolvers<unknown>()
    fetched.mockReturnValueOnce(refusal.promise)
    const send = request()
    const late = send(revoke('late'))
    await new Promise((resolve) => setTimeout(resolve))
    fetched.mockResolvedValueOnce(required('session')).mockResolvedValue(done)
    ask.mockResolvedValue({ proof: null })
    await send(revoke('first'))
    refusal.resolve(required('session'))
    expect((await late).status).toBe(200)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('a proof for one call goes with that call alone, which is sent again as it was', async () => {
    fetched.mockImplementation((url, init) =>
      Promise.resolve(
        new Headers(init.headers).has('step-up-proof')
          ? done
          : required('operation', named(url, init)),
      ),
    )
    ask.mockImplementation((operation) => Promise.resolve({ proof: `for ${operation}` }))
    const send = request()
    const replies = await Promise.all([send(revoke('k1')), send(revoke('k2'))])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    const asked = ['k1', 'k2'].map(
      (id) => `POST /v1/keys/${id}/revoke?because=leak and {"id":"${id}"}`,
    )
    expect(ask.mock.calls).toEqual(asked.map((operation) => [operation]))
    expect(sent().slice(2)).toEqual([
      ['/v1/keys/k1/revoke?because=leak', `for ${asked[0]}`, '{"id":"k1"}'],
      ['/v1/keys/k2/revoke?because=leak', `for ${asked[1]}`, '{"id":"k2"}'],
    ])
  })

  test('no two questions stand there at once', async () => {
    const shows: ((shown: SteppedUp) => void)[] = []
    ask.mockImplementation(() => new Promise((resolve) => void shows.push(resolve)))
    fetched.mockResolvedValue(required('operation'))
    const send = request()
    const both = Promise.all([send(revoke('k1')), send(revoke('k2'))])
    await new Promise((resolve) => setTimeout(resolve))
    expect(shows).toHaveLength(1)
    shows[0]?.({ proof: 'p1' })
    await new Promise((resolve) => setTimeout(resolve))
    expect(shows).toHaveLength(2)
    shows[1]?.({ proof: 'p2' })
    expect((await both).map(({ status }) => status)).toEqual([403, 403])
  })

  test('XC-1: who gives up leaves the refusal to the module, marked as such, and nothing is sent again', async () => {
    fetched.mockResolvedValue(required('session'))
    ask.mockResolvedValue(undefined)
    const reply = await request()(revoke('k1'))
    const body = { code: 'step-up-required', isGivenUp: true }
    expect(reply).toMatchObject({ status: 403, body })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['nobody could be asked', 'session', () => Promise.reject(new Error('no question'))],
    ['nobody could be asked', 'operation', () => Promise.reject(new Error('no question'))],
    ['what was shown is no proof', 'operation', () => Promise.resolve({ proof: null })],
  ] as const)(
    'XC-1: where %s for the %s, the refusal is nobody’s will, and nothing is sent again',
    async (_, kind, asked) => {
      fetched.mockResolvedValue(required(kind))
      ask.mockImplementation(asked)
      const reply = await request()(revoke('k1'))
      expect(reply).toMatchObject({ status: 403, body: { code: 'step-up-required' } })
      expect(reply.body).not.toHaveProperty('isGivenUp')
      expect(fetched).toHaveBeenCalledTimes(1)
    },
  )

  test('another refusal is none of it', async () => {
    fetched.mockResolvedValue(answer(403, { code: 'forbidden' }))
    expect((await request()(read)).status).toBe(403)
    expect(ask).not.toHaveBeenCalled()
  })
})
