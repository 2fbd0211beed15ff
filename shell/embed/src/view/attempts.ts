import { faultOf, faults, traceOf, type Fault } from '../host/failure.ts'
import { whenAborted } from '../host/when-aborted.ts'
import { onceSeen } from '../host/while-seen.ts'
import type { Stage } from '../stage/stage.ts'

/** Shows something on a stage, and again when that failed. */
export interface Attempts {
  /** Begins anew, whatever is under way or shown. */
  start(): void
  /** The same, because somebody asked for it: by the button that is drawn, or by a script of the page. */
  retry(): void
  /** Puts the retry in place of what is shown. */
  fail(error: unknown, otherwise: Fault): void
  /** Takes away what is shown, for good. */
  end(): void
}

export interface AttemptsOptions {
  /**
   * Draws into `ground`. What it leaves behind must go when `outdated` aborts. An attempt that is
   * `unasked` is made while the failure of the one before still stands there.
   */
  readonly run: (ground: HTMLElement, outdated: AbortSignal, unasked: boolean) => Promise<void>
  /** The release that is tried, as far as it is known. */
  readonly release?: () => string | undefined
  /** Somebody asks for it again. */
  readonly onRetry?: () => void
  readonly onReady?: () => void
  readonly onFailed?: (fault: Fault, error: unknown) => void
}

const pausesS = [2, 5, 15, 60] as const
/** What was shown for so long and breaks then has not failed again, but anew. */
const soundAfterMs = 60_000

/**
 * Loading, ready, failed, and back: each attempt outdates the one before it, so that what arrives
 * late shows nothing. A failed one starts again by a press, when the network returns, and by itself
 * after ever longer pauses: quietly, for who reads on beside it needs to hear of no further failure.
 */
export function attemptsOn(stage: Stage, options: AttemptsOptions): Attempts {
  let current = new AbortController()
  let failures = 0
  let said: Fault | undefined
  let readyAt = Number.POSITIVE_INFINITY
  // A retry that somebody has kept, or what was under way, comes after the end to no place at all.
  let isOver = false

  function outdate(): AbortSignal {
    current.abort()
    current = new AbortController()
    return current.signal
  }

  function start() {
    const outdated = outdate()
    said = undefined
    stage.loading()
    void attempt(outdated, false)
  }

  function startOver() {
    if (isOver) return
    failures = 0
    start()
  }

  function retry() {
    options.onRetry?.()
    startOver()
  }

  async function attempt(outdated: AbortSignal, unasked: boolean) {
    try {
      await options.run(stage.clear(), outdated, unasked)
      if (outdated.aborted) return
      said = undefined
      readyAt = performance.now()
      stage.ready()
      options.onReady?.()
    } catch (error) {
      if (!outdated.aborted) fail(error, faults.unavailable)
    }
  }

  function fail(error: unknown, otherwise: Fault) {
    if (isOver) return
    const outdated = outdate()
    if (performance.now() - readyAt > soundAfterMs) failures = 0
    const fault = faultOf(error, otherwise)
    failures += 1
    readyAt = Number.POSITIVE_INFINITY
    window.addEventListener('online', start, { once: true, signal: outdated })
    if (failures <= fault.retries) later(outdated)
    if (fault === said) return
    said = fault
    stage.failed(fault, retry, traceOf(error, options.release?.()))
    options.onFailed?.(fault, error)
  }

  function later(outdated: AbortSignal) {
    const seconds = pausesS[Math.min(failures, pausesS.length) - 1] ?? 0
    // Who failed together need not come back together.
    const timer = setTimeout(
      () => onceSeen(outdated, () => void attempt(outdate(), true)),
      seconds * (750 + Math.random() * 500),
    )
    whenAborted(outdated, () => clearTimeout(timer))
  }

  function end() {
    isOver = true
    outdate()
  }

  return { start: startOver, retry, fail, end }
}
