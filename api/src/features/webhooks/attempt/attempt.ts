/** One attempt: what was asked, what was answered, and how long each part of it took. */
import {
  answerBytesMax,
  attemptTimeoutMs,
  type AttemptFault,
} from '@sonaqor/contract/webhook-bounds'
import {
  AddressRefused,
  createCourier,
  type Carried,
  type Courier,
  type CourierTiming,
  type Resolve,
} from '../../../core/outbound/index.ts'
import type { Identity } from '../certificates/certificates.store.ts'
import { tlsCause } from '../certificates/tls-cause.ts'
import { wellFormed } from '../shaping/well-formed.ts'

export interface AttemptRequest {
  readonly url: string
  /** With those of the signature; what every attempt has besides is added. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Who we are to a receiver that asks. */
  readonly identity?: Identity | null
  /** When it is made, left out where no certificate can have ended by then. */
  readonly at?: Date
}

export interface AttemptOutcome {
  /** Null where there was no answer. */
  readonly status: number | null
  /** Null where it was delivered. */
  readonly fault: AttemptFault | null
  /** What was wrong, for people. */
  readonly detail: string | null
  readonly latencyMs: number
  readonly timing: CourierTiming
  /** Which address was connected to. */
  readonly address: string | null
  /** As they were sent; of those that an endpoint has of its own no value is kept. */
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly response: {
    readonly headers: Readonly<Record<string, string>>
    readonly body: { readonly text: string; readonly bytes: number; readonly cut: boolean }
  } | null
}

const answerMax = 64 * 1024

/** How attempts leave the house: bounded, and never into our own network. */
export const attemptCourier = (place: {
  readonly allowsLoopback: boolean
  readonly dnsServers?: readonly string[]
  readonly resolve?: Resolve
}): Courier => createCourier({ ...place, timeoutMs: attemptTimeoutMs, answerMax })

/** Never throws: whatever a receiver does is an outcome. */
export async function makeAttempt(
  outbound: Courier,
  { url, headers, body, identity = null, at = new Date() }: AttemptRequest,
): Promise<AttemptOutcome> {
  const bytes = Buffer.from(body)
  const sent = sentHeaders(headers, bytes)
  const carried = await outbound.post({ url, headers: sent, body: bytes, identity })
  const { status, latencyMs, timing, address } = carried
  return {
    status,
    ...judged(carried, tlsCause(carried, identity, at)),
    latencyMs,
    timing,
    address,
    requestHeaders: shown(sent),
    response: status === null ? null : { headers: carried.headers, body: kept(carried) },
  }
}

/** Those of the request with what every attempt has besides. */
export const sentHeaders = (headers: AttemptRequest['headers'], body: Buffer) => ({
  ...lowerCased(headers),
  'content-type': 'application/json',
  'content-length': String(body.length),
  // Nothing is unpacked here.
  'accept-encoding': 'identity',
  'user-agent': 'Sonaqor-Webhooks/1',
})

type Judged = Pick<AttemptOutcome, 'fault' | 'detail'>

function judged({ status, isLate, error, headers }: Carried, cause: string | null): Judged {
  if (isLate) return { fault: 'timeout', detail: lateDetail(status) }
  if (error) return { fault: faultOf(error), detail: cause ?? wellFormed(error.message) }
  if (status === null) return { fault: 'connection-reset', detail: 'there was no answer' }
  if (status >= 200 && status < 300) return { fault: null, detail: null }
  if (status >= 300 && status < 400) {
    const detail = `redirects are not followed: ${wellFormed(headers['location'] ?? 'to nowhere')}`
    return { fault: 'redirect', detail }
  }
  return { fault: 'status', detail: `answered ${status}` }
}

const lateDetail = (status: number | null) => {
  const what = status === null ? 'no answer' : 'no end of the answer'
  return `${what} within ${attemptTimeoutMs / 1000} s`
}

const faultsByCode: Readonly<Record<string, AttemptFault>> = {
  ENOTFOUND: 'name-not-found',
  ENODATA: 'name-not-found',
  ESERVFAIL: 'name-not-found',
  EREFUSED: 'name-not-found',
  EBADNAME: 'name-not-found',
  EBADRESP: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ETIMEOUT: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  EADDRNOTAVAIL: 'connection-refused',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  HOSTNAME_MISMATCH: 'tls',
}

function faultOf(error: NodeJS.ErrnoException): AttemptFault {
  if (error instanceof AddressRefused) return 'address-refused'
  const { code = '' } = error
  const known = faultsByCode[code]
  if (known) return known
  if (code.startsWith('HPE_')) return 'answer-malformed'
  if (/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_)/.test(code)) return 'tls'
  return 'connection-reset'
}

/** Whatever bytes came, text that every database and every screen can hold. */
function kept({ body, isCut }: Carried): { text: string; bytes: number; cut: boolean } {
  const start = body.subarray(0, answerBytesMax)
  return {
    text: wellFormed(start.toString('utf8')),
    bytes: body.length,
    cut: isCut || body.length > answerBytesMax,
  }
}

const lowerCased = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** What we set ourselves; whatever else there is, an endpoint has of its own, and it may be a secret. */
const ownNames = new Set([
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'webhook-request-origin',
  'content-type',
  'content-length',
  'accept-encoding',
  'user-agent',
])

const shown = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      ownNames.has(name) ? value : '(kept secret)',
    ]),
  )
