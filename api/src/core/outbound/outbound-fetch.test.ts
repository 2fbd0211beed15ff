/** Nobody who names an address makes us look into our own network. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { AddressRefused, isPublic, outboundFetch } from './index.ts'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()))

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001:0:1::1',
  '168.63.129.16',
  '::ffff:168.63.129.16',
  '::a83f:8110',
  '2001:2::1',
  '2001:10::1',
  '2620:4f:8000::1',
  '3fff::1',
  '100::1',
  '5f00::1',
  'fec0::1',
  '4000::1',
  '1::1',
  'e000::1',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '2001:db8::1',
  'nowhere',
])('%s is not of the open network', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['93.184.215.14', '168.63.129.17', '2606:4700::1111', '2001:4860:4860::8888', '3ffe::1'])(
  '%s is',
  (address) => {
    expect(isPublic(address)).toBe(true)
  },
)

describe('in the open', () => {
  const outbound = outboundFetch({ allowsLoopback: false })
  test.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
    'https://169.254.169.254/latest/meta-data',
    'https://somebody:secret@example.com/',
    'file:///etc/passwd',
  ])('%s is never asked', async (url) => {
    await expect(outbound(url)).rejects.toBeInstanceOf(AddressRefused)
  })
})

describe('on one machine', () => {
  const outbound = outboundFetch({ allowsLoopback: true, timeoutMs: 300, answerMax: 1000 })

  test('its own servers are asked, with what is sent', async () => {
    const url = await listen((request, reply) => {
      void request.toArray().then((chunks) => reply.end(`${request.method} ${chunks.join('')}`))
    })
    const answer = await outbound(url, { method: 'POST', body: new URLSearchParams({ a: '1' }) })
    expect(await answer.text()).toBe('POST a=1')
  })

  test('nothing else is, over http', async () => {
    await expect(outbound('http://10.0.0.1/')).rejects.toBeInstanceOf(AddressRefused)
  })

  test('no redirect is followed', async () => {
    const url = await listen((_, reply) => reply.writeHead(302, { location: '/other' }).end())
    expect((await outbound(url)).status).toBe(302)
  })

  test('an answer that is too long, or too slow, is cut off', async () => {
    const long = await listen((_, reply) => reply.end('x'.repeat(1001)))
    await expect(outbound(long)).rejects.toBeInstanceOf(RangeError)
    const slow = await listen((_, reply) => void reply.write('…'))
    await expect(outbound(slow)).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
