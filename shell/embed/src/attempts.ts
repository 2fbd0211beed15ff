import { sentenceOf } from './failure.ts'
import type { Stage } from './stage.ts'
import { words } from './words.ts'

/** Shows something on a stage, and again when that failed. */
export interface Attempts {
  /** Begins anew, whatever is under way or shown. */
  start(): void
  /** Puts the retry in place of what is shown. */
  fail(error: unknown, otherwise: string): void
  /** Takes away what is shown, for good. */
  end(): void
}

export interface AttemptsOptions {
  /** Draws into `ground`. What it leaves behind must go when `outdated` aborts. */
  readonly run: (ground: HTMLElement, outdated: AbortSignal) => Promise<void>
  readonly onReady?: () => void
  readonly onFailed?: (message: string, error: unknown) => void
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
      if (!outdated.aborted) fail(error, words.unavailable)
    }
  }

  function fail(error: unknown, otherwise: string) {
    const outdated = outdate()
    const message = sentenceOf(error, otherwise)
    stage.failed(message, start)
    window.addEventListener('online', start, { once: true, signal: outdated })
    options.onFailed?.(message, error)
  }

  return { start, fail, end: outdate }
}

/** Calls back at the abort, also when that has passed already. */
export function whenAborted(signal: AbortSignal, clean: () => void): void {
  if (signal.aborted) clean()
  else signal.addEventListener('abort', clean, { once: true })
}
