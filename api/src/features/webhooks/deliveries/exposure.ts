/** What is shown of a delivery: who lacks `customers:read` sees of what a body is made, and none of its values. */
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import type { Attempt } from '@sonaqor/contract/webhook-deliveries'
import { isSensitive } from '../../../core/redaction/index.ts'
import { bodyHeldBack, headersHeldBack, structureOf } from '../../logs/index.ts'
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

export const shownHeaders = (headers: Headers, hasValues: boolean): Headers =>
  hasValues ? headers : headersHeldBack(headers)

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
    detail: hasValues ? detail : detailHeldBack(row),
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

/** A transformation may say what it was given, and where a receiver leads on to is made by it, as its answer is. */
function detailHeldBack({ fault, detail }: AttemptRow): string | null {
  if (fault === 'transformation') return null
  return fault === 'redirect' ? 'redirects are not followed' : detail
}

function shownResponse(row: AttemptRow, hasValues: boolean): Attempt['response'] {
  if (row.response_headers === null) return null
  const text = row.response_body ?? ''
  const bytes = row.response_bytes ?? 0
  const cut = row.response_cut ?? false
  return {
    headers: shownHeaders(withoutSecrets(row.response_headers), hasValues),
    body:
      !hasValues && bytes > 0
        ? bodyHeldBack({ text, cut })
        : { text, bytes, cut, isHeldBack: false },
  }
}
