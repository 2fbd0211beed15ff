/**
 * An endpoint says once what may be asked, by whom, and what comes back. The same object parses
 * requests and replies on the server, types the client, and becomes OpenAPI.
 */
import type { z } from 'zod'
import type { Scope, StaffScope } from './access.ts'

/**
 * Who may call: anybody; any signed-in member; any partner's page; a module team; one of Sonaqor's staff
 * in a session of theirs, or one who holds the scope of the staff plane; or any principal that holds the
 * scope.
 */
export type Access = 'public' | 'member' | 'embed' | 'staff' | 'staff-session' | StaffScope | Scope

/** A quota of `requests` in each window of `seconds`, counted for each `per`. */
export interface Limit {
  readonly requests: number
  readonly seconds: number
  readonly per: 'ip' | 'principal'
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/**
 * How it keeps to the filters that an embed session is locked to. `no-customer-data`: it shows nothing of
 * anybody's customers. `narrowed`: it reads customers and what belongs to them, of which the database
 * shows those of the lock. `masked`: that, and personal fields are held back where the lock asks for it.
 */
export type Locked = 'no-customer-data' | 'narrowed' | 'masked'

export type StepUp = 'session' | 'operation'

/** Since which day something is not to be used any more, and from which on it may not be there at all. */
export interface Deprecated {
  readonly since: string
  readonly sunset?: string
}

export interface EndpointOptions {
  readonly access: Access
  /**
   * Who alone may call it, of those that hold the scope: a key sees its own app, and so can do nothing
   * to the tenant as a whole; a member has no app through which to send anything in.
   */
  readonly only?: 'member' | 'key'
  /** A further scope that shows more: who calls without it is answered with a part held back. */
  readonly reveals?: Scope
  /**
   * Whether it takes a second factor: `session` within the last five minutes, `operation` for this one
   * call, by a proof in `Step-Up-Proof` that works once. A contract's critical scopes always do.
   */
  readonly stepUp?: StepUp
  /**
   * Whether a member may call it whose tenant asks for a second factor that their session has not
   * shown: what it takes to show one, to set one up, or to leave. Everything else waits for it.
   */
  readonly withoutFactor?: boolean
  /** Told with every answer; what to call in its place stands in the description. */
  readonly deprecated?: Deprecated
  /** A few words in the imperative: "Issue an API key". */
  readonly summary: string
  /** More for the reader of the docs, where the summary is not enough. */
  readonly description?: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /**
   * Whether `items` of the body are rows that the handler takes one by one, so that whatever is wrong
   * with one refuses that one alone.
   */
  readonly rows?: boolean
  /** What is answered; none means 204. */
  readonly reply?: z.ZodType
  /**
   * What is answered as a file of any length, in place of a reply: its media types. It is sent while it
   * is read, so whoever asks for it through the typed client gets the whole text at once.
   */
  readonly streams?: readonly string[]
  /** The status of a success: 200 with a reply, 204 without one, unless named here. */
  readonly status?: 200 | 201 | 202 | 204
  /** Whether an `Idempotency-Key` is kept and the answer replayed. */
  readonly idempotent?: boolean
  /** Whether what it names is there once or for a while, and answered with 410 after that. */
  readonly fleeting?: boolean
  /** Whether it changes what has a revision: `If-Match` names the one seen, and an older is a 412. */
  readonly revised?: boolean
  readonly limit?: Limit
  /** Bytes; 64 KiB unless named. */
  readonly bodyMax?: number
  /** Whether a partner's page may call it from its own origin with an embed session. */
  readonly embeddable?: boolean
  /** Left out where it keeps to none, and is closed to a session that is locked to some. */
  readonly locked?: Locked
  /**
   * The headers in which the sender signs the body, in small letters. Without them nothing is read of it;
   * with them the handler gets its bytes as they were sent, too.
   */
  readonly signed?: readonly string[]
  /**
   * Whether the answer shows a secret. An embed session may then call it from a frame of our own
   * origin alone, and a kept answer is sealed. `short-lived` is one that a page of another origin may
   * see as well; nobody who has the request made for them ever does.
   */
  readonly secret?: boolean | 'short-lived'
  /**
   * Whether it serves our own pages alone and is promised to nobody: it stands in the OpenAPI
   * document, as all that a browser asks does, and in no page of the docs.
   */
  readonly internal?: boolean
  /** Whether it answers at the origin of Sonaqor's own staff, and so nowhere else. */
  readonly at?: 'staff'
}

export interface Endpoint<O extends EndpointOptions = EndpointOptions> {
  readonly method: Method
  /** Below `/v1`, with `{name}` for each parameter. */
  readonly path: string
  readonly options: O
}

const endpoint =
  (method: Method) =>
  <const O extends EndpointOptions>(path: string, options: O): Endpoint<O> => ({
    method,
    path,
    options,
  })

export const get = endpoint('GET')
export const post = endpoint('POST')
export const patch = endpoint('PATCH')
export const put = endpoint('PUT')
export const del = endpoint('DELETE')

export type Area = Readonly<Record<string, Endpoint>>
export type Contract = Readonly<Record<string, Area>>

type OptionsOf<E> = E extends Endpoint<infer O> ? O : never
type Part<O, K extends string, Side extends 'in' | 'out'> = O extends { readonly [P in K]: infer S }
  ? S extends z.ZodType
    ? { readonly [P in K]: Side extends 'in' ? z.input<S> : z.output<S> }
    : unknown
  : unknown

/** What a caller sends: before defaults and coercion. */
export type RequestOf<E> = Part<OptionsOf<E>, 'params', 'in'> &
  Part<OptionsOf<E>, 'query', 'in'> &
  Part<OptionsOf<E>, 'body', 'in'>

/** What a handler gets: parsed. */
export type InputOf<E> = Part<OptionsOf<E>, 'params', 'out'> &
  Part<OptionsOf<E>, 'query', 'out'> &
  Part<OptionsOf<E>, 'body', 'out'>

/** What a handler returns, and a caller receives. */
export type ReplyOf<E> =
  OptionsOf<E> extends { readonly reply: infer S }
    ? S extends z.ZodType
      ? z.output<S>
      : void
    : OptionsOf<E> extends { readonly streams: readonly string[] }
      ? string
      : void
