import type { Area, Endpoint, InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { Scope } from '../scope/index.ts'

type Handler<E> = (scope: Scope, input: InputOf<E>) => ReplyOf<E> | Promise<ReplyOf<E>>

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
