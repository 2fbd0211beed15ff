import type { LiveEvent } from '@sonaqor/contract/live'
import type { LogSearch } from '@sonaqor/contract/logs'
import type { Live, LiveStatus, LogBatch } from '@sonaqor/module'
import type { Session } from '../session/session.ts'
import { openConnection, type Connect, type Connection } from './live-connection.ts'
import { sharedFilter, within } from './log-filter.ts'

/** Many screens hear of one event at the same moment; they need not all ask at the same moment. */
const jitterMs = 200
/** A view that is replaced by the next one gives up its subscription for a moment only. */
const lingerMs = 5_000

/** One wish to hear something. Two of them are two, even where the same function is to hear both. */
interface Wish<Of, Heard> {
  readonly of: Of
  readonly listener: (heard: Heard) => void
}

interface TailWish extends Wish<LogSearch, LogBatch> {
  readonly ended: (() => void) | undefined
}

/** The one socket of a host, for all its views. It opens with the first listener. */
export function createLive(session: Session, connect: Connect): Live & { close(): void } {
  const areas = new Set<Wish<string, readonly LiveEvent[]>>()
  const tails = new Set<TailWish>()
  const statusWishes = new Set<Wish<'status', LiveStatus>>()
  let status: LiveStatus = 'idle'
  let connection: Connection | undefined

  const hears = {
    status(next: LiveStatus) {
      if (status === next) return
      status = next
      for (const { listener } of statusWishes) listener(next)
    },
    events(events: readonly LiveEvent[]) {
      setTimeout(() => tell(events), Math.random() * jitterMs)
    },
    logs(batch: LogBatch) {
      for (const { of, listener } of tails) listener(within(batch, of))
    },
    untailed() {
      for (const { ended } of tails) ended?.()
    },
  }

  /** No events at all mean that anything may have happened. */
  function tell(events: readonly LiveEvent[]) {
    for (const { of, listener } of areas) {
      const heard = events.filter(({ type }) => type.startsWith(`${of}.`))
      if (heard.length > 0 || events.length === 0) listener(heard)
    }
  }

  function listen<AnyWish>(wishes: Set<AnyWish>, wish: AnyWish) {
    wishes.add(wish)
    connection ??= openConnection(session, connect, hears)
    return () => {
      wishes.delete(wish)
      setTimeout(() => areas.size + tails.size === 0 && close(), lingerMs)
    }
  }

  /** The server keeps one tail for each socket, so several listeners share the widest. */
  const retail = () => connection?.tail(sharedFilter([...tails].map(({ of }) => of)))

  function close() {
    connection?.close()
    connection = undefined
    hears.status('idle')
  }

  return {
    subscribe: (area, listener) => listen(areas, { of: area, listener }),
    tail(filter, listener, ended) {
      const stop = listen(tails, { of: filter, listener, ended })
      retail()
      return () => {
        stop()
        retail()
      }
    },
    status: () => status,
    onStatus(listener) {
      const wish = { of: 'status', listener } as const
      statusWishes.add(wish)
      return () => statusWishes.delete(wish)
    },
    close,
  }
}
