/** WH-10: what `listen` sends to a machine, and what it makes of whatever answers there. */
import { once } from 'node:events'
import { createServer as createPlainServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startReceiver, type Receiver } from '../src/testing/webhooks/receiver.ts'
import { until } from '../src/testing/until.ts'
import { forward } from './src/listen/forward.ts'
import type { Message } from './src/listen/inbox-api.ts'
import { printerOn } from './src/listen/printer.ts'

let receiver: Receiver

beforeAll(async () => {
  receiver = await startReceiver()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer = (reply) => void reply.writeHead(204).end()
})
afterAll(() => receiver.stop())

const body = '{"type":"keys.updated","data":{"label":"Größe – 鍵 \\u0000"}}'
const message: Message = {
  id: '1',
  eventId: 'event-1',
  eventType: 'keys.updated',
  isTest: false,
  attempt: 1,
  isBodyHeldBack: false,
  body,
  headers: {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    host: 'inbox.sonaqor.example',
    connection: 'keep-alive',
    'accept-encoding': 'identity',
    'user-agent': 'Sonaqor-Webhooks/1',
    'webhook-id': 'event-1',
    'webhook-timestamp': '1',
    'webhook-signature': 'v1,one v1,two',
  },
}
const never = new AbortController().signal
const forwardTo = (to: string | URL, timeoutMs?: number) =>
  forward(message, { to: new URL(to), signal: never, ...(timeoutMs && { timeoutMs }) })

/** Whoever is no server of HTTP. */
async function plain(behave: (socket: Socket) => void) {
  const server = createPlainServer((socket) => {
    socket.on('error', () => {})
    behave(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { to: `http://127.0.0.1:${port}/`, [Symbol.dispose]: () => void server.close() }
}

describe('WH-10: a message is forwarded', () => {
  test('with its headers and bytes as they were sent, but for those of the connection', async () => {
    const outcome = await forwardTo(`${receiver.url}/hooks?of=me`)
    expect(outcome).toMatchObject({ status: 204, fault: null, words: '' })
    const [came] = receiver.received
    expect(came).toMatchObject({ path: '/hooks?of=me', body })
    const { host, connection: _, ...others } = message.headers
    expect(host).not.toBe(came!.headers.host)
    expect(came!.headers).toEqual({
      ...others,
      host: new URL(receiver.url).host,
      connection: 'close',
    })
  })

  test('once: a redirect is an answer, and nobody is asked in its place', async () => {
    receiver.answer = (reply) =>
      void reply.writeHead(307, { location: `${receiver.url}/else` }).end()
    const outcome = await forwardTo(receiver.url)
    expect(outcome).toMatchObject({ status: 307, fault: null })
    expect(outcome.words).toContain(`${receiver.url}/else`)
    expect(receiver.received).toHaveLength(1)
  })

  test('and its answer is read no further than anybody would', async () => {
    let isClosed = false
    receiver.answer = (reply) => {
      reply.on('close', () => (isClosed = true)).writeHead(500, { 'content-type': 'text/plain' })
      reply.write(`\u{1b}[2Jno\r\nway ${'x'.repeat(100_000)}`)
    }
    const outcome = await forwardTo(receiver.url)
    expect(outcome).toMatchObject({ status: 500, fault: null })
    expect(outcome.words).toMatch(/^\[2Jno way x{150,200}$/)
    await until(() => isClosed)
  })
})

describe('WH-10: what is no answer', () => {
  test('is refused where nobody listens', async () => {
    const { to, [Symbol.dispose]: close } = await plain(() => {})
    close()
    expect(await forwardTo(to)).toMatchObject({ status: null, fault: 'refused' })
  })

  test('is a timeout where none comes, or none that ends', async () => {
    receiver.answer = () => {}
    expect(await forwardTo(receiver.url, 50)).toMatchObject({ status: null, fault: 'timeout' })
    receiver.answer = (reply) => void reply.writeHead(200).write('it goes on')
    expect(await forwardTo(receiver.url, 50)).toMatchObject({ status: null, fault: 'timeout' })
  })

  test.each<[string, (socket: Socket) => void]>([
    ['it hangs up', (socket) => socket.destroy()],
    ['it breaks off', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhal')],
    ['it speaks something else', (socket) => socket.end('hello\r\n')],
    ['it speaks of another protocol', (socket) => socket.end('HTTP/1.1 101 Switching\r\n\r\n')],
    ['its status is none', (socket) => socket.end('HTTP/1.1 999 Much\r\n\r\n')],
  ])('is broken where %s', async (_, behave) => {
    using server = await plain((socket) => void socket.once('data', () => behave(socket)))
    expect(await forwardTo(server.to)).toMatchObject({ status: null, fault: 'broken' })
  })

  test('ends at once with whoever listens', async () => {
    const ended = new AbortController()
    receiver.answer = () => ended.abort()
    const forwarding = { to: new URL(receiver.url), signal: ended.signal }
    await expect(forward(message, forwarding)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

const now = () => new Date(2026, 10, 22, 9, 5, 3)

test('WH-10 a line tells time, status, duration, type and id, in colours where there are some', () => {
  const lines: string[] = []
  const out = (text: string) => void lines.push(text)
  const taken = { status: 204, fault: null, latencyMs: 12, words: '' }
  const refused = { status: null, fault: 'refused', latencyMs: 1, words: 'nobody' } as const
  const printer = printerOn({ out, err: out, hasColours: false, now })
  printer.message(message, taken)
  printer.message({ ...message, isTest: true, attempt: 2 }, refused)
  printerOn({ out, err: out, hasColours: true, now }).message(message, taken)
  expect(lines.map((line) => line.trimEnd().replaceAll(/ +/g, ' '))).toEqual([
    '09:05:03 204 12 ms keys.updated event-1',
    '09:05:03 refused 1 ms keys.updated event-1 test attempt 2 nobody',
    '\u{1b}[90m09:05:03\u{1b}[0m \u{1b}[32m204 \u{1b}[0m 12 ms keys.updated event-1',
  ])
})
