import { faultOf, faults, traceOf, type Fault } from './failure.ts'
import type { Stage } from './stage.ts'

/** Shows something on a stage, and again when that failed. */
export interface Attempts {
  /** Begins anew, whatever is under way or shown. */
  start(): void
  /** Puts the retry in place of what is shown. */
  fail(error: unknown, otherwise: Fault): void
  /** Takes away what is shown, for good. */
  end(): void
}

export interface AttemptsOptions {
  /** Draws into `ground`. What it leaves behind must go when `outdated` aborts. */
  readonly run: (ground: HTMLElement, outdated: AbortSignal) => Promise<void>
  /** The release that is tried, as far as it is known. */
  readonly release?: () => string | undefined
  readonly onReady?: () => void
  readonly onFailed?: (fault: Fault, error: unknown) => void
}

/**
 * Loading, ready, failed, and back: each attempt outdates the one before it, so that what arrives
 * late shows nothing. A failed one starts again by a press, or when the network returns.
 */
export function attemptsOn(stage: Stage, options: AttemptsOptions): Attempts {
  let current = new AbortController()

  function outdate(): AbortSignal {
    current.abort()
    current = new AbortController()
    return current.signal
  }

  function start() {
    const outdated = outdate()
    stage.loading()
    void attempt(outdated)
  }

  async function attempt(outdated: AbortSignal) {
    try {
      await options.run(stage.clear(), outdated)
      if (outdated.aborted) return
      stage.ready()
      options.onReady?.()
    } catch (error) {
      if (!outdated.aborted) fail(error, faults.unavailable)
    }
  }

  function fail(error: unknown, otherwise: Fault) {
    const outdated = outdate()
    const fault = faultOf(error, otherwise)
    stage.failed(fault, start, traceOf(error, options.release?.()))
    window.addEventListener('online', start, { once: true, signal: outdated })
    options.onFailed?.(fault, error)
  }

  return { start, fail, end: outdate }
}

/** Calls back at the abort, also when that has passed already. */
export function whenAborted(signal: AbortSignal, clean: () => void): void {
  if (signal.aborted) clean()
  else signal.addEventListener('abort', clean, { once: true })
}
