/** One delivery, sent as its endpoint is just now; and what has to be written of it. */
import type { Clock } from '../../../core/clock/index.ts'
import type { Sendable } from '../endpoints/sendable.ts'
import { signatureHeader } from '../signing/sign.ts'
import { transform } from '../shaping/transform.ts'
import type { AttemptOutcome } from '../attempt/attempt.ts'
import type { Carry } from './carry.ts'
import { isTest, type AttemptRow, type Due, type LaneFacts, type Result } from './doors.store.ts'
import { becomes, becomesOfTest, retryAfterOf, type Came } from './outcome.ts'
import { payloadOf } from '../attempt/payload.ts'
import { wellFormed } from '../shaping/well-formed.ts'

export interface Sent {
  readonly result: Result
  /** Null where nothing was sent, or where what went wrong was none of the receiver's. */
  readonly came: Came | null
  /** What was thrown on our side; it counts as an attempt, so that it is not made again and again at once. */
  readonly broke: unknown
}

type Prepared =
  | { readonly body: string; readonly kept: string | null }
  | { readonly fault: string }
  | null

/** Never throws. */
export async function send(
  carry: Carry,
  clock: Clock,
  sendable: Sendable,
  due: Due,
  facts: LaneFacts,
): Promise<Sent> {
  const result = {
    tenant_id: facts.tenantId,
    environment: facts.environment,
    endpoint_id: facts.endpointId,
    id: due.id,
    due: due.due,
  }
  let broke: unknown = null
  const breaks =
    <Instead>(instead: Instead) =>
    (error: unknown): Instead => {
      broke = error
      return instead
    }
  const prepared = await prepare(sendable, due, facts.tenantId).catch(breaks(unprepared))
  const at = clock.now()
  if (prepared === null) {
    const unsent = { number: due.attempts, attempt: null, step: due.step, payload: null }
    const state = { state: 'cancelled', due_at: null, settled_at: at } as const
    return { result: { ...result, ...unsent, ...state }, came: null, broke }
  }
  const carried = async (body: string) =>
    carry(sendable, due, facts.tenantId, requestOf(sendable, due, body, at))
  const outcome =
    'fault' in prepared
      ? untransformed(prepared.fault)
      : await carried(prepared.body).catch(breaks(unsendable))
  const endedAt = clock.now()
  const notBefore = retryAfterOf(outcome.response?.headers, endedAt)
  const came = { step: due.step, status: outcome.status, fault: outcome.fault, notBefore }
  const { state, step, dueAt } = isTest(due) ? becomesOfTest(came) : becomes(came, endedAt)
  return {
    result: {
      ...result,
      number: due.attempts + 1,
      attempt: rowOf(outcome, sendable, due, at),
      state,
      step,
      due_at: dueAt,
      settled_at: dueAt === null ? endedAt : null,
      payload: 'kept' in prepared ? prepared.kept : null,
    },
    // Its code is at fault, or we are, and not whoever receives; or it was a test.
    came: 'fault' in prepared || broke !== null || isTest(due) ? null : came,
    broke,
  }
}

/** Null where there is nothing to send: its event is gone, or its transformation wants none. */
async function prepare(
  { transformation }: Sendable,
  due: Due,
  tenantId: string,
): Promise<Prepared> {
  if (due.payload !== null) return { body: due.payload, kept: null }
  if (due.data === null || due.data === undefined) return null
  const { type, data } = due
  const at = new Date(due.at)
  if (transformation === null) return { body: payloadOf({ type, at, data }), kept: null }
  const payload = { type, timestamp: at.toISOString(), data }
  const transformed = await transform(tenantId, transformation, payload)
  if ('fault' in transformed) return { fault: transformed.fault.message }
  if (transformed.after === null) return null
  const body = JSON.stringify(transformed.after)
  return { body, kept: body }
}

export function requestOf(sendable: Sendable, due: Pick<Due, 'eventId'>, body: string, at: Date) {
  const seconds = Math.floor(at.getTime() / 1000)
  return {
    url: sendable.url,
    headers: {
      ...sendable.headers,
      ...(sendable.consentOrigin && { 'webhook-request-origin': sendable.consentOrigin }),
      'webhook-id': due.eventId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureHeader(sendable.secrets, due.eventId, seconds, body),
    },
    body,
    identity: sendable.identity,
    at,
  }
}

const unasked = (fault: 'transformation' | 'connection-reset', detail: string): AttemptOutcome => ({
  status: null,
  fault,
  detail,
  latencyMs: 0,
  timing: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null },
  address: null,
  requestHeaders: {},
  response: null,
})

const untransformed = (detail: string) => unasked('transformation', detail)
const unprepared: Prepared = { fault: 'it could not be made, by a fault of ours' }
const unsendable = unasked('connection-reset', 'it could not be sent, by a fault of ours')

export function rowOf(
  outcome: AttemptOutcome,
  { url }: Sendable,
  { cause }: Pick<Due, 'cause'>,
  at: Date,
): AttemptRow {
  const { timing, response } = outcome
  return {
    at,
    cause,
    status: outcome.status,
    fault: outcome.fault,
    detail: outcome.detail && wellFormed(outcome.detail),
    latency_ms: outcome.latencyMs,
    dns_ms: timing.dnsMs,
    connect_ms: timing.connectMs,
    tls_ms: timing.tlsMs,
    first_byte_ms: timing.firstByteMs,
    address: outcome.address && wellFormed(outcome.address),
    url: wellFormed(url),
    request_headers: textsOf(outcome.requestHeaders),
    response_headers: response && textsOf(response.headers),
    response_body: response && wellFormed(response.body.text),
    response_bytes: response?.body.bytes ?? null,
    response_cut: response?.body.cut ?? null,
  }
}

const textsOf = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [wellFormed(name), wellFormed(value)]),
  )
