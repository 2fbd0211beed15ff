/**
 * The typed client: `api.keys.issue({ body })`. It knows methods and paths alone and parses nothing,
 * so that an old module lives on beside a newer API, and no schema reaches the browser.
 */
import type { SonaqorContract } from './contract.ts'
import type { Contract, ReplyOf, RequestOf } from './endpoint.ts'
import type { ProblemDocument } from './problem.ts'
import { routes } from './routes.ts'

export interface ClientRequest {
  readonly method: string
  /** With its query, from `/v1` on. */
  readonly path: string
  readonly body?: unknown
  readonly headers: Readonly<Record<string, string>>
}

export interface ClientReply {
  readonly status: number
  readonly body: unknown
}

/** How a request travels: the host adds the token, the address and the retry. */
export type Transport = (request: ClientRequest) => Promise<ClientReply>

interface CallOptions {
  /** Makes a retry of the same write safe; each write gets a fresh one unless the caller names it. */
  readonly idempotencyKey?: string
  /** The revision that the caller saw; an older one is refused with 412. */
  readonly ifMatch?: number
}

type Call<E> = keyof RequestOf<E> extends never
  ? (request?: CallOptions) => Promise<ReplyOf<E>>
  : {} extends Defaulted<RequestOf<E>>
    ? (request?: Partial<RequestOf<E>> & CallOptions) => Promise<ReplyOf<E>>
    : (request: Defaulted<RequestOf<E>> & CallOptions) => Promise<ReplyOf<E>>

/** A query whose every field is optional may be left out. */
type Defaulted<R> = R extends { readonly query: infer Q }
  ? {} extends Q
    ? Omit<R, 'query'> & { readonly query?: Q }
    : R
  : R

export type Client<C extends Contract = SonaqorContract> = {
  readonly [A in keyof C]: { readonly [V in keyof C[A]]: Call<C[A][V]> }
}

/** A refusal, as the API put it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: ProblemDocument

  constructor(problem: ProblemDocument) {
    super(problem.detail)
    this.problem = problem
  }
}

interface AnyRequest extends CallOptions {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Builds the client over a transport. Every call rejects with a `ProblemError` on a refusal. */
export function createClient(transport: Transport): Client {
  const areas = Object.entries(routes).map(([area, verbs]) => [
    area,
    Object.fromEntries(
      Object.entries(verbs).map(([verb, route]) => [verb, callOf(route, transport)]),
    ),
  ])
  return Object.fromEntries(areas) as Client
}

function callOf(route: string, transport: Transport) {
  const [method = '', template = ''] = route.split(' ')
  return async (request: AnyRequest = {}) => {
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(request.params?.[name] ?? ''),
    )
    const reply = await transport({
      method,
      path: path + queryOf(request.query),
      headers: headersOf(method, request),
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    if (reply.status >= 400) throw new ProblemError(reply.body as ProblemDocument)
    return reply.body
  }
}

function queryOf(query: AnyRequest['query']): string {
  const pairs = Object.entries(query ?? {}).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
}

function headersOf(method: string, request: AnyRequest): Record<string, string> {
  const headers: Record<string, string> = {}
  if (method !== 'GET') headers['idempotency-key'] = request.idempotencyKey ?? crypto.randomUUID()
  if (request.ifMatch !== undefined) headers['if-match'] = `"${request.ifMatch}"`
  return headers
}
