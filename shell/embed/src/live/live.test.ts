import type { LiveEvent } from '@sonaqor/contract/live'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { Grant, Session } from '../session/session.ts'
import type { Connect, LiveSocket } from './live-connection.ts'
import { createLive } from './live.ts'

/** A socket that a test plays the server of. */
class FakeSocket extends EventEmitter {
  connected = false
  active = true
  readonly sent: unknown[][] = []
  readonly auths: object[] = []
  /** What the server answers to whatever it is asked. */
  answer = true
  private readonly auth: Parameters<Connect>[0]

  constructor(auth: Parameters<Connect>[0]) {
    super()
    this.auth = auth
  }

  async arrive() {
    await new Promise<void>((done) => {
      this.auth((data) => {
        this.auths.push(data)
        done()
      })
    })
    this.connected = true
    super.emit('connect')
    await settled()
  }

  hear(name: string, ...data: unknown[]) {
    super.emit(name, ...data)
  }

  override emit(name: string, ...data: unknown[]): boolean {
    this.sent.push([name, ...data.filter((part) => typeof part !== 'function')])
    return true
  }

  emitWithAck(name: string, ...data: unknown[]) {
    this.emit(name, ...data)
    return Promise.resolve(this.answer)
  }

  connect() {
    return this
  }

  disconnect() {
    this.connected = false
    return this
  }
}

const settled = () => jest.advanceTimersByTimeAsync(0)
const event = (sequence: number, type: string): LiveEvent => ({ sequence, type, ref: {}, at: '' })

function start() {
  let socket: FakeSocket | undefined
  let tokens = 1
  const grant = () => ({ token: `t${tokens}` }) as Grant
  const followers = new Set<(grant: Grant) => void>()
  const session: Session = {
    grant: () => Promise.resolve(grant()),
    follow(listener) {
      followers.add(listener)
      return () => followers.delete(listener)
    },
    refused: () => {
      tokens += 1
    },
    token: () => `t${tokens}`,
    close: () => undefined,
  }
  const connect = jest.fn<Connect>((auth) => {
    socket = new FakeSocket(auth)
    return Promise.resolve(socket as unknown as LiveSocket)
  })
  /** Time has passed, and the session got another token. */
  const renew = () => {
    session.refused(`t${tokens}`)
    for (const follower of followers) follower(grant())
    return settled()
  }
  return { live: createLive(session, connect), connect, socket: () => socket!, renew, followers }
}

/** Where the browser says that the network goes and comes. */
let page: EventTarget

beforeEach(() => {
  jest.useFakeTimers()
  page = new EventTarget()
  Object.assign(globalThis, { addEventListener: page.addEventListener.bind(page) })
})
afterEach(() => {
  jest.useRealTimers()
})

test('there is no socket until something listens, and one for all who do', async () => {
  const { live, connect } = start()
  expect(connect).not.toHaveBeenCalled()
  live.subscribe('keys', () => undefined)
  live.subscribe('logs', () => undefined)
  await settled()
  expect(connect).toHaveBeenCalledTimes(1)
})

test('a listener hears the events of its area alone', async () => {
  const { live, socket } = start()
  const heard: string[] = []
  live.subscribe('keys', (events) => heard.push(...events.map(({ type }) => type)))
  await settled()
  await socket().arrive()
  const events = [event(1, 'keys.issued'), event(2, 'apps.created'), event(3, 'keysmith.hired')]
  socket().hear('events', { events, head: 3 })
  await jest.advanceTimersByTimeAsync(500)
  expect(heard).toEqual(['keys.issued'])
})

test('one function may listen twice, and stopping one of both leaves the other', async () => {
  const { live, socket } = start()
  const listener = jest.fn()
  const logged = jest.fn()
  const stopKeys = live.subscribe('keys', listener)
  live.subscribe('apps', listener)
  const stopRefused = live.tail({ status: '4xx' }, logged)
  live.tail({ status: '2xx' }, logged)
  live.onStatus(listener)
  const stopStatus = live.onStatus(listener)
  await settled()
  await socket().arrive()
  await jest.advanceTimersByTimeAsync(500)
  listener.mockClear()
  const events = [event(1, 'keys.issued'), event(2, 'apps.created')]
  socket().hear('events', { events, head: 2 })
  await jest.advanceTimersByTimeAsync(500)
  expect(listener.mock.calls).toEqual([[[events[0]]], [[events[1]]]])

  for (const stop of [stopKeys, stopKeys, stopRefused, stopStatus]) stop()
  listener.mockClear()
  socket().hear('events', { events, head: 2 })
  socket().hear('logs', { entries: [{ status: 200 }], dropped: 0 })
  await jest.advanceTimersByTimeAsync(500)
  socket().hear('disconnect', 'transport close')
  expect(listener.mock.calls).toEqual([[[events[1]]], ['lost']])
  expect(logged).toHaveBeenCalledWith({ entries: [{ status: 200 }], dropped: 0 })
})

test('XC-5: after a loss it says the last sequence that it saw', async () => {
  const { live, socket } = start()
  live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  socket().hear('events', { events: [event(41, 'keys.issued')], head: 42 })
  socket().hear('disconnect', 'transport close')
  expect(live.status()).toBe('lost')
  await socket().arrive()
  expect(socket().auths).toEqual([{ token: 't1' }, { token: 't1', since: 42 }])
  expect(live.status()).toBe('open')
})

test('the first connection asks views to read again: what came before it was not heard', async () => {
  const { live, socket } = start()
  const listener = jest.fn()
  live.subscribe('keys', listener)
  await settled()
  await socket().arrive()
  await jest.advanceTimersByTimeAsync(500)
  expect(listener).toHaveBeenCalledWith([])
})

test('it counts as open only once the tail runs', async () => {
  const { live, socket } = start()
  const statuses: string[] = []
  live.onStatus((status) => statuses.push(`${status} ${socket()?.sent.length ?? 0}`))
  live.tail({ status: '4xx' }, () => undefined)
  await settled()
  await socket().arrive()
  expect(socket().sent).toEqual([['tail', { status: '4xx' }]])
  expect(statuses.at(-1)).toBe('open 1')
})

test('two tails share the widest filter, and each hears its own rows', async () => {
  const { live, socket } = start()
  const refused: unknown[] = []
  const accepted: unknown[] = []
  live.tail({ status: '4xx' }, ({ entries }) => refused.push(...entries))
  const stop = live.tail({ status: '2xx' }, ({ entries }) => accepted.push(...entries))
  await settled()
  await socket().arrive()
  expect(socket().sent).toEqual([['tail', {}]])
  const [ok, missing] = [{ status: 200 }, { status: 404 }]
  socket().hear('logs', { entries: [ok, missing], dropped: 0 })
  expect([refused, accepted]).toEqual([[missing], [ok]])
  stop()
  expect(socket().sent.at(-1)).toEqual(['tail', { status: '4xx' }])
})

test('XC-2: whoever follows the log hears that the server has ended it, and may ask again', async () => {
  const { live, socket } = start()
  const ended = jest.fn()
  const stop = live.tail({ status: '4xx' }, () => undefined, ended)
  await settled()
  await socket().arrive()
  expect(ended).not.toHaveBeenCalled()
  socket().hear('untailed')
  expect(ended).toHaveBeenCalledTimes(1)
  stop()
  live.tail({ status: '4xx' }, () => undefined, ended)
  expect(socket().sent.at(-1)).toEqual(['tail', { status: '4xx' }])
})

test('XC-2: a tail that the server will not begin has ended as well', async () => {
  const { live, socket } = start()
  const [early, late] = [jest.fn(), jest.fn()]
  const stop = live.tail({ status: '4xx' }, () => undefined, early)
  await settled()
  socket().answer = false
  await socket().arrive()
  expect(early).toHaveBeenCalledTimes(1)
  stop()
  live.tail({ status: '2xx' }, () => undefined, late)
  await settled()
  expect(late).toHaveBeenCalledTimes(1)
  expect(early).toHaveBeenCalledTimes(1)
})

test('when the server refuses the token, the next try brings another one', async () => {
  const { live, socket } = start()
  live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  socket().active = false
  socket().hear('connect_error', new Error('unauthenticated'))
  await jest.advanceTimersByTimeAsync(5_000)
  await socket().arrive()
  expect(socket().auths.at(-1)).toEqual({ token: 't2' })
})

test('a lost network is no reason to ask for another token', async () => {
  const { live, socket } = start()
  live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  socket().hear('connect_error', new Error('websocket error'))
  await socket().arrive()
  expect(socket().auths.at(-1)).toEqual({ token: 't1' })
})

test('a newer token goes over the socket that is open, and nothing is interrupted', async () => {
  const { live, socket, renew } = start()
  const statuses: string[] = []
  live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  live.onStatus((status) => statuses.push(status))
  await renew()
  expect(socket().sent).toEqual([['renew', 't2']])
  expect(socket().connected).toBe(true)
  expect(statuses).toEqual([])
})

test('where the server will not have the newer token there, it comes again with it and misses nothing', async () => {
  const { live, socket, renew } = start()
  live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  socket().hear('events', { events: [event(41, 'keys.issued')], head: 42 })
  socket().answer = false
  await renew()
  expect(socket().connected).toBe(false)
  await socket().arrive()
  expect(socket().auths.at(-1)).toEqual({ token: 't2', since: 42 })
})

test('while there is no connection a newer token waits for the next one', async () => {
  const { live, socket, renew } = start()
  live.subscribe('keys', () => undefined)
  await settled()
  await renew()
  expect(socket().sent).toEqual([])
  await socket().arrive()
  expect(socket().auths).toEqual([{ token: 't2' }])
})

test('some time after the last listener has gone the socket is closed', async () => {
  const { live, socket, followers } = start()
  const stop = live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  stop()
  expect(socket().connected).toBe(true)
  await jest.advanceTimersByTimeAsync(6_000)
  expect(socket().connected).toBe(false)
  expect(live.status()).toBe('idle')
  expect(followers.size).toBe(0)
})

test('EM-3: nothing is live without a network, whatever the socket knows of that, until it is there anew', async () => {
  const { live, socket } = start()
  const stop = live.subscribe('keys', () => undefined)
  await settled()
  await socket().arrive()
  page.dispatchEvent(new Event('offline'))
  expect(live.status()).toBe('lost')
  page.dispatchEvent(new Event('online'))
  expect(socket().connected).toBe(false)
  await socket().arrive()
  expect(live.status()).toBe('open')

  stop()
  live.close()
  page.dispatchEvent(new Event('offline'))
  expect(live.status()).toBe('idle')
})
