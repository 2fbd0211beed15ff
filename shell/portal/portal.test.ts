import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import type { Received } from './receive.ts'

const secret = `whsec_${btoa('known to Sonaqor and to us')}`
let portal: ChildProcess
let port: number
let complaints = ''

beforeAll(async () => {
  port = await freePort()
  portal = spawn(process.execPath, [fileURLToPath(new URL('server.ts', import.meta.url))], {
    env: {
      PATH: process.env['PATH'],
      PORTAL_PORT: String(port),
      SONAQOR_WEBHOOK_SECRET: secret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  portal.stderr?.on('data', (text: Buffer) => (complaints += text.toString()))
  if (portal.stdout) await once(portal.stdout, 'data')
})

afterAll(async () => {
  portal.kill()
  await once(portal, 'exit')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return free
}

/** Sends the target as it stands, as no browser would. */
async function ask(path: string, method = 'GET', headers = {}, body = '') {
  const sent = request({ host: '127.0.0.1', port, path, method, headers }).end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  return answer
}

const payload = JSON.stringify({ type: 'keys.issued', timestamp: '2026-11-01T08:00:00Z', data: {} })

/** Signs as Sonaqor does, and may be told to be wrong about it. */
function signed(body: string, { id = 'msg_1', at = new Date(), by = secret } = {}) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign(id, at, body),
  }
}

const tell = async (headers: object, body: string) =>
  (await ask('/webhooks', 'POST', headers, body)).statusCode

async function received(): Promise<Received[]> {
  const cookie = await signedIn('merchant-1042')
  const answer = await fetch(`${own()}/received`, { headers: { cookie } })
  return (await answer.json()) as Received[]
}

test.each(['//', 'http://[', '//[', '*', 'http://elsewhere.example/keys'])(
  'what is no address of the portal, as %s, is refused without a complaint',
  async (target) => {
    expect((await ask(target)).statusCode).toBe(400)
    expect(complaints).toBe('')
  },
)

test.each(['/', '/keys?from=mail', '/logs', '/live', '/sign-in', '/portal.css', '/sonaqor.js'])(
  '%s is served',
  async (path) => {
    expect((await ask(path)).statusCode).toBe(200)
  },
)

test('there is nothing at other addresses', async () => {
  const answer = await ask('/nowhere')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    404,
    expect.stringContaining('html'),
  ])
})

test('pages are read, and sessions are opened, and nothing else', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await ask('/keys', method)
    expect(answer.statusCode).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  }
  const answer = await ask('/sonaqor-session')
  expect(answer.statusCode).toBe(405)
  expect(answer.headers.allow).toBe('POST')
})

test.each(['/sonaqor-session', '/sonaqor-session/accountant', '/export', '/sign-in', '/sign-out'])(
  'another site can do nothing at %s',
  async (path) => {
    expect((await ask(path, 'POST')).statusCode).toBe(403)
    expect((await ask(path, 'POST', { origin: 'https://evil.example' })).statusCode).toBe(403)
  },
)

test('whoever is signed in stays so by a cookie that no script and no other site can use', async () => {
  const cookie = await signedIn('merchant-2077')
  expect(cookie).toMatch(/^tidewater=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
  expect((await ask('/keys', 'GET', { cookie })).statusCode).toBe(200)
})

test('whoever has signed out sees the way in alone, opens no session and exports nothing', async () => {
  const cookie = await signedIn('merchant-1042')
  const { headers } = await ask('/sign-out', 'POST', { origin: own(), cookie })
  expect(headers.location).toBe('/sign-in')
  for (const later of [cookie, String(headers['set-cookie'])]) {
    expect((await ask('/keys', 'GET', { cookie: later })).headers.location).toBe('/sign-in')
    for (const act of ['/sonaqor-session', '/export']) {
      const answer = await ask(act, 'POST', { origin: own(), cookie: later })
      expect(answer.statusCode).toBe(401)
    }
  }
})

test('an account that there is not is not signed in', async () => {
  const answer = await ask('/sign-in', 'POST', { origin: own() }, 'merchant=nobody')
  expect(answer.headers.location).toBe('/sign-in')
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('WH-2 what is signed for the portal is taken, and shown to whoever is signed in alone', async () => {
  expect(await tell(signed(payload), payload)).toBe(200)
  expect(await received()).toMatchObject([{ type: 'keys.issued', refusedFor: null }])
  expect((await ask('/received')).statusCode).toBe(401)
})

test('WH-3 what comes again stands there once', async () => {
  for (const id of ['msg_2', 'msg_2'])
    expect(await tell(signed(payload, { id }), payload)).toBe(200)
  expect(await received()).toHaveLength(2)
})

const earlier = new Date(Date.now() - 6 * 60_000)
const altered = payload.replace('issued', 'revoked')

test.each([
  ['altered on its way', signed(payload), altered],
  ['signed with another secret', signed(payload, { by: `whsec_${btoa('of somebody')}` }), payload],
  ['signed too long ago', signed(payload, { at: earlier }), payload],
  ['not signed', {}, payload],
])('WH-2 what was %s is refused, and nothing of it is believed', async (_, headers, body) => {
  const before = (await received()).filter(({ refusedFor }) => refusedFor === null)
  expect(await tell(headers, body)).toBe(400)
  const [newest, ...others] = await received()
  expect(newest).toMatchObject({ type: null, refusedFor: expect.stringMatching(/\w/) })
  expect(others.filter(({ refusedFor }) => refusedFor === null)).toEqual(before)
})

test('WH-2 what is larger than any message is refused before it is read', async () => {
  const before = await received()
  const body = JSON.stringify({ type: 'keys.issued', data: 'x'.repeat(256 * 1024) })
  expect(await tell(signed(body), body)).toBe(413)
  expect(await received()).toEqual(before)
})

test('WH-2 no more than the last few are kept, and what is refused takes no place of what is not', async () => {
  for (let nth = 0; nth < 9; nth += 1) await tell(signed(payload, { id: `many_${nth}` }), payload)
  const verified = async () => (await received()).filter(({ refusedFor }) => refusedFor === null)
  const before = await verified()
  expect(before).toHaveLength(8)
  for (let nth = 0; nth < 9; nth += 1) await tell({}, payload)
  expect(await verified()).toEqual(before)
  expect(await received()).toHaveLength(16)
})

test('WH-9 asked whether it wants to be told, the portal agrees', async () => {
  const { headers } = await ask('/webhooks', 'OPTIONS', { 'webhook-request-origin': 'localhost' })
  expect(headers['webhook-allowed-origin']).toBe('*')
})

const own = () => `http://127.0.0.1:${port}`

async function signedIn(ref: string): Promise<string> {
  const { headers } = await ask('/sign-in', 'POST', { origin: own() }, `merchant=${ref}`)
  return headers['set-cookie']?.[0] ?? ''
}
