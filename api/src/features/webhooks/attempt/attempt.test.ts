/** WH-7: nothing that a receiver or its name does reaches inside, lasts for ever, or stops us. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { createServer, type RequestListener } from 'node:http'
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net'
import { createCourier, type Resolve } from '../../../core/outbound/index.ts'
import { makeAttempt } from './attempt.ts'

const servers: { server: Server; sockets: Set<Socket> }[] = []
const couriers: { close(): void }[] = []
afterEach(() => couriers.splice(0).forEach((courier) => courier.close()))
afterAll(() => {
  for (const { server, sockets } of servers) {
    server.close()
    sockets.forEach((socket) => socket.destroy())
  }
})

async function open(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)))
  })
  servers.push({ server, sockets })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const listen = async (answer: RequestListener) =>
  `http://127.0.0.1:${await open(createServer(answer))}/hook`
/** Says these bytes to whoever has asked, and then does what it does. */
const speaking = async (speak: (socket: Socket) => void) => {
  const port = await open(createTcpServer((socket) => socket.once('data', () => speak(socket))))
  return `http://127.0.0.1:${port}/hook`
}

/** Those that answer do so in this time, however busy the machine is; those that never do are given up soon. */
const patientMs = 15_000
const soonMs = 300

interface Way {
  readonly timeoutMs?: number
  readonly allowsLoopback?: boolean
  readonly resolve?: Resolve
}
const attempt = async (
  url: string,
  { allowsLoopback = true, timeoutMs = patientMs, ...rest }: Way = {},
) => {
  const courier = createCourier({ allowsLoopback, timeoutMs, answerMax: 64 * 1024, ...rest })
  couriers.push(courier)
  return makeAttempt(courier, { url, headers: { 'X-Own': 'a secret' }, body: '{"é":1}' })
}

const notFound: Resolve = async () => {
  throw Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND' })
}

describe('WH-3 what was answered', () => {
  test('is kept with its time, its headers and the beginning of its body', async () => {
    const heard: { headers: object; body: string }[] = []
    const url = await listen(async (request, reply) => {
      heard.push({ headers: request.headers, body: (await request.toArray()).join('') })
      reply.writeHead(200, { 'x-answer': 'yes' }).end(`a\0${'x'.repeat(5000)}`)
    })
    const outcome = await attempt(url)
    expect(heard).toEqual([
      {
        body: '{"é":1}',
        headers: expect.objectContaining({
          'content-type': 'application/json',
          'content-length': '8',
          'user-agent': 'Sonaqor-Webhooks/1',
          'x-own': 'a secret',
        }),
      },
    ])
    expect(outcome).toMatchObject({ status: 200, fault: null, detail: null, address: '127.0.0.1' })
    expect(outcome.requestHeaders).toMatchObject({
      'x-own': '(kept secret)',
      'content-length': '8',
    })
    expect(outcome.response?.headers).toMatchObject({ 'x-answer': 'yes' })
    const { text, bytes, cut } = outcome.response!.body
    expect([text.slice(0, 3), text.length, bytes, cut]).toEqual(['a\u{fffd}x', 4096, 5002, true])
    const { connectMs, firstByteMs, tlsMs } = outcome.timing
    expect([connectMs! >= 0, firstByteMs! >= 0, tlsMs]).toEqual([true, true, null])
    expect(outcome.latencyMs).toBeGreaterThanOrEqual(firstByteMs!)
  })

  test.each([300, 301, 304, 307, 400, 404, 500])(
    '%i is no success, and leads nowhere else',
    async (status) => {
      let asked = 0
      const inside = await listen((_, reply) => {
        asked += 1
        reply.end()
      })
      const url = await listen((_, reply) => reply.writeHead(status, { location: inside }).end())
      const fault = status < 400 ? 'redirect' : 'status'
      expect(await attempt(url)).toMatchObject({ status, fault })
      expect(asked).toBe(0)
    },
  )
})

const withBody = (body: object) => ({ status: 200, fault: null, response: { body } })

describe('WH-7 a hostile receiver', () => {
  const head = 'HTTP/1.1 200 OK\r\n'
  type Hostile = [string, (socket: Socket) => void, { status: number | null; fault: string | null }]
  const hostile: Hostile[] = [
    ['says nothing', () => undefined, { status: null, fault: 'timeout' }],
    [
      'lets headers drip',
      (socket) => {
        socket.write(head)
        const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 20)
        socket.on('close', () => clearInterval(drip))
      },
      { status: null, fault: 'timeout' },
    ],
    [
      'lets its body drip',
      (socket) => {
        socket.write(`${head}content-length: 1000\r\n\r\n`)
        const drip = setInterval(() => socket.write('.'), 20)
        socket.on('close', () => clearInterval(drip))
      },
      { status: 200, fault: 'timeout' },
    ],
    ['resets', (socket) => socket.resetAndDestroy(), { status: null, fault: 'connection-reset' }],
    ['hangs up', (socket) => socket.end(), { status: null, fault: 'connection-reset' }],
    [
      'breaks off within its body',
      (socket) => socket.end(`${head}content-length: 100\r\n\r\nsome`),
      { status: 200, fault: 'connection-reset' },
    ],
    [
      'speaks something else',
      (socket) => socket.end('220 mail.example ESMTP\r\n'),
      { status: null, fault: 'answer-malformed' },
    ],
    [
      'throws headers without end',
      (socket) => socket.write(`${head}${'x-bomb: '.padEnd(4000, 'x')}\r\n`.repeat(1000)),
      { status: null, fault: 'answer-malformed' },
    ],
    [
      'answers 10 MB',
      (socket) => {
        socket.write(`${head}content-length: 10000000\r\n\r\n`)
        socket.write('x'.repeat(10_000_000))
      },
      withBody({ bytes: 65_536, cut: true }),
    ],
    [
      'says that its bytes are packed',
      (socket) => socket.end(`${head}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nHTML`),
      withBody({ text: 'HTML' }),
    ],
    [
      'has chunks that are none',
      (socket) => socket.write(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n`),
      { status: 200, fault: 'answer-malformed' },
    ],
    [
      'wants another protocol',
      (socket) =>
        socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      { status: null, fault: 'connection-reset' },
    ],
    [
      'promises without end',
      (socket) => {
        const promise = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 5)
        socket.on('close', () => clearInterval(promise))
      },
      { status: null, fault: 'timeout' },
    ],
  ]
  test.each(hostile)('that %s comes to a fault, or is cut', async (_, speak, expected) => {
    const timeoutMs = expected.fault === 'timeout' ? soonMs : patientMs
    expect(await attempt(await speaking(speak), { timeoutMs })).toMatchObject(expected)
  })

  test('that is not there, or has no certificate, comes to a fault', async () => {
    const port = await open(createServer((_, reply) => reply.end()))
    expect(await attempt(`https://127.0.0.1:${port}/`)).toMatchObject({ fault: 'tls' })
    expect(await attempt('http://127.0.0.1:1/')).toMatchObject({ fault: 'connection-refused' })
    const nowhere = await attempt('https://nowhere.test/', { resolve: notFound })
    expect(nowhere).toMatchObject({ fault: 'name-not-found', address: null })
  })

  test('that closes a kept connection just then is asked once more', async () => {
    let asked = 0
    const server = createServer((request, reply) => {
      asked += 1
      if (asked === 2) request.socket.destroy()
      else reply.end()
    })
    const url = `http://127.0.0.1:${await open(server)}/`
    const courier = createCourier({
      allowsLoopback: true,
      timeoutMs: patientMs,
      answerMax: 1000,
    })
    couriers.push(courier)
    for (let i = 0; i < 2; i += 1) {
      const outcome = await makeAttempt(courier, { url, headers: {}, body: '{}' })
      expect(outcome).toMatchObject({ status: 200, fault: null })
    }
    expect(asked).toBe(3)
  })
})

describe('WH-7 an address inside', () => {
  const inside = `
    127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 0 0.0.0.0 10.0.0.1
    10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.1.1 169.254.169.254 0xa9fea9fe
    2852039166 100.64.0.1 100.127.255.255 192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1
    203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 [::] [::1] [::127.0.0.1]
    [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:a9fe:a9fe] [::ffff:0:127.0.0.1]
    [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:1::1]
    [fe80::1] [fc00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] [100::1] localhost sub.localhost
    ①②⑦.⓪.⓪.① user:pw@example.com 127.0.0.1.
  `
    .trim()
    .split(/\s+/)

  test('is never connected to, in whatever notation', async () => {
    let connected = 0
    const port = await open(createTcpServer(() => (connected += 1)))
    expect(new Set(inside).size).toBeGreaterThanOrEqual(50)
    for (const scheme of ['http', 'https']) {
      for (const host of inside) {
        const url = `${scheme}://${host}:${port}/`
        const outcome = await attempt(url, { allowsLoopback: false })
        expect([url, outcome.fault]).toEqual([url, 'address-refused'])
      }
    }
    expect(connected).toBe(0)
  })

  test('is refused where a name comes to mean it, each time that it is connected to', async () => {
    let connected = 0
    const port = await open(createTcpServer(() => (connected += 1)))
    const answers = [
      [{ address: '127.0.0.1', family: 4 }],
      [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      [{ address: '::ffff:127.0.0.1', family: 6 }],
      [],
    ]
    for (const found of answers) {
      const way = { allowsLoopback: false, resolve: async () => found }
      const outcome = await attempt(`https://rebinding.test:${port}/`, way)
      expect(outcome).toMatchObject({ fault: 'address-refused', address: null })
    }
    expect(connected).toBe(0)
  })
})
