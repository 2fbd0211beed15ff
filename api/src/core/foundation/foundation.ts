import type { Config } from '../../config.ts'
import type { Bus } from '../bus/index.ts'
import type { Clock } from '../clock/index.ts'
import type { Secrets, Vault } from '../crypto/index.ts'
import type { Database } from '../database/index.ts'
import type { Files } from '../files/index.ts'
import type { Logger } from '../log/index.ts'
import type { Metrics } from '../ops/index.ts'
import type { ApiHistory } from '../versions/index.ts'
import type { Scopes } from '../scope/index.ts'

/** The long-lived things of a process. They enter once and are handed on; nothing is looked up. */
export interface Ground {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: Metrics
  readonly database: Database
  readonly secrets: Secrets
  readonly vault: Vault
  readonly files: Files
  readonly bus: Bus
  /** Which versions of the API are spoken. */
  readonly history: ApiHistory
}

export interface Foundation extends Ground {
  /** Opens a scope outside a request: for sockets, writers and readers. */
  readonly scopes: Scopes
  /** Aborted when the process begins to end: what waits before it answers does so now. */
  readonly ending: AbortSignal
}
