import type { LiveEvent } from '@sonaqor/contract/live'
import type { LogFilter } from '@sonaqor/contract/logs'
import type { Live, LiveStatus, LogBatch } from '@sonaqor/module'
import { openConnection, type Connect, type Connection } from './live-connection.ts'
import { sharedFilter, within } from './log-filter.ts'
import type { Session } from './session.ts'

/** Many screens hear of one event at the same moment; they need not all ask at the same moment. */
const jitterMs = 200
/** A view that is replaced by the next one gives up its subscription for a moment only. */
const lingerMs = 5_000

/** The one socket of a host, for all its views. It opens with the first listener. */
export function createLive(session: Session, connect: Connect): Live & { close(): void } {
  const areas = new Map<(events: readonly LiveEvent[]) => void, string>()
  const tails = new Map<(batch: LogBatch) => void, LogFilter>()
  const statusListeners = new Set<(status: LiveStatus) => void>()
  let status: LiveStatus = 'idle'
  let connection: Connection | undefined

  const hears = {
    status(next: LiveStatus) {
      if (status === next) return
      status = next
      for (const listener of statusListeners) listener(next)
    },
    events(events: readonly LiveEvent[]) {
      setTimeout(() => tell(events), Math.random() * jitterMs)
    },
    logs(batch: LogBatch) {
      for (const [listener, filter] of tails) listener(within(batch, filter))
    },
  }

  /** No events at all mean that anything may have happened. */
  function tell(events: readonly LiveEvent[]) {
    for (const [listener, area] of areas) {
      const heard = events.filter(({ type }) => type.startsWith(`${area}.`))
      if (heard.length > 0 || events.length === 0) listener(heard)
    }
  }

  function listen<Listener, Wish>(wishes: Map<Listener, Wish>, listener: Listener, wish: Wish) {
    wishes.set(listener, wish)
    connection ??= openConnection(session, connect, hears)
    return () => {
      wishes.delete(listener)
      setTimeout(() => areas.size + tails.size === 0 && close(), lingerMs)
    }
  }

  /** The server keeps one tail for each socket, so several listeners share the widest. */
  const retail = () => connection?.tail(sharedFilter([...tails.values()]))

  function close() {
    connection?.close()
    connection = undefined
    hears.status('idle')
  }

  return {
    subscribe: (area, listener) => listen(areas, listener, area),
    tail(filter, listener) {
      const stop = listen(tails, listener, filter)
      retail()
      return () => {
        stop()
        retail()
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
