import type { FromBrowser, FromServer, LiveEvent } from '@sonaqor/contract/live'
import type { LogSearch } from '@sonaqor/contract/logs'
import type { LiveStatus, LogBatch } from '@sonaqor/module'
import type { Socket } from 'socket.io-client'
import type { Grant, Session } from '../session/session.ts'

export type LiveSocket = Socket<FromServer, FromBrowser>

/** Opens a socket that asks for what it has to say of itself anew at each connection. */
export type Connect = (auth: (send: (data: object) => void) => void) => Promise<LiveSocket>

export interface Hears {
  status(status: LiveStatus): void
  events(events: readonly LiveEvent[]): void
  logs(batch: LogBatch): void
  /** The server sends no rows any more, or will not begin to. */
  untailed(): void
}

export interface Connection {
  /** Asks for log rows by this filter, or for none. */
  tail(filter: LogSearch | undefined): void
  close(): void
}

const retryMs = 4_000

/**
 * Keeps one socket open. After a loss it tells the server the last sequence that it has seen, and
 * hears what it missed; at the first time there is none, and an empty list says "read again".
 */
export function openConnection(session: Session, connect: Connect, hears: Hears): Connection {
  let socket: LiveSocket | undefined
  let wantedTail: LogSearch | undefined
  let since: number | undefined
  let token = ''
  let closed = false
  let unfollow: (() => void) | undefined
  const gone = new AbortController()

  async function authenticate(send: (data: object) => void) {
    try {
      const grant = await session.grant()
      ;({ token } = grant)
      send({ token, ...(since !== undefined && { since }) })
    } catch {
      tryLater()
    }
  }

  function tryLater() {
    setTimeout(() => !closed && socket?.disconnect().connect(), retryMs)
  }

  /** It counts as open once the tail runs, so that whoever reads then misses nothing after it. */
  async function connected(opened: LiveSocket) {
    await startTail(opened)
    if (!opened.connected) return
    hears.status('open')
    if (since === undefined) hears.events([])
  }

  /** A tail that is refused, or broken off by the next loss, shows no rows and hides no events. */
  async function startTail(opened: LiveSocket) {
    const filter = wantedTail
    if (!filter) return
    const accepted = await opened.emitWithAck('tail', filter).catch(() => undefined)
    if (accepted === false && filter === wantedTail) hears.untailed()
  }

  /** Goes on under a newer token. Where the server will not have it here, a new socket has it. */
  async function renew(opened: LiveSocket, grant: Grant) {
    if (!opened.connected || grant.token === token) return
    ;({ token } = grant)
    const accepted = await opened.emitWithAck('renew', token).catch(() => false)
    if (!accepted && opened.connected) opened.disconnect().connect()
  }

  function attend(opened: LiveSocket) {
    unfollow = session.follow((grant) => void renew(opened, grant))
    opened.on('connect', () => void connected(opened))
    opened.on('disconnect', (reason) => {
      if (closed) return
      hears.status('lost')
      if (reason === 'io server disconnect') tryLater()
    })
    opened.on('connect_error', () => {
      hears.status('lost')
      // It tries again by itself, unless it was the server that refused it, for its token.
      if (opened.active) return
      session.refused(token)
      tryLater()
    })
    opened.on('expired', () => {
      session.refused(token)
      opened.disconnect().connect()
    })
    opened.on('events', ({ events, head }) => {
      since = head
      hears.events(events)
    })
    opened.on('logs', (batch) => hears.logs(batch))
    opened.on('untailed', () => hears.untailed())
  }

  async function open() {
    hears.status('connecting')
    try {
      socket = await connect((send) => void authenticate(send))
      if (closed) socket.disconnect()
      else attend(socket)
    } catch {
      hears.status('lost')
      setTimeout(() => !closed && void open(), retryMs)
    }
  }

  /** A socket learns only after a while that its network has gone, and may not come back with the next one. */
  function followNetwork() {
    const { signal } = gone
    addEventListener('offline', () => hears.status('lost'), { signal })
    addEventListener('online', () => socket?.disconnect().connect(), { signal })
  }

  followNetwork()
  void open()
  return {
    tail(filter) {
      wantedTail = filter
      if (!socket?.connected) return
      if (filter) void startTail(socket)
      else socket.emit('untail')
    },
    close() {
      closed = true
      gone.abort()
      unfollow?.()
      socket?.disconnect()
    },
  }
}
