/** What an operation is to whoever calls it. */
import type { Deprecation } from './deprecation.ts'
import type { RateLimit } from './rate-limits.ts'

/** What can be said of one call, where the client says otherwise or nothing. */
export interface CallOptions {
  /** One for all attempts of a call, made anew for each call, unless you name the same one again. */
  readonly idempotencyKey?: string | undefined
  /** The revision that you saw: where there is a newer one, nothing is changed. */
  readonly ifMatch?: number | undefined
  /** Ends the call, whichever attempt it is at, and rejects with the reason. */
  readonly signal?: AbortSignal | undefined
  /** For each attempt. */
  readonly timeoutMs?: number | undefined
  /** For all attempts together, with the time between them. */
  readonly totalTimeoutMs?: number | undefined
  /** How many attempts may follow the first. */
  readonly retries?: number | undefined
}

/** An answer with what came beside its data. */
export interface Answer<Reply> {
  readonly data: Reply
  readonly status: number
  readonly headers: Headers
  /** Support can find the request by it. */
  readonly requestId: string | undefined
  readonly rateLimits: readonly RateLimit[]
  /** Where what was called is to end. */
  readonly deprecation: Deprecation | undefined
  /** Whether the write was done before, and this is what was answered then. */
  readonly isReplayed: boolean
  readonly attempts: number
}

/** Where nothing has to be said, the request may be left out. */
export type Asked<Request> = {} extends Request
  ? [request?: Request, options?: CallOptions]
  : [request: Request, options?: CallOptions]

export interface Operation<Request, Reply> {
  (...asked: Asked<Request>): Promise<Reply>
  /** The same call, answered with status, headers and quotas beside the data. */
  answer(...asked: Asked<Request>): Promise<Answer<Reply>>
}

/** One page of a list; `next` is null at its end. */
export interface Page<Row> {
  data: Row[]
  page: { next: string | null; prev: string | null }
}

/** An operation that answers page by page. */
export interface List<Request, Reply extends Page<unknown>> extends Operation<Request, Reply> {
  /** All rows from where the request begins, each page asked for when it is reached. */
  all(...asked: Asked<Request>): Rows<Reply['data'][number], Reply>
}

export interface Rows<Row, Reply = Page<Row>> extends AsyncIterable<Row> {
  /** The same, page by page. */
  pages(): AsyncIterable<Reply>
}

/** How a request is sent, and how often. `file`: the answer is handed on unread. */
export interface Route {
  /** `POST /v1/keys`, with `{name}` for each parameter. */
  readonly route: string
  /** Whether it is done once however often it is sent: by its method, or by an idempotency key. */
  readonly isRepeatable?: boolean
  readonly answers?: 'list' | 'file'
}

/** Every operation by its area and verb. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Route>>>>
