import type { Area, Endpoint, EndpointOptions, InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { Scope } from '../scope/index.ts'
import type { Seen } from './parse/if-match.ts'
import type { FileOut } from './answer/stream.ts'
import { operations, type Operation } from './operations.ts'

/** What the caller has seen of what is to be changed, where that has a revision. */
type SeenBy<E> =
  E extends Endpoint<{ readonly revised: true } & EndpointOptions>
    ? { readonly seen: Seen }
    : unknown

/** The body as it was sent, where a signature is held against it. */
type SignedBy<E> =
  E extends Endpoint<{ readonly signed: readonly string[] } & EndpointOptions>
    ? { readonly bytes: Buffer }
    : unknown

type ResultOf<E> =
  E extends Endpoint<{ readonly streams: readonly string[] } & EndpointOptions>
    ? FileOut
    : ReplyOf<E>

type Handler<E> = (
  scope: Scope,
  input: InputOf<E> & SeenBy<E> & SignedBy<E>,
) => ResultOf<E> | Promise<ResultOf<E>>

/** One handler for each endpoint of an area; a missing one does not compile. */
export type Handlers<A extends Area> = { readonly [V in keyof A]: Handler<A[V]> }

/** An endpoint with its handler; what the pipeline serves. */
export interface Route extends Operation {
  readonly handle: (scope: Scope, input: unknown) => unknown
}

/** What the contract calls its endpoints, which is what its readers look for. */
const names = new Map(operations.map(({ endpoint, name }) => [endpoint, name]))

/** A house that is not ours, as that of a test, calls its endpoints by their address. */
const nameOf = (endpoint: Endpoint, verb: string) =>
  names.get(endpoint) ?? `${endpoint.path.split('/')[1]}.${verb}`

/** Binds the handlers of an area to what the contract says of it. */
export function implement<A extends Area>(area: A, handlers: Handlers<A>): Route[] {
  return Object.entries(area).map(([verb, endpoint]) => ({
    name: nameOf(endpoint, verb),
    endpoint,
    handle: handlers[verb] as Route['handle'],
  }))
}
