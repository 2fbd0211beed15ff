/** All that a handler or a service may know and do, as its first argument. */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import type { EventType } from '@sonaqor/contract/event'
import type { z } from 'zod'
import type { Principal } from '../access/index.ts'
import type { Secrets, Vault } from '../crypto/index.ts'
import type { Db, Literal } from '../database/index.ts'
import type { Files } from '../files/index.ts'
import type { JobType } from '../jobs/index.ts'
import type { Logger } from '../log/index.ts'

export interface RequestInfo {
  readonly id: string
  readonly ip: string
  readonly userAgent: string | null
  readonly origin: string | null
  /** Of our own pages, by the configuration: what is asked for by `Host` may be anybody's. */
  readonly ownOrigin: string
  header(name: string): string | null
  setHeader(name: string, value: string): void
  cookie(name: `__Host-${string}`): string | null
  /** Aborted once nobody takes the answer any more: for what waits before it answers. */
  whenGone(): AbortSignal
  /** Waits for what others do: how long that takes says nothing of us, and is no part of the latency. */
  idle<T>(wait: () => Promise<T>): Promise<T>
  /** So far. */
  idleMs(): number
  /** Sets a `__Host-` cookie (Secure, HttpOnly, SameSite=Strict), or with null takes it away. */
  setCookie(
    name: `__Host-${string}`,
    value: string | null,
    options?: { maxAgeSeconds: number },
  ): void
}

export interface EventFacts<E extends EventType> {
  /** Null where it belongs to the tenant as a whole, as a project does. */
  readonly environment: Environment | null
  readonly appId?: string | undefined
  readonly ref: z.input<E['ref']>
  readonly data: z.input<E['data']>
}

export interface AuditAct {
  /** Named like the event: `keys.issued`. */
  readonly action: AuditAction
  readonly target?: string | undefined
  /** Of what it was done to; where it is left out, what whoever does it was looking at. */
  readonly environment?: Environment | undefined
  readonly appId?: string | undefined
  readonly before?: unknown
  readonly after?: unknown
}

/** A request of the API that is made within another one, as if it had come over HTTP. */
export interface InnerCall {
  /** What it is known by, in its answer and in the logs. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly query: string
  /** Names in small letters, and no credential: who asks is told by `as`. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** Knows whoever it is made as, in the inner request's own transaction, or refuses. */
  readonly as: (inner: Scope) => Promise<Principal>
}

export interface InnerAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, number | string | readonly string[] | undefined>>
  readonly body: Buffer | null
  readonly latencyMs: number
}

export type AnswerInner = (inner: InnerCall, around: RequestInfo) => Promise<InnerAnswer>

export interface Scope {
  /** The request's transaction; it opens at the first query and is read-only for a GET. */
  readonly db: Db
  readonly principal: Principal
  /** The principal's tenant; throws `unauthenticated` where there is none. */
  readonly tenantId: string
  /** What may be seen: the principal's environments, narrowed by `?environment=`. RLS enforces it. */
  readonly environments: readonly Environment[]
  readonly request: RequestInfo
  /** What is asked for, as a proof of one operation names it: where, and a mark of all that was sent. */
  readonly operation: string
  readonly log: Logger
  readonly secrets: Secrets
  /** Seals what has to be read again, for the tenant that the scope is in or for the house. */
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
  /** A uuidv7 of this moment. */
  newId(): string

  /** Narrows a query to the principal's apps; what is narrowed out is simply not there. */
  inApps<Query extends { whereIn(column: string, values: readonly string[]): unknown }>(
    query: Query,
    column?: string,
  ): Query

  /**
   * Asked before a query that takes long: half of the connections of a process are for those, whoever asks.
   * False where all of them are at it. The place is held until the transaction ends.
   */
  takeLong(): boolean

  /** Says that the request took these scopes beside the one that its endpoint names. */
  takes(names: readonly ScopeName[]): void

  /** Writes an event in this transaction; sockets, webhooks and readers get it after the commit. */
  emit<E extends EventType>(type: E, facts: EventFacts<E>): Promise<void>
  /** Collected here, written as the last statement before the commit. */
  audit(act: AuditAct): void
  /** Ends every open socket of this principal, session or key, once the transaction has committed. */
  closeSockets(id: string): Promise<void>
  /** A short transaction of its own, which stays whatever becomes of the request. */
  keep<T>(work: (db: Db, kept: Scope) => Promise<T>): Promise<T>
  /**
   * Does what takes long and needs no database, such as hashing, while no connection waits for it. For
   * before the first write: what was read so far may be old by then. Whoever asks is known anew after
   * it, and refused if they may not ask any more.
   */
  aside<T>(work: () => Promise<T>): Promise<T>
  /**
   * Has another request answered by all that answers those from outside: rights, limits, transaction,
   * audit and log are its own, and its caller's address is that of this one. For use in `aside`; what
   * shows a secret or is a file is refused, and within an inner request there is none further in.
   */
  call(inner: InnerCall): Promise<InnerAnswer>
  /** A savepoint: what fails in it is undone alone, what it would have audited too, and thrown on. */
  batch<T>(work: () => Promise<T>): Promise<T>
  /** Rows one by one through a cursor, for what is too large to hold. */
  read<Row>(query: string, bindings?: readonly unknown[]): AsyncIterable<Row>
  /** Starts a job if and when the transaction commits. */
  start<Payload>(job: JobType<Payload>, payload: Payload, options?: StartOptions): Promise<void>
  /** Runs after the commit, and not at all without one; for wake-ups, never for promises. */
  afterCommit(work: () => void): void
  /** Wakes whoever hears this topic of the bus, in every process, once the transaction has committed. */
  wake(topic: string): void

  /**
   * For authenticators and sign-in: opens the transaction and reads through a door function (one of
   * the reviewed SECURITY DEFINER functions) in one round trip.
   */
  through<Row>(door: string, ...values: readonly Literal[]): Promise<Row[]>
  /** For sign-in and the like: the request turns out to be made by this principal. */
  enter(principal: Principal): Promise<void>
}

export interface StartOptions {
  /** Whose job it is, where the house itself starts it: a scope within a tenant starts its own alone. */
  readonly tenantId?: string
  readonly environment?: Environment
  readonly afterSeconds?: number
  /** At most one job with this key is waiting or at work. */
  readonly singleton?: string
}
