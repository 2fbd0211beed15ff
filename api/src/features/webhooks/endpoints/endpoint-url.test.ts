/** WH-7: an endpoint never reaches inside our network, neither when it is made nor when it is asked. */
import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createCourier, type Courier } from '../../../core/outbound/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import { admitting } from './endpoint-url.ts'

/** What names lead to; of all others nobody knows. */
const names: Readonly<Record<string, readonly string[]>> = {
  'hooks.partner.com': ['93.184.215.14', '2606:4700::1111'],
  'xn--mnchen-3ya.de': ['93.184.215.14'],
  'rebound.partner.com': ['127.0.0.1'],
  'one-of-two.partner.com': ['93.184.215.14', '10.0.0.7'],
  'six.partner.com': ['::1'],
  'mapped.partner.com': ['::ffff:127.0.0.1'],
  'nat64.partner.com': ['64:ff9b::7f00:1'],
  'six-to-four.partner.com': ['2002:7f00:1::1'],
  'metadata.partner.com': ['169.254.169.254'],
  'shared.partner.com': ['100.64.0.1'],
  'localhost.partner.com': ['127.0.0.1'],
  '127.0.0.1.nip.io': ['127.0.0.1'],
  'unique-local.partner.com': ['fd12:3456::1'],
}

const resolve = async (name: string) =>
  (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const canaries: Server[] = []
let port: number
let connections = 0
let courier: Courier

beforeAll(async () => {
  port = await sing('127.0.0.1')
  await sing('::1').catch(() => undefined)
  courier = createCourier({ allowsLoopback: false, resolve, timeoutMs: 2000, answerMax: 100 })
})
afterAll(() => {
  courier.close()
  for (const canary of canaries) canary.close()
})

/** Whoever is heard by it has reached this machine. */
async function sing(host: string): Promise<number> {
  const canary = createServer((socket) => {
    connections += 1
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')
  })
  canaries.push(canary)
  await new Promise<void>((listening, failed) => {
    canary.once('error', failed).listen(port ?? 0, host, listening)
  })
  return (canary.address() as AddressInfo).port
}

const admit = admitting({ allowsLoopback: false, resolve })
const faultOf = async (url: string, by = admit) => {
  const answer = await by(url).catch((error: unknown) => error)
  return answer instanceof Problem ? answer.details.errors?.[0] : answer
}

/** Each with the port of the canary in the place of PORT. */
const inside = [
  // This machine, in every notation of IPv4.
  'https://127.0.0.1:PORT/',
  'https://127.1:PORT/',
  'https://127.0.1:PORT/',
  'https://2130706433:PORT/',
  'https://0x7f000001:PORT/',
  'https://0x7f.0.0.1:PORT/',
  'https://0x7f.1:PORT/',
  'https://0177.0.0.1:PORT/',
  'https://017700000001:PORT/',
  'https://0177.0x0.0.1:PORT/',
  'https://127.0.0.1.:PORT/',
  'https://127.255.255.254:PORT/',
  'https://0.0.0.0:PORT/',
  'https://0:PORT/',
  'https://０x7f.1:PORT/',
  'https://①②⑦.⓪.⓪.①:PORT/',
  'https://１２７.０.０.１:PORT/',
  'https://127。0。0。1:PORT/',
  'https://127%2e0%2e0%2e1:PORT/',
  'https://%31%32%37.0.0.1:PORT/',
  // And of IPv6.
  'https://[::1]:PORT/',
  'https://[0:0:0:0:0:0:0:1]:PORT/',
  'https://[::]:PORT/',
  'https://[::ffff:127.0.0.1]:PORT/',
  'https://[::ffff:7f00:1]:PORT/',
  'https://[::127.0.0.1]:PORT/',
  'https://[64:ff9b::127.0.0.1]:PORT/',
  'https://[64:ff9b:1::7f00:1]:PORT/',
  'https://[2002:7f00:1::]:PORT/',
  'https://[2001:0:7f00:1::]:PORT/',
  // Networks of one's own, of links, of providers, of nobody.
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/latest/meta-data/',
  'https://[fd00:ec2::254]/latest/meta-data/',
  'https://100.64.0.1/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  // By name.
  'https://localhost:PORT/',
  'https://LOCALHOST:PORT/',
  'https://localhost.:PORT/',
  'https://hooks.localhost:PORT/',
  'https://ⓛocalhost:PORT/',
  'https://localhost.localdomain:PORT/',
  'https://printer.local/',
  'https://metadata.google.internal/computeMetadata/v1/',
  'https://vault.corp/',
  'https://router.home.arpa/',
  'https://nas.lan/',
  'https://database/',
  'https://hooks.partner.com./',
  'https://rebound.partner.com:PORT/',
  'https://one-of-two.partner.com/',
  'https://six.partner.com:PORT/',
  'https://mapped.partner.com:PORT/',
  'https://nat64.partner.com:PORT/',
  'https://six-to-four.partner.com:PORT/',
  'https://metadata.partner.com/',
  'https://shared.partner.com/',
  'https://unique-local.partner.com/',
  'https://localhost.partner.com:PORT/',
  'https://127.0.0.1.nip.io:PORT/',
  'https://unknown.partner.com/',
] as const

describe('WH-7: what leads inside is refused at registration, and reaches nobody when it is asked', () => {
  test.each(inside)('%s', async (pattern) => {
    const url = pattern.replace('PORT', String(port))
    expect(await faultOf(url)).toMatchObject({
      pointer: '#/url',
      detail: expect.stringContaining('must'),
    })
    const before = connections
    if (!url.includes('hooks.partner.com')) {
      const { status } = await courier.post({ url, headers: {}, body: Buffer.from('{}') })
      expect(status).toBeNull()
    }
    expect(connections).toBe(before)
  })
})

describe('WH-7: what says more than where to', () => {
  test.each([
    ['https://user:secret@hooks.partner.com/', 'must not hold a user or a password'],
    ['https://user@hooks.partner.com/', 'must not hold a user or a password'],
    ['https://@hooks.partner.com/', 'must not hold a user or a password'],
    ['https://hooks.partner.com@127.0.0.1/', 'must not hold a user or a password'],
    ['https://hooks.partner.com/#here', 'must not have a fragment: nothing behind # is ever sent'],
    ['https://hooks.partner.com/#', 'must not have a fragment: nothing behind # is ever sent'],
    [
      'https://127.0.0.1#@hooks.partner.com/',
      'must not have a fragment: nothing behind # is ever sent',
    ],
    ['http://hooks.partner.com/', 'must begin with https://'],
    ['http://127.0.0.1/', 'must begin with https://'],
    ['ftp://hooks.partner.com/', 'must be an address like "https://example.com/webhooks"'],
    ['file:///etc/passwd', 'must be an address like "https://example.com/webhooks"'],
    ['gopher://127.0.0.1:6379/_FLUSHALL', 'must be an address like "https://example.com/webhooks"'],
    ['https:hooks.partner.com', 'must be an address like "https://example.com/webhooks"'],
    ['https:\\\\hooks.partner.com\\', 'must be an address like "https://example.com/webhooks"'],
    [
      'https://hooks.partner.com\\@127.0.0.1/',
      'must be an address like "https://example.com/webhooks"',
    ],
    ['https://hooks.partner.com/a\tb', 'must be an address like "https://example.com/webhooks"'],
    ['https://hooks.part\nner.com/', 'must be an address like "https://example.com/webhooks"'],
    [
      'https://hooks.partner.com/\u202Egpj',
      'must be an address like "https://example.com/webhooks"',
    ],
    ['https://', 'must be an address like "https://example.com/webhooks"'],
    [
      `https://hooks.partner.com/${'ü'.repeat(400)}`,
      'must have at most 2000 characters once it is encoded',
    ],
  ])('%j is refused', async (url, detail) => {
    expect(await faultOf(url)).toEqual({ pointer: '#/url', detail })
  })

  test.each([22, 25, 53, 80, 110, 445, 1023, 2375, 3306, 5432, 6379, 9200, 11211, 27017])(
    'port %i is of another service',
    async (inner) => {
      expect(await faultOf(`https://hooks.partner.com:${inner}/`)).toMatchObject({
        detail: 'must have port 443, or one above 1023 that is not of another service',
      })
    },
  )
})

describe('WH-1: what is in the open network may be an endpoint, and is kept as it is asked', () => {
  test.each([
    ['https://hooks.partner.com/in?token=a', 'https://hooks.partner.com/in?token=a'],
    ['https://HOOKS.partner.com:443', 'https://hooks.partner.com/'],
    ['https://hooks.partner.com:8443/a/../b', 'https://hooks.partner.com:8443/b'],
    ['https://münchen.de/ö', 'https://xn--mnchen-3ya.de/%C3%B6'],
    ['https://93.184.215.14/', 'https://93.184.215.14/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('%s', async (url, kept) => {
    expect(await admit(url)).toBe(kept)
  })

  test('on one machine its own servers may be as well, and nothing else inside', async () => {
    const here = admitting({ allowsLoopback: true, resolve })
    expect(await here('http://127.0.0.1:9/hooks')).toBe('http://127.0.0.1:9/hooks')
    for (const url of ['http://10.0.0.1/', 'https://10.0.0.1/', 'http://hooks.partner.com/']) {
      expect(await faultOf(url, here)).toMatchObject({ pointer: '#/url' })
    }
  })
})
