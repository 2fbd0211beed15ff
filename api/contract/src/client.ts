/**
 * The typed client: `api.keys.issue({ body })`. It knows methods and paths alone and parses nothing,
 * so that an old module lives on beside a newer API, and no schema reaches the browser.
 */
import { addressOf, type Addressed } from './address.ts'
import type { SonaqorContract } from './contract.ts'
import type { Contract, Endpoint, ReplyOf, RequestOf } from './endpoint.ts'
import type { ProblemDocument } from './problem.ts'
import { madeFor, routes } from './routes.ts'

export interface ClientRequest {
  readonly method: string
  /** With its query, from `/v1` on. */
  readonly path: string
  readonly body?: unknown
  readonly headers: Readonly<Record<string, string>>
  /** Hands on an answer that is no refusal as it is, unread, in place of its body: a file. */
  readonly as?: 'response'
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

export type Client<C extends Contract = PartnerContract> = {
  readonly [A in keyof C]: { readonly [V in keyof C[A]]: Call<C[A][V]> }
}

/** All but the staff plane, which has a client of its own (`staff-client.ts`). */
type PartnerContract = Omit<SonaqorContract, 'staff'>

type Streamed<E> =
  E extends Endpoint<infer O>
    ? O extends { readonly streams: readonly string[] }
      ? E
      : never
    : never

/** The operations that answer with a file, of any length, whose bytes are wanted as they are. */
export type Files<C extends Contract = SonaqorContract> = {
  readonly [A in keyof C]: {
    readonly [V in keyof C[A] as Streamed<C[A][V]> extends never ? never : V]: (
      request: Defaulted<RequestOf<C[A][V]>>,
    ) => Promise<Response>
  }
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

interface AnyRequest extends CallOptions, Addressed {
  readonly body?: unknown
}

/** Builds the client over a transport. Every call rejects with a `ProblemError` on a refusal. */
export function createClient(transport: Transport): Client {
  return clientOf(routes, transport) as Client
}

/** Method and path of each endpoint, by area and verb. */
type Routes = Readonly<Record<string, Readonly<Record<string, string>>>>

export function clientOf(table: Routes, transport: Transport): object {
  const areas = Object.entries(table).map(([area, verbs]) => [
    area,
    Object.fromEntries(
      Object.entries(verbs).map(([verb, route]) => [verb, callOf(route, transport)]),
    ),
  ])
  return Object.fromEntries(areas)
}

/** Builds the client of files over a transport that can hand on an answer. Rejects as the other one. */
export function createFiles(transport: Transport): Files {
  return createClient((request) => transport({ ...request, as: 'response' })) as unknown as Files
}

function callOf(route: string, transport: Transport) {
  const [method = '', template = ''] = route.split(' ')
  return async (request: AnyRequest = {}) => {
    const reply = await transport({
      method,
      path: addressOf(template, request),
      headers: headersOf(method, request),
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    if (reply.status >= 400) throw new ProblemError(reply.body as ProblemDocument)
    return reply.body
  }
}

/** A page is read long after it was built: it is answered in the words of its day, and not of today. */
function headersOf(method: string, request: AnyRequest): Record<string, string> {
  const headers: Record<string, string> = { 'sonaqor-version': madeFor }
  if (method !== 'GET') headers['idempotency-key'] = request.idempotencyKey ?? crypto.randomUUID()
  if (request.ifMatch !== undefined) headers['if-match'] = `"${request.ifMatch}"`
  return headers
}
