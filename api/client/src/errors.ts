/** All that a call can fail with, but for an abort, which rejects with the reason of its signal. */
import type { Problem } from './operations.ts'
import { rateLimitsIn, type RateLimit } from './rate-limits.ts'

/** What every failure of a call tells. */
export class SonaqorError extends Error {
  override readonly name: string = 'SonaqorError'
  /** What was called, such as `keys.issue`. */
  readonly operation: string
  /** How often it was tried. */
  attempts = 1

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.operation = operation
  }
}

/** Where an answer of the API is a refusal; `code` says which, and `/docs/problems` what helps. */
export class ProblemError extends SonaqorError {
  override readonly name = 'ProblemError'
  readonly status: number
  /** A URI, or a path of our docs. */
  readonly type: string
  /** `unknown` where something on the way refused it, and not the API. */
  readonly code: Problem['code'] | 'unknown'
  readonly title: string
  readonly detail: string
  /** Support can find the request by it. */
  readonly requestId: string | undefined
  /** Seconds to wait before it may be asked again. */
  readonly retryAfter: number | undefined
  /** Which fields are wrong, by a pointer such as `#/label`. */
  readonly fields: readonly { readonly detail: string; readonly pointer: string }[]
  /** The document as it came, where one came. */
  readonly problem: Problem | undefined
  readonly rateLimits: readonly RateLimit[]
  readonly headers: Headers

  constructor(operation: string, refusal: Refusal) {
    const { problem, detail, headers, status } = refusal
    const [first] = problem?.errors ?? []
    const said = [problem?.detail ?? detail, first && `${first.pointer}: ${first.detail}`]
    super(operation, `${operation} was refused with ${status}: ${said.filter(Boolean).join(' ')}`)
    this.status = status
    this.type = problem?.type ?? 'about:blank'
    this.code = problem?.code ?? 'unknown'
    this.title = problem?.title ?? 'The request was refused on its way'
    this.detail = problem?.detail ?? detail
    this.requestId = headers.get('x-request-id') ?? problem?.instance
    this.retryAfter = retryAfterIn(headers)
    this.fields = problem?.errors ?? []
    this.problem = problem
    this.rateLimits = rateLimitsIn(headers)
    this.headers = headers
  }
}

export interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly problem: Problem | undefined
  /** What is said where there is no problem. */
  readonly detail: string
}

/** No whole answer came: whether anything was done is not known. */
export class ConnectionError extends SonaqorError {
  override readonly name: string = 'ConnectionError'
}

/** No whole answer came in time. */
export class TimeoutError extends ConnectionError {
  override readonly name = 'TimeoutError'
}

/** Seconds, or a date, which is read by the clock of whoever wrote it. */
function retryAfterIn(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Number(value)
  const now = Date.parse(headers.get('date') ?? '') || Date.now()
  const seconds = Math.ceil((Date.parse(value) - now) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
