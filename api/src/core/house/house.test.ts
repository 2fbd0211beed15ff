import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { uuidv7 } from '../crypto/index.ts'
import { listenAt } from '../../testing/listener.ts'
import { holdRequests } from '../../testing/toy/hold.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import { ask } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import type { ProcessWorld } from '../../testing/world.ts'

let world: ProcessWorld
beforeAll(async () => {
  world = await startToyProcessWorld()
})
afterAll(() => world.stop())

test('a process that is asked to stop finishes what is under way and takes nothing new', async () => {
  const server = await world.grow()
  const someone = bearer(uuidv7())
  const listener = await listenAt(server.url, someone)
  const note = uuidv7()
  const held = await holdRequests(world.db)
  const waiting = ask(`${server.url}/v1/notes/misbehave`, {
    as: someone,
    json: { how: 'wait', note },
  })
  await held.arrived()
  const stopped = server.stop()
  const isDeaf = () =>
    ask(`${server.url}/healthz`).then(
      () => false,
      () => true,
    )
  await until(isDeaf)
  await held.letGo()
  expect((await waiting).status).toBe(200)
  const answeredAt = performance.now()
  await stopped
  // The connection may be kept for a minute; whoever has their answer is not waited for.
  expect(performance.now() - answeredAt).toBeLessThan(30_000)
  await listener.until(() => !listener.socket.connected)
  const { rowCount } = await world.db.query('select 1 from toy_notes where id = $1', [note])
  expect(rowCount).toBe(1)
})

test.each([
  ['throw-unheard', 'uncaughtException', 'thrown where nobody listens'],
  ['reject-unheard', 'unhandledRejection', 'refused where nobody listens'],
])(
  'XC-1 V16.5.4 a fault that nobody catches (%s) is in our own log, and the process ends in order',
  async (how, kind, message) => {
    const server = await world.grow()
    const json = { how, note: uuidv7() }
    const answer = await ask(`${server.url}/v1/notes/misbehave`, { as: bearer(uuidv7()), json })
    expect(answer.status).toBe(200)
    await server.ended
    const line = server
      .output()
      .split('\n')
      .find((one) => one.includes('caught by nobody'))
    expect(JSON.parse(line!)).toMatchObject({
      level: 60,
      kind,
      err: { type: 'TypeError', message },
    })
    expect(await server.ended).toBe(1)
  },
)

test('a process with another key-encryption key does not start', async () => {
  const env = { SONAQOR_KEK: Buffer.alloc(32, 7).toString('base64') }
  await expect(world.grow({ env })).rejects.toThrow('did not start')
})

test('a process tells whether it lives, may be asked, and what it counts, on the machine itself', async () => {
  expect(await (await world.ask('/healthz')).json()).toEqual({ status: 'alive' })
  expect(await (await world.ask('/readyz')).json()).toEqual({
    status: 'ready',
    checks: [{ name: 'database', status: 'passed' }],
  })
  await world.ask('/v1/notes', { as: bearer(uuidv7()) })
  const metrics = await (await world.ask('/metrics')).text()
  expect(metrics).toContain('sonaqor_request_seconds_count{route="notes.list",status="200"} 1')
  const proxied = await world.ask('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })
  expect(proxied.status).toBe(404)
})

test('what nobody serves is a problem too', async () => {
  const response = await world.ask('/nowhere')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})

/** What comes back for a request that is written down to the byte. */
async function sendRaw(...lines: string[]): Promise<string> {
  const { port } = new URL(world.url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write([...lines, 'connection: close', '', ''].join('\r\n'))
  return textOf(socket)
}

test.each([
  ['GET /healthz', 'h2c', '200 OK'],
  ['GET /v1/notes', 'h2c', '401 Unauthorized'],
  ['GET /healthz', 'websocket', '200 OK'],
  ['GET /live', 'websocket', '404 Not Found'],
  ['GET /live/?EIO=4', 'h2c', '400 Bad Request'],
])('%s is answered though %s is offered', async (line, upgrade, status) => {
  const answer = await sendRaw(
    `${line} HTTP/1.1`,
    'host: x',
    'connection: upgrade, http2-settings',
    `upgrade: ${upgrade}`,
    'http2-settings: AAMAAABkAAQAoAAAAAIAAAAA',
  )
  expect(answer.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`)
})

test.each([
  ['authorization', ['Authorization: Bearer a', 'authorization: Bearer b']],
  ['host', ['HOST: y']],
])('two headers %s are refused, for nobody knows which is meant', async (name, lines) => {
  const answer = await sendRaw('GET /v1/notes HTTP/1.1', 'host: x', ...lines)
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(answer).toContain('application/problem+json')
  expect(answer).toContain(`The header ${name} may stand in a request once.`)
})

/** What a browser would send, but for the one thing. */
const socketOffer = [
  'host: x',
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
]
const live = 'GET /live/?EIO=4&transport=websocket HTTP/1.1'

test.each([
  ['a request without a host', 400, ['GET /healthz HTTP/1.1']],
  ['one that expects nonsense', 400, ['GET /v1/me HTTP/1.1', 'host: x', 'expect: nonsense']],
  ['polling', 400, ['GET /live/?EIO=4&transport=polling HTTP/1.1', 'host: x']],
  ['a socket of polling', 400, [live.replace('websocket', 'polling'), ...socketOffer]],
  ['a socket of another age', 400, [live.replace('EIO=4', 'EIO=3'), ...socketOffer]],
  ['a session that there is not', 400, [live.replace('EIO=4', 'EIO=4&sid=x'), ...socketOffer]],
  ['half a socket', 400, [live, ...socketOffer.slice(0, 3)]],
  ['a key that is none', 400, [live, ...socketOffer.slice(0, 4), 'sec-websocket-key: x']],
])('XC-8 %s is refused by a problem, as all is that is refused', async (_, status, lines) => {
  const [head = '', body = ''] = (await sendRaw(...lines)).split('\r\n\r\n')
  expect(head).toContain(`HTTP/1.1 ${status} `)
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  expect(body).toContain('"code":"bad-request"')
})

test('who expects to be told to go on is, and who is of the time before hosts needs none', async () => {
  const going = await sendRaw('GET /healthz HTTP/1.1', 'host: x', 'expect: 100-continue')
  expect(going).toContain('HTTP/1.1 200 OK')
  expect(await sendRaw('GET /healthz HTTP/1.0')).toContain('200 OK')
})

test('an address that is no address is no fault of ours', async () => {
  for (const path of ['//x//', '/v1//notes', 'http://[', '*', '/v1/notes?%', '/%']) {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(world.url)
      const sent = httpRequest({ host: '127.0.0.1', port, path, method: 'GET' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject).end()
    })
    expect([path, status! < 500]).toEqual([path, true])
  }
})
