/** What is shown of a delivery: who lacks `customers:read` sees of what a body is made, and none of its values. */
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import type { Attempt } from '@sonaqor/contract/webhook-deliveries'
import { isSensitive } from '../../../core/redaction/index.ts'
import { structureOf } from '../../logs/index.ts'
import type { AttemptRow } from './deliveries.store.ts'

/** What each attempt says of its own. */
const ownHeaders = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'host',
  'user-agent',
  'webhook-id',
  'webhook-request-origin',
  'webhook-signature',
  'webhook-timestamp',
])

type Headers = Readonly<Record<string, string>>

/** Whatever the maker of an endpoint has sent along may be a credential. */
const withoutCustom = (headers: Headers): Headers =>
  mapped(headers, (name, value) => (ownHeaders.has(name.toLowerCase()) ? value : redacted))

/** By how long a body is, its signature or its digest, whoever guesses one learns whether they have guessed it. */
const tellsOfBody = /^content-(?:length|range|md5)$|signature|digest|checksum|hash|etag/i

export const shownHeaders = (headers: Headers, hasValues: boolean): Headers =>
  mapped(headers, (name, value) => (hasValues || !tellsOfBody.test(name) ? value : redacted))

/** What a receiver sets is for us alone: a session of its own, say. */
const withoutSecrets = (headers: Headers): Headers =>
  mapped(headers, (name, value) => (isSensitive(name) ? redacted : value))

const mapped = (headers: Headers, of: (name: string, value: string) => string): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, of(name, value)]))

export const shownPayload = (payload: string, hasValues: boolean): string =>
  hasValues ? payload : structureOf(payload)

export function shownAttempt(row: AttemptRow, hasValues: boolean): Attempt {
  const { number, cause, status, fault, detail } = row
  return {
    number,
    at: row.at.toISOString(),
    cause,
    status,
    fault,
    // A transformation may say what it was given.
    detail: hasValues || fault !== 'transformation' ? detail : null,
    latencyMs: row.latency_ms,
    timing: {
      dnsMs: row.dns_ms,
      connectMs: row.connect_ms,
      tlsMs: row.tls_ms,
      firstByteMs: row.first_byte_ms,
    },
    address: row.address,
    request: { url: row.url, headers: shownHeaders(withoutCustom(row.request_headers), hasValues) },
    response: shownResponse(row, hasValues),
  }
}

function shownResponse(row: AttemptRow, hasValues: boolean): Attempt['response'] {
  if (row.response_headers === null) return null
  const text = row.response_body ?? ''
  const bytes = row.response_bytes ?? 0
  const isHeldBack = !hasValues && bytes > 0
  return {
    headers: shownHeaders(withoutSecrets(row.response_headers), hasValues),
    body: isHeldBack
      ? { text: structureOf(text), bytes: 0, cut: false, isHeldBack }
      : { text, bytes, cut: row.response_cut ?? false, isHeldBack },
  }
}
