/** One call: as many attempts as help, within a time for all of them. */
import { attempt, type Fetch, type Sent } from './attempt.ts'
import { SonaqorError } from './errors.ts'
import type { Answer } from './operation.ts'
import { isWorthAnother, waitMsAfter } from './retry.ts'

export interface Patience {
  /** For each attempt. */
  readonly timeoutMs: number
  /** For all attempts together, with the time between them. */
  readonly totalTimeoutMs: number
  /** How many attempts may follow the first. */
  readonly retries: number
}

/** Told before the wait for another attempt. */
export interface Retry {
  /** What is called, such as `keys.issue`. */
  readonly operation: string
  /** How many attempts have failed. */
  readonly attempts: number
  readonly waitMs: number
  /** What the last one failed with. */
  readonly error: SonaqorError
}

export interface Sending extends Patience {
  readonly fetch: Fetch
  readonly isRepeatable: boolean
  readonly onRetry: ((retry: Retry) => void) | undefined
}

/** What a timer can count to; it would end at once beyond that. */
const timerMaxMs = 2 ** 31 - 1

export async function send(sent: Sent, sending: Sending): Promise<Answer<unknown>> {
  const { operation, signal } = sent
  const until = performance.now() + sending.totalTimeoutMs
  const left = () => until - performance.now()
  signal?.throwIfAborted()
  for (let attempts = 1; ; attempts += 1) {
    try {
      const timeoutMs = Math.ceil(Math.max(1, Math.min(sending.timeoutMs, left(), timerMaxMs)))
      return { ...(await attempt(sending.fetch, sent, timeoutMs)), attempts }
    } catch (error) {
      if (!(error instanceof SonaqorError)) throw error
      error.attempts = attempts
      if (attempts > sending.retries || !isWorthAnother(error, sending.isRepeatable)) throw error
      const waitMs = waitMsAfter(error, attempts)
      // Rather told now than after a wait that leads to nothing.
      if (waitMs >= left()) throw error
      sending.onRetry?.({ operation, attempts, waitMs, error })
      await wait(waitMs, signal)
    }
  }
}

/** Rejects with the reason of the signal, where that ends it. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, failed) => {
    const stop = () => {
      clearTimeout(timer)
      failed(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      done()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
  })
}
