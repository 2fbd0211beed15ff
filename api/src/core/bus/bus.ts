/**
 * How processes wake each other: notices through the database, many of them coalesced into one, on a
 * connection of its own and never inside a transaction that writes (which would make commits queue).
 * A notice only says that there may be something new; whoever hears it looks for itself, and polls
 * besides, so that a lost one costs a moment and nothing else.
 */
import type { Notification } from 'pg'
import { keepConnected, type Database, type KeptConnection } from '../database/index.ts'
import type { Logger } from '../log/index.ts'

export interface Bus {
  /** Says, after a commit, that there may be something new under a topic. */
  wake(topic: string): void
  /** Hears of a topic from every process, its own included; returns how to stop. */
  on(topic: string, hear: () => void): () => void
  close(): Promise<void>
}

const channel = 'sonaqor'
/** How long notices are gathered; a payload holds at most 8,000 bytes. */
const gatherMs = 5
const topicsAtOnce = 100

export function createBus(database: Database, log: Logger): Bus {
  const listeners = new Map<string, Set<() => void>>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let ownPid: number | undefined

  const tell = (topic: string) => listeners.get(topic)?.forEach((hear) => hear())
  const hear = ({ processId, payload = '' }: Notification) => {
    if (processId !== ownPid) payload.split('\n').forEach(tell)
  }

  const connection: KeptConnection = keepConnected(database, 'sonaqor bus', log, async (client) => {
    client.on('notification', hear)
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    ownPid = rows[0]?.pid
    await client.query(`listen ${channel}`)
    // Whatever was said while nobody listened: everybody looks once.
    for (const topic of listeners.keys()) tell(topic)
  })

  /** One notice at a time: what is to be said meanwhile goes with the next. */
  const send = async () => {
    const topics = [...waiting].slice(0, topicsAtOnce)
    topics.forEach((topic) => waiting.delete(topic))
    try {
      await connection.query('select pg_notify($1, $2)', [channel, topics.join('\n')])
    } catch (error) {
      log.debug({ err: error }, 'a notice was not sent; the others will poll')
    }
    timer = waiting.size > 0 ? setTimeout(() => void send(), gatherMs) : undefined
  }

  return {
    wake(topic) {
      queueMicrotask(() => tell(topic))
      waiting.add(topic)
      timer ??= setTimeout(() => void send(), gatherMs)
    },
    on(topic, listener) {
      const here = listeners.get(topic) ?? new Set()
      listeners.set(topic, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0) listeners.delete(topic)
      }
    },
    async close() {
      clearTimeout(timer)
      waiting.clear()
      await connection.close()
    },
  }
}
