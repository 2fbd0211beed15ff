import { createClient } from '@sonaqor/contract/client'
import type { Host } from '@sonaqor/embed/host'
import { useEffect, useSyncExternalStore } from 'react'

/** How many notifications are unread: one number for the bell and for whatever marks them. */
export interface Unread {
  count(): number
  subscribe(listener: () => void): () => void
  /** What the server has said in answer to something else; it is newer than any question under way. */
  learn(count: number): void
  /** Never rejects: a number that cannot be asked for stays what it was. */
  readAgain(): Promise<void>
}

export type ReadingHost = Pick<Host, 'request' | 'live'>

const known = new WeakMap<ReadingHost, Unread>()

/** The number of whoever the host speaks for; it is forgotten with the host. */
export function unreadOf(host: ReadingHost): Unread {
  const one = known.get(host) ?? openUnread(host)
  known.set(host, one)
  return one
}

function openUnread(host: ReadingHost): Unread {
  const api = createClient(host.request)
  const listeners = new Set<() => void>()
  let count = 0
  let turn = 0

  function learn(next: number) {
    turn += 1
    if (next === count) return
    count = next
    for (const tell of listeners) tell()
  }

  return {
    count: () => count,
    learn,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async readAgain() {
      const asked = (turn += 1)
      const answer = await api.notifications.list({ query: { limit: 1 } }).catch(() => undefined)
      if (answer && asked === turn) learn(answer.unread)
    },
  }
}

const nothing = () => () => undefined
const none = () => 0

/** The number as it stands, live for as long as it is shown. */
export function useUnread(host: ReadingHost | undefined): number {
  const unread = host && unreadOf(host)
  useEffect(() => {
    if (!host || !unread) return
    void unread.readAgain()
    return host.live.subscribe('notifications', () => void unread.readAgain())
  }, [host, unread])
  return useUnreadCount(host)
}

/** The number that somebody else keeps live. */
export function useUnreadCount(host: ReadingHost | undefined): number {
  const unread = host && unreadOf(host)
  return useSyncExternalStore(unread?.subscribe ?? nothing, unread?.count ?? none)
}
