/**
 * Tabs of one browser share one refresh cookie, and each use of it makes a new one. So whatever
 * uses the cookie is done by one tab at a time, and what one tab did is told to the others.
 */
export type TabNews = 'signed-in' | 'signed-out' | 'renewed'

export interface Tabs {
  /** Does the work while no other tab does any. */
  alone<T>(work: () => Promise<T>): Promise<T>
  tell(news: TabNews): void
  /** Hears what other tabs tell, never what this one did. */
  listen(listener: (news: TabNews) => void): void
}

const name = 'sonaqor-session'

/** Locks are missing where the page is not secure; a single tab works there all the same. */
export function openTabs(): Tabs {
  const channel = new BroadcastChannel(name)
  const locks = 'locks' in navigator ? navigator.locks : undefined
  return {
    alone: async (work) => (locks ? await locks.request(name, work) : work()),
    // A broadcast channel reaches our own origin alone and takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tell: (news) => channel.postMessage(news),
    listen: (listener) =>
      channel.addEventListener('message', ({ data }) => listener(data as TabNews)),
  }
}
