import { createClient, type ProblemError } from '@sonaqor/contract/client'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import { stepMs } from '../../host/in-time.ts'
import type { EmbedOptions } from '../../sdk.ts'
import { openTransport, transportBy } from '../../session/transport.ts'
import type { ClockFacts } from '../checks/clock.ts'
import type { Granted } from '../checks/scopes.ts'
import type { Exchanged, Fetched, SessionFacts } from '../checks/session.ts'
import { withoutSecrets } from '../redact.ts'
import { within } from '../within.ts'

export interface TriedSession {
  readonly options: EmbedOptions
  readonly facts: SessionFacts
  readonly granted?: Granted | undefined
  readonly clock?: ClockFacts | undefined
  /** Names the app in the address of our own frame. */
  readonly embedId?: string | undefined
}

/**
 * Opens a session as the page does, and a second one as a renewal would; both are ended at once. The
 * sessions of the page are left alone.
 */
export async function trySession(origin: string, options: EmbedOptions): Promise<TriedSession> {
  const name = options.name ?? ''
  const first = await fetchOnce(options)
  if (first.secret === undefined) return { options, facts: { name, fetched: first.fetched } }
  const { exchanged, token, clock } = await exchange(origin, first.secret)
  const facts: SessionFacts = { name, fetched: first.fetched, exchanged }
  if (!token) return { options, facts }
  const again = await renewOnce(origin, options, first.secret)
  await end(origin, token)
  return {
    options,
    facts: { ...facts, again },
    granted: grantedBy(token),
    clock,
    embedId: token.embedId,
  }
}

interface FetchedOnce {
  readonly fetched: Fetched
  readonly secret?: string
}

async function fetchOnce({ fetchSession }: EmbedOptions): Promise<FetchedOnce> {
  const begun = performance.now()
  const tookMs = () => performance.now() - begun
  try {
    // A page may hand us a function that throws before it promises anything.
    const brought: unknown = await within((async () => fetchSession())(), stepMs, late)
    if (brought === late) return { fetched: { kind: 'late', tookMs: tookMs() } }
    return shapeOf(brought, tookMs())
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { fetched: { kind: 'failed', message: withoutSecrets(message).slice(0, 200) } }
  }
}

const late = Symbol('late')

function shapeOf(brought: unknown, tookMs: number): FetchedOnce {
  const secret = (brought as { readonly clientSecret?: unknown } | undefined | null)?.clientSecret
  const said = typeof secret === 'string' ? secret : brought
  if (typeof said === 'string' && /^sq_(test|live)_/.test(said)) return { fetched: { kind: 'key' } }
  if (typeof secret === 'string' && secret.startsWith('sqe_')) {
    return { fetched: { kind: 'secret', tookMs }, secret }
  }
  return { fetched: { kind: 'other', got: describe(brought) } }
}

/** By its kind and its names alone: its values may be secrets. */
function describe(value: unknown): string {
  if (value instanceof Response) return `Response (${value.status})`
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return `{ ${Object.keys(value).slice(0, 6).join(', ')} }`
}

interface ExchangedOnce {
  readonly exchanged: Exchanged
  readonly token?: EmbedToken
  readonly clock?: ClockFacts
}

async function exchange(origin: string, clientSecret: string): Promise<ExchangedOnce> {
  const begun = performance.now()
  try {
    const api = createClient(openTransport(origin))
    const token = await api.embeds.exchange({ body: { clientSecret } })
    const { sessionEndsAt: endsAt, serverTime } = token
    const clock = { serverTime, receivedAt: Date.now(), tookMs: performance.now() - begun }
    return { exchanged: { kind: 'token', endsAt, now: Date.parse(serverTime) }, token, clock }
  } catch (error) {
    return { exchanged: refusalOf(error) }
  }
}

function refusalOf(error: unknown): Exchanged {
  const { problem } = error as Partial<ProblemError>
  if (!problem) return { kind: 'unreachable' }
  const { status, detail } = problem
  if (status === 401) return { kind: 'used' }
  if (status === 403) return { kind: 'origin' }
  return { kind: 'refused', status, detail: withoutSecrets(detail ?? problem.title) }
}

async function renewOnce(origin: string, options: EmbedOptions, before: string) {
  const { secret } = await fetchOnce(options)
  if (secret === undefined) return 'failed'
  if (secret === before) return 'same'
  const { token } = await exchange(origin, secret)
  if (!token) return 'failed'
  await end(origin, token)
  return 'another'
}

/** It runs out by itself, where the server cannot be told. */
async function end(origin: string, { token }: EmbedToken): Promise<void> {
  await createClient(transportBy(origin, token))
    .embeds.end()
    .catch(() => undefined)
}

function grantedBy({ views, scopes, user, app }: EmbedToken): Granted {
  return { views, scopes, hasUser: user !== null, app: app.id, environment: app.environment }
}
