/** What goes over the live socket at `/live`. Types alone: the server checks by hand what it is sent. */
import type { LogEntry, LogSearch } from './logs.ts'

/** Sent at the handshake; `since` is the last sequence seen, so that nothing between is missed. */
export interface LiveAuth {
  readonly token: string
  readonly since?: number
}

/** An event as a screen hears of it: ids alone; the screen reads again what it may see. */
export interface LiveEvent {
  readonly sequence: number
  readonly type: string
  readonly ref: Readonly<Record<string, string>>
  readonly at: string
}

export interface FromServer {
  /**
   * In the order of their numbers, of which those are left out that the listener may not hear of;
   * `head` is the newest of the tenant.
   */
  events: (batch: { readonly events: readonly LiveEvent[]; readonly head: number }) => void
  /** New rows of the tail asked for, and how many were left out to keep up. */
  logs: (batch: { readonly entries: readonly LogEntry[]; readonly dropped: number }) => void
  /** The tail has ended: whoever listens may no longer read logs. */
  untailed: () => void
  /** The right to listen has ended; the host renews its token and connects again. */
  expired: () => void
}

export interface FromBrowser {
  /** A newer token of the same bearer; for a partner's page also its next session, for the same user. */
  renew: (token: string, done: (accepted: boolean) => void) => void
  /** Starts the tail of logs, or replaces its filter. */
  tail: (filter: LogSearch, done: (accepted: boolean) => void) => void
  untail: () => void
}
