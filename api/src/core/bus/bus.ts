/** How processes wake each other: notices in the database, many of them coalesced into one. */
export interface Bus {
  /** Says, after a commit, that there is something new under a topic. At most one notice each few ms. */
  wake(topic: string): void
  /** Hears notices of every process, its own included; returns how to stop. */
  on(topic: string, hear: () => void): () => void
  close(): Promise<void>
}

export function createBus(): Bus {
  throw new Error('not built yet')
}
