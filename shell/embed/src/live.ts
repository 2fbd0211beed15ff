import type { FromBrowser, FromServer, LiveEvent } from '@sonaqor/contract/live'
import type { LogFilter } from '@sonaqor/contract/logs'
import type { Live, LiveStatus, LogBatch } from '@sonaqor/module'
import type { Socket } from 'socket.io-client'
import { sharedFilter, within } from './log-filter.ts'
import type { Session } from './session.ts'

type LiveSocket = Socket<FromServer, FromBrowser>

/** Opens a socket that asks for its `auth` anew at each connection. Replaced in tests. */
export type Connect = (auth: (send: (data: object) => void) => void) => Promise<LiveSocket>

/** Many screens hear of one event at the same moment; they need not all ask at the same moment. */
const jitterMs = 200
/** A view that is replaced by the next one gives up its subscription for a moment only. */
const lingerMs = 5_000
const retryMs = 4_000

/**
 * The one socket of a host. It opens with the first listener and closes some time after the last.
 * After a loss it tells the server the last sequence that it has seen, and hears what it missed.
 */
export function createLive(session: Session, connect: Connect): Live & { close(): void } {
  const areas = new Map<(events: readonly LiveEvent[]) => void, string>()
  const tails = new Map<(batch: LogBatch) => void, LogFilter>()
  const statusListeners = new Set<(status: LiveStatus) => void>()
  let status: LiveStatus = 'idle'
  let opening: Promise<LiveSocket> | undefined
  let since: number | undefined
  let token = ''

  function setStatus(next: LiveStatus) {
    if (status === next) return
    status = next
    for (const listener of statusListeners) listener(next)
  }

  async function authenticate(send: (data: object) => void) {
    try {
      ;({ token } = await session.grant())
      send({ token, ...(since === undefined ? {} : { since }) })
    } catch {
      await reconnectLater()
    }
  }

  async function open() {
    setStatus('connecting')
    opening = connect((send) => void authenticate(send))
    const socket = await opening
    socket.on('connect', () => {
      setStatus('open')
      // Whatever happened between a view's first reading and this moment was not heard.
      if (since === undefined) for (const listener of areas.keys()) listener([])
      retail({ mayHaveMissed: true })
    })
    socket.on('disconnect', (reason) => {
      setStatus(isWanted() ? 'lost' : 'idle')
      if (reason === 'io server disconnect') void reconnectLater()
    })
    socket.on('connect_error', () => {
      setStatus('lost')
      // It tries again by itself, unless it was the server that refused it, for its token.
      if (socket.active) return
      session.refused(token)
      void reconnectLater()
    })
    socket.on('expired', () => {
      session.refused(token)
      socket.disconnect().connect()
    })
    socket.on('events', ({ events, head }) => {
      since = head
      setTimeout(() => tell(events), Math.random() * jitterMs)
    })
    socket.on('logs', (batch) => {
      for (const [listener, filter] of tails) listener(within(batch, filter))
    })
  }

  async function reconnectLater() {
    const socket = await opening
    setTimeout(() => isWanted() && socket?.disconnect().connect(), retryMs)
  }

  function tell(events: readonly LiveEvent[]) {
    for (const [listener, area] of areas) {
      const heard = events.filter(({ type }) => type.startsWith(`${area}.`))
      if (heard.length > 0) listener(heard)
    }
  }

  /** The server knows one tail for each socket, so several listeners share the widest. */
  function retail({ mayHaveMissed }: { mayHaveMissed: boolean }) {
    void opening?.then((socket) => {
      if (!socket.connected) return
      const filter = sharedFilter([...tails.values()])
      if (!filter) return socket.emit('untail')
      if (mayHaveMissed) for (const listener of tails.keys()) listener({ entries: [], dropped: 1 })
      return socket.emit('tail', filter, () => undefined)
    })
  }

  const isWanted = () => areas.size + tails.size > 0

  function wanted() {
    if (!opening) void open().catch(() => setStatus('lost'))
  }

  function unwanted() {
    setTimeout(() => !isWanted() && close(), lingerMs)
  }

  function close() {
    void opening?.then((socket) => socket.disconnect())
    opening = undefined
    since = undefined
    setStatus('idle')
  }

  return {
    subscribe(area, listener) {
      areas.set(listener, area)
      wanted()
      return () => {
        areas.delete(listener)
        unwanted()
      }
    },
    tail(filter, listener) {
      tails.set(listener, filter)
      wanted()
      retail({ mayHaveMissed: false })
      return () => {
        tails.delete(listener)
        retail({ mayHaveMissed: false })
        unwanted()
      }
    },
    status: () => status,
    onStatus(listener) {
      statusListeners.add(listener)
      return () => statusListeners.delete(listener)
    },
    close,
  }
}
