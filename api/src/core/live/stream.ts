import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { Locked } from '@sonaqor/contract/endpoint'
import type { Scope } from '../scope/index.ts'

/**
 * A stream of contents over the socket, such as the tail of logs. A browser opens it with the event
 * `start` and a filter, and closes it with `stop`; batches arrive as the event `name`, and `ended` says
 * that the server has closed it, because whoever listens has lost the right to.
 */
export interface LiveStream {
  /** The event that carries a batch to the browser: `logs`. */
  readonly name: string
  readonly start: string
  readonly stop: string
  readonly ended: string
  /** What it takes to listen: at the start, and at every read after it. */
  readonly access: ScopeName
  /** How it keeps to the filters that a session is locked to; left out, it is closed to these. */
  readonly locked?: Locked
  /** Checks the filter; a Problem refuses the stream. */
  open(scope: Scope, filter: unknown): Promise<LiveTail>
}

export interface LiveTail {
  /** The topic on the bus that says that there may be something new. */
  readonly topic: string
  /** What is new since the last call, or null; throttled by the hub, in a scope of the listener. */
  read(scope: Scope): Promise<unknown>
}
