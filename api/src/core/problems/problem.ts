import type { StepUp } from '@sonaqor/contract/endpoint'
import type { ProblemCode } from '@sonaqor/contract/problem'
import type { Principal } from '../access/index.ts'

export interface FieldError {
  readonly detail: string
  /** `#/label` in the body, `?limit` in the query. */
  readonly pointer: string
}

export interface ProblemDetails {
  /** For the caller: what is wrong with this very request. */
  readonly detail: string
  readonly errors?: readonly FieldError[]
  /** The scope that is missing. */
  readonly scope?: string
  /** For the log alone; it never leaves. */
  readonly cause?: unknown
  readonly retryAfterSeconds?: number
  readonly violatedPolicies?: readonly string[]
  /** Of a missing second factor: the sign-in that waits for it. */
  readonly ticket?: string
  /** Which second factors the person has. */
  readonly methods?: readonly string[]
  readonly stepUp?: StepUp
  /** Of one operation that wants a proof: what the proof is asked for by. */
  readonly operation?: string
  /** Of somebody who is suspended: by whom. */
  readonly tenants?: readonly string[]
  /** Of a single sign-on that failed: why, as a word for programs. */
  readonly reason?: string
  /** Of a version of the API that there is not: those that there are. */
  readonly versions?: readonly string[]
  /** Of a 405: the methods that the address knows. */
  readonly allow?: readonly string[]
  /** Who it was, where a credential is known and refused all the same; the request log wants it. */
  readonly claimant?: Principal
}

/** The one class of refusal. Services throw it, nobody catches it, the outermost layer speaks it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails) {
    super(details.detail, { cause: details.cause })
    this.code = code
    this.details = details
  }
}
