import type { Area, Endpoint, EndpointOptions, InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { Scope } from '../scope/index.ts'
import type { Seen } from './if-match.ts'
import type { FileOut } from './stream.ts'

/** What the caller has seen of what is to be changed, where that has a revision. */
type SeenBy<E> =
  E extends Endpoint<{ readonly revised: true } & EndpointOptions>
    ? { readonly seen: Seen }
    : unknown

type ResultOf<E> =
  E extends Endpoint<{ readonly streams: readonly string[] } & EndpointOptions>
    ? FileOut
    : ReplyOf<E>

type Handler<E> = (
  scope: Scope,
  input: InputOf<E> & SeenBy<E>,
) => ResultOf<E> | Promise<ResultOf<E>>

/** One handler for each endpoint of an area; a missing one does not compile. */
export type Handlers<A extends Area> = { readonly [V in keyof A]: Handler<A[V]> }

/** An endpoint with its handler; what the pipeline serves. */
export interface Route {
  /** Names it in limits and metrics: `keys.issue`. */
  readonly name: string
  readonly endpoint: Endpoint
  readonly handle: (scope: Scope, input: unknown) => unknown
}

/** Binds the handlers of an area to what the contract says of it. */
export function implement<A extends Area>(area: A, handlers: Handlers<A>): Route[] {
  return Object.entries(area).map(([verb, endpoint]) => ({
    name: `${endpoint.path.split('/')[1]}.${verb}`,
    endpoint,
    handle: handlers[verb] as Route['handle'],
  }))
}
