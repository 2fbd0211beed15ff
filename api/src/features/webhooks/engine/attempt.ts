/** One attempt: what was asked, what was answered, and how long each part of it took. */
import type { AttemptFault } from '@sonaqor/contract/webhook-bounds'
import type { Courier } from '../../../core/outbound/index.ts'

export interface AttemptRequest {
  readonly url: string
  /** With those of the signature; what every attempt has besides is added. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface AttemptTiming {
  readonly dnsMs: number | null
  readonly connectMs: number | null
  readonly tlsMs: number | null
  readonly firstByteMs: number | null
}

export interface AttemptOutcome {
  /** Null where there was no answer. */
  readonly status: number | null
  /** Null where it was delivered. */
  readonly fault: AttemptFault | null
  /** What was wrong, for people. */
  readonly detail: string | null
  readonly latencyMs: number
  readonly timing: AttemptTiming
  /** Which address was connected to. */
  readonly address: string | null
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly response: {
    readonly headers: Readonly<Record<string, string>>
    readonly body: { readonly text: string; readonly bytes: number; readonly cut: boolean }
  } | null
}

/** Never throws: whatever a receiver does is an outcome. */
export async function makeAttempt(
  outbound: Courier,
  request: AttemptRequest,
): Promise<AttemptOutcome> {
  throw new Error(`not written yet: ${typeof outbound} ${request.url}`)
}
