import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import type { Principal } from '../access/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Dialect } from '../implement/index.ts'
import type { JobType } from '../jobs/index.ts'
import type { Scope } from '../scope/index.ts'

/** Does the jobs of one type. The scope is in the tenant that started it, with all environments. */
export interface JobRunner<Payload = unknown> {
  readonly type: JobType<Payload>
  /** The payload comes parsed. */
  run(scope: Scope, payload: Payload): Promise<void>
  /** A cron expression in UTC: started by the house itself, once over all processes. */
  readonly every?: string
  /** What comes round is done for each tenant by itself, in a job of that tenant's own. */
  readonly each?: 'tenant'
}

/** Lets the payload of a job be known where it is done. */
export function doing<Payload>(runner: JobRunner<Payload>): JobRunner {
  return runner
}

/** An event as readers in the process get it. */
export interface StoredEvent {
  readonly id: string
  readonly tenantId: string
  readonly environment: Environment | null
  readonly appId: string | null
  /** Counts in each tenant, in the order of the commits. */
  readonly sequence: number
  /** The same over all tenants. */
  readonly position: number
  readonly type: string
  readonly ref: Readonly<Record<string, string>>
  readonly data: unknown
  readonly at: Date
  /** Of the request that it came of, if it came of one. */
  readonly requestId: string | null
}

/**
 * Reads every event once, in order, in the worker. Its place moves in the same transaction as what
 * it writes, so nothing is read twice and nothing is left out. What it throws is tried again, and
 * until then the later events of that tenant wait, while those of all others go on.
 */
export interface EventReader {
  readonly name: string
  /** Where it hears some types alone. */
  readonly hears?: (type: string) => boolean
  /** Where it has something to do for some tenants alone: those of them; asked as the house. */
  readonly tenantsOf?: (scope: Scope, ids: readonly string[]) => Promise<ReadonlySet<string>>
  read(scope: Scope, events: readonly StoredEvent[]): Promise<void>
}

/** Whether a thing that the process leans on is there; throws the reason when it is not. */
export interface Check {
  readonly name: string
  check(): Promise<void>
}

export type Command = (foundation: Foundation, values: readonly string[]) => Promise<string>

/** One request with its answer, as the request log keeps it. */
export interface Exchange {
  readonly requestId: string
  /** Who asked; of a refused credential, whose it was, as far as it is known. */
  readonly principal: Principal
  readonly at: Date
  readonly latencyMs: number
  readonly ip: string
  /** Which one was asked; null where the address leads to none. */
  readonly endpoint: Endpoint | null
  /** Which scopes its handler asked for, beside the one of the endpoint. */
  readonly taken: ReadonlySet<ScopeName>
  /** In which version of the API it was spoken; nothing of whom was not let in. */
  readonly dialect: Dialect | undefined
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: string
    readonly headers: IncomingHttpHeaders
    readonly body: Buffer | null
    /** What was announced or received, where the body itself was too large to keep. */
    readonly bodyBytes: number
  }
  readonly response: {
    readonly status: number
    readonly headers: OutgoingHttpHeaders
    readonly body: Buffer | null
  }
}

/** Resolves when what it keeps is safe; the answer waits for it. Must not throw. */
export interface Recorder {
  readonly name: string
  wants(exchange: Exchange): boolean
  record(exchange: Exchange): Promise<void>
}
