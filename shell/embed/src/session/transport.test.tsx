import { beforeEach, expect, jest, test } from '@jest/globals'
import { faultOf, faults } from '../host/failure.ts'
import type { Session } from './session.ts'

const fetched = jest.fn<(url: string, init: RequestInit) => Promise<unknown>>()
Object.assign(window, { fetch: fetched })
Object.assign(AbortSignal, { timeout: () => new AbortController().signal })
const { authorisedTransport, openTransport } = await import('./transport.ts')

const answer = (status: number, body: unknown) => ({
  status,
  text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
})
const list = { method: 'GET', path: '/v1/keys', headers: {} }
const issue = { method: 'POST', path: '/v1/keys', headers: { 'idempotency-key': 'k1' }, body: {} }

/** A session whose tokens are `t1`, `t2` … , each until it is refused. */
function fakeSession(): Session {
  let count = 1
  return {
    grant: () => Promise.resolve({ token: `t${count}` } as Awaited<ReturnType<Session['grant']>>),
    follow: () => () => undefined,
    refused: (token) => {
      if (token === `t${count}`) count += 1
    },
    token: () => `t${count}`,
    close: () => undefined,
  }
}

const tokensSent = () =>
  fetched.mock.calls.map(([, init]) => new Headers(init.headers).get('authorization'))

beforeEach(() => {
  fetched.mockReset()
})

test('a request goes to our origin with its body as JSON and no cookies of other sites', async () => {
  fetched.mockResolvedValue(answer(201, { id: 'k' }))
  const reply = await openTransport('https://api.example')(issue)
  expect(reply).toEqual({ status: 201, body: { id: 'k' } })
  const [url, init] = fetched.mock.calls[0]!
  expect(url).toBe('https://api.example/v1/keys')
  expect(init).toMatchObject({ method: 'POST', body: '{}', credentials: 'same-origin' })
  expect(new Headers(init.headers).get('content-type')).toBe('application/json')
})

test('XC-1: a renewal arrives even if the page is left meanwhile', async () => {
  fetched.mockResolvedValue(answer(200, {}))
  const renewal = { method: 'POST', path: '/v1/auth/refresh', headers: {} }
  await openTransport('')(renewal)
  await openTransport('')(list)
  expect(fetched.mock.calls.map(([, init]) => init.keepalive)).toEqual([true, false])
})

test('an answer without a body is an answer', async () => {
  fetched.mockResolvedValue(answer(204, undefined))
  expect(await openTransport('')(list)).toEqual({ status: 204, body: undefined })
})

test('after a 401 the token is renewed and the same request is sent once more', async () => {
  fetched.mockResolvedValueOnce(answer(401, {})).mockResolvedValueOnce(answer(200, { data: [] }))
  const reply = await authorisedTransport('', fakeSession())(issue)
  expect(reply.status).toBe(200)
  expect(tokensSent()).toEqual(['Bearer t1', 'Bearer t2'])
  const [first, second] = fetched.mock.calls.map(([, init]) => new Headers(init.headers))
  expect(second?.get('idempotency-key')).toBe(first?.get('idempotency-key'))
})

test('a second 401 is the answer', async () => {
  fetched.mockResolvedValue(answer(401, { code: 'unauthenticated' }))
  const reply = await authorisedTransport('', fakeSession())(list)
  expect(reply.status).toBe(401)
  expect(fetched).toHaveBeenCalledTimes(2)
})

test('equal readings that are under way share one answer; later ones ask again', async () => {
  fetched.mockResolvedValue(answer(200, { data: [] }))
  const transport = authorisedTransport('', fakeSession())
  await Promise.all([transport(list), transport(list)])
  expect(fetched).toHaveBeenCalledTimes(1)
  await transport(list)
  expect(fetched).toHaveBeenCalledTimes(2)
})

test('equal writes never share an answer', async () => {
  fetched.mockResolvedValue(answer(201, {}))
  const transport = authorisedTransport('', fakeSession())
  await Promise.all([transport(issue), transport(issue)])
  expect(fetched).toHaveBeenCalledTimes(2)
})

test('no answer at all is said as what the reader can do about it', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'))
  await expect(openTransport('')(list)).rejects.toThrow('Check the connection')
})

/** What the browser tells after it has refused a request by the policy of the page. */
function violated(origin: string, disposition = 'enforce', effectiveDirective = 'connect-src') {
  fetched.mockImplementation(() => {
    const blockedURI = `${origin}/v1/keys`
    const told = { blockedURI, disposition, effectiveDirective }
    const violation = Object.assign(new Event('securitypolicyviolation', { bubbles: true }), told)
    setTimeout(() => document.dispatchEvent(violation))
    return Promise.reject(new TypeError('Failed to fetch'))
  })
  const refused = openTransport('https://held.example')(list)
  return refused.catch((error: unknown) => faultOf(error, faults.broken).code)
}

test('EM-3: a page whose policy holds us back is told so, and not that it has no network', async () => {
  expect(await violated('https://other.example')).toBe('offline')
  expect(await violated('https://held.example', 'report')).toBe('offline')
  expect(await violated('https://held.example', 'enforce', 'img-src')).toBe('offline')
  expect(await violated('https://held.example')).toBe('loader-unreachable')
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValueOnce(false)
  expect(await violated('https://held.example')).toBe('offline')
})

test('a page of somebody in between is no answer of ours', async () => {
  fetched.mockResolvedValue({ status: 200, text: () => Promise.resolve('<html>Log in</html>') })
  await expect(openTransport('')(list)).rejects.toThrow('cannot be reached')
})

const file = { method: 'GET', path: '/v1/reviews/r1/file', headers: {}, as: 'response' } as const

test('what is asked for as a response is handed on unread, to each who asks', async () => {
  const answers = [0, 1].map(() => Object.assign(answer(200, 'not for a parser'), { ok: true }))
  const text = answers.map((one) => jest.spyOn(one, 'text'))
  fetched.mockResolvedValueOnce(answers[0]).mockResolvedValueOnce(answers[1])
  const transport = authorisedTransport('', fakeSession())
  const replies = await Promise.all([transport(file), transport(file)])
  expect(replies.map(({ body }) => body)).toEqual(answers)
  for (const read of text) expect(read).not.toHaveBeenCalled()
})

test('a refusal of a file is read as any other', async () => {
  const problem = { code: 'conflict' }
  fetched.mockResolvedValue({ ok: false, ...answer(409, problem) })
  const reply = await authorisedTransport('', fakeSession())(file)
  expect(reply).toEqual({ status: 409, body: problem })
})

function toJSON(this: unknown) {
  return `again: ${String(this)}`
}

test('EM-9: an old library of the page that teaches arrays another JSON changes nothing that is sent', async () => {
  fetched.mockResolvedValue(answer(201, {}))
  Object.assign(Array.prototype, { toJSON })
  const at = new Date(0)
  await openTransport('')({ ...issue, body: { scopes: ['keys:read'], label: 'a', at } })
  Reflect.deleteProperty(Array.prototype, 'toJSON')
  expect(fetched.mock.calls[0]?.[1].body).toBe(
    '{"scopes":["keys:read"],"label":"a","at":"1970-01-01T00:00:00.000Z"}',
  )
})
