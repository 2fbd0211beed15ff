import { once } from 'node:events'
import { connect } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { uuidv7 } from '../crypto/index.ts'
import { listenAt, type Listener } from '../../testing/listener.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'

const someone = bearer(uuidv7())
let world: World
const open: Listener[] = []

beforeAll(async () => {
  world = await startToyProcessWorld({ env: { TRUSTED_PROXIES: '1' } })
})
afterAll(async () => {
  open.forEach((listener) => listener.close())
  await world.stop()
})

const listen = async (as = someone, from = '192.0.2.1') => {
  const listener = await listenAt(world.url, as, { from })
  open.push(listener)
  return listener
}

/** A connection that never says who comes. */
function stare(from: string) {
  const headers = { 'x-forwarded-for': from }
  return new Promise<WebSocket | null>((resolve) => {
    const url = `${world.url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`
    const socket = new WebSocket(url, { headers } as never)
    socket.addEventListener('open', () => resolve(socket))
    socket.addEventListener('error', () => resolve(null))
  })
}

/** What it is refused with, to the byte. */
async function refusalAt(from: string): Promise<string> {
  const socket = connect(Number(new URL(world.url).port), '127.0.0.1')
  const lines = [
    'GET /live/?EIO=4&transport=websocket HTTP/1.1',
    'host: localhost',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    `x-forwarded-for: ${from}`,
  ]
  socket.write([...lines, '', ''].join('\r\n'))
  return textOf(socket)
}

describe('Reliability: every list has a bound, and so has the one of live sockets', () => {
  test('one listener holds so many, each that goes makes room, and others have their own', async () => {
    const first = await listen()
    await Promise.all(Array.from({ length: 49 }, () => listen()))
    await expect(listen()).rejects.toMatchObject({
      message: 'quota-exceeded',
      data: { status: 429, 'violated-policies': ['live-connections'] },
    })
    await listen(bearer(uuidv7()))
    first.close()
    await first.until(() => !first.socket.connected)
    let again: Listener | undefined
    for (let tries = 0; tries < 50 && !again; tries += 1)
      again = await listen().catch(() => undefined)
    expect(again).toBeDefined()
  })

  test('one network holds so many, though they say nothing, and others come in', async () => {
    const silent: (WebSocket | null)[] = []
    while (silent.length < 2000) {
      silent.push(...(await Promise.all(Array.from({ length: 100 }, () => stare('192.0.2.77')))))
    }
    expect(silent.filter((socket) => socket === null)).toEqual([])
    expect(await stare('192.0.2.77')).toBeNull()
    expect(await refusalAt('192.0.2.77')).toMatch(
      /^HTTP\/1\.1 429 [^]*application\/problem\+json[^]*retry-after: 60[^]*live-connections/,
    )
    await listen(bearer(uuidv7()), '192.0.2.78')
    silent.forEach((socket) => socket?.close())
  })

  test('who says nothing for ten seconds is sent away', async () => {
    const socket = await stare('192.0.2.79')
    const startedAt = performance.now()
    await once(socket as never, 'close')
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
