/** The client: areas and verbs as the reference of the API has them, `sonaqor.keys.issue({ body })`. */
import { addressOf, type Addressed } from './address.ts'
import type { Fetch } from './attempt.ts'
import { apiVersion, version } from './built.ts'
import type { Deprecation } from './deprecation.ts'
import type { CallOptions, List, Page, Route, Routes } from './operation.ts'
import { operations, type Sonaqor } from './operations.ts'
import { rowsOf } from './rows.ts'
import { send, type Patience, type Retry } from './send.ts'

/** What a call or a client may say of how long it waits, and how often it tries. */
type Impatience = { readonly [Part in keyof Patience]?: Patience[Part] | undefined }

export interface ClientOptions extends Impatience {
  /** `SONAQOR_API_KEY` of the environment, unless named. */
  readonly key?: string | undefined
  /** Where your Sonaqor is; `SONAQOR_URL` of the environment, unless named. */
  readonly baseUrl?: string | URL | undefined
  /** The one of the platform, unless named. */
  readonly fetch?: Fetch | undefined
  /** A day, `2026-11-22`; the one that these types were written for, unless named. */
  readonly apiVersion?: string | undefined
  /** Told of each failed attempt that another one follows. */
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Told of what is to end, once for each operation that is called. */
  readonly onDeprecation?: ((notice: DeprecationNotice) => void) | undefined
}

export interface DeprecationNotice extends Deprecation {
  /** What was called, such as `keys.issue`. */
  readonly operation: string
}

const patience: Patience = { timeoutMs: 30_000, totalTimeoutMs: 120_000, retries: 3 }

/** All that a key may call. Nothing is sent yet. */
export const createClient = (options: ClientOptions = {}): Sonaqor =>
  clientOf(operations, options) as unknown as Sonaqor

interface AnyRequest extends Addressed {
  readonly body?: unknown
}
type AnyOperation = List<AnyRequest, Page<unknown>>
export type AnyClient = Readonly<Record<string, Readonly<Record<string, AnyOperation>>>>

/** The client of some operations. */
export function clientOf(routes: Routes, options: ClientOptions): AnyClient {
  const door = doorOf(options)
  return mapped(routes, (verbs, area) =>
    mapped(verbs, (route, verb) => operationOf(`${area}.${verb}`, route, door)),
  )
}

const mapped = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]))

interface Door extends Patience, Pick<ClientOptions, 'onRetry' | 'onDeprecation'> {
  readonly fetch: Fetch
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
}

/** The operations add `/v1` by themselves. */
function placeOf(baseUrl: string | URL): string {
  const url = URL.canParse(String(baseUrl)) ? new URL(baseUrl) : undefined
  const said = `baseUrl is ${JSON.stringify(String(baseUrl))}`
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`${said}; write the whole address, such as https://sonaqor.example.`)
  }
  const place = url.href.replace(/\/+$/, '')
  if (place.endsWith('/v1')) throw new TypeError(`${said}; leave out /v1, which the client adds.`)
  return place
}

function doorOf(options: ClientOptions): Door {
  const key = options.key ?? fromEnvironment('SONAQOR_API_KEY')
  const baseUrl = options.baseUrl ?? fromEnvironment('SONAQOR_URL')
  if (!key || !/^[\x21-\x7e]+$/.test(key)) {
    throw new TypeError('A client needs an API key: { key }, or SONAQOR_API_KEY, without spaces.')
  }
  if (!baseUrl) {
    throw new TypeError('A client needs the address of your Sonaqor: { baseUrl }, or SONAQOR_URL.')
  }
  return {
    ...given(patience, options),
    onRetry: options.onRetry,
    onDeprecation: options.onDeprecation,
    // Called as a method, the one of browsers refuses.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    baseUrl: placeOf(baseUrl),
    headers: {
      authorization: `Bearer ${key}`,
      'sonaqor-version': options.apiVersion ?? apiVersion,
      // Pages have one of their own, and would have to ask whether they may send another.
      ...('document' in globalThis ? {} : { 'user-agent': `sonaqor-client/${version}` }),
    },
  }
}

function operationOf(operation: string, about: Route, door: Door): AnyOperation {
  const [method = '', template = ''] = about.route.split(' ')
  let isTold = false
  const answer = async (request: AnyRequest = {}, options: CallOptions = {}) => {
    requireParams(operation, template, request)
    const sent = {
      operation,
      method,
      url: door.baseUrl + addressOf(template, request),
      headers: headersOf(door, method, request, options),
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      answers: about.answers,
      signal: options.signal,
    }
    const { fetch, onRetry } = door
    const isRepeatable = about.isRepeatable ?? false
    const answered = await send(sent, { ...given(door, options), fetch, onRetry, isRepeatable })
    if (answered.deprecation && !isTold) {
      isTold = true
      door.onDeprecation?.({ operation, ...answered.deprecation })
    }
    return answered
  }
  const data = async (request?: AnyRequest, options?: CallOptions) =>
    (await answer(request, options)).data
  const all = (request: AnyRequest = {}, options?: CallOptions) =>
    rowsOf(
      (cursor = request.query?.['cursor'] as string | undefined) =>
        data({ ...request, query: { ...request.query, cursor } }, options) as Promise<
          Page<unknown>
        >,
    )
  return Object.assign(data, { answer }, about.answers === 'list' ? { all } : {}) as AnyOperation
}

/** An id that is missing, or leads up the path, would ask for something else. */
function requireParams(operation: string, template: string, { params }: AnyRequest): void {
  for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    const value = params?.[name]
    if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) continue
    throw new TypeError(`${operation} needs params.${name}.`)
  }
}

function headersOf(
  door: Door,
  method: string,
  { body }: AnyRequest,
  { idempotencyKey, ifMatch }: CallOptions,
): Record<string, string> {
  return {
    ...door.headers,
    ...(method === 'GET' ? {} : { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() }),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

/** What was said of these, and else what holds without a word. */
const given = (otherwise: Patience, said: Impatience): Patience => ({
  timeoutMs: said.timeoutMs ?? otherwise.timeoutMs,
  totalTimeoutMs: said.totalTimeoutMs ?? otherwise.totalTimeoutMs,
  retries: said.retries ?? otherwise.retries,
})

interface Platform {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> }
}

const fromEnvironment = (name: string): string | undefined =>
  (globalThis as Platform).process?.env?.[name]
