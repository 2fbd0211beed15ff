/** How much an endpoint gets at once: what it can take is found out, and what it cannot is not tried. */
import { jittered, type Came } from './outcome.ts'

const concurrencyMax = 10
const concurrencyFirst = 4
/** So many different deliveries that fail one after another, and no more than one at a time is tried. */
const failuresMax = 5
const firstPauseMs = 5000
const longestPauseMs = 300_000
const throttling = new Set([429, 502, 504])
/** Whoever takes as long for an answer, as a rule, holds a place that another one could have. */
const slowMs = 2000
/** How much of what is known of its answers is the last one. */
const share = 1 / 4

export interface Pause {
  readonly notBefore: Date | null
  readonly pauses: number
}

export interface Learnt extends Came {
  readonly begunAt: Date
  readonly latencyMs: number
}

export class LaneLimits {
  /** Nothing is sent sooner. */
  notBefore: Date | null
  /** In a row; with any, one attempt at a time finds out whether it is well again. */
  pauses: number
  #concurrency = concurrencyFirst
  readonly #failing = new Set<string>()
  #pausedAt = 0
  #answersInMs = 0

  constructor({ notBefore, pauses }: Pause) {
    this.notBefore = notBefore
    this.pauses = pauses
  }

  get atOnce(): number {
    return this.pauses > 0 ? 1 : this.#concurrency
  }

  /** It holds what it was given for long, so that it may have no more than a part of all places. */
  get isSlow(): boolean {
    return this.pauses > 0 || this.#concurrency === 1 || this.#answersInMs >= slowMs
  }

  /** An attempt is under way for so long that it will not have been quick, whatever comes of it. */
  takesLong(): void {
    this.#answersInMs = Math.max(this.#answersInMs, slowMs)
  }

  isPaused(now: Date): boolean {
    return this.notBefore !== null && this.notBefore > now
  }

  /** What was written of it when it was read: somebody may have ended a pause by hand. */
  adopt({ notBefore, pauses }: Pause, readAt: number): void {
    if (this.#writing > 0 || readAt <= this.#writtenAt) return
    if (pauses === 0 && this.pauses > 0) this.#failing.clear()
    Object.assign(this, { notBefore, pauses })
  }

  /** Until a pause is written, whoever has it looked at sees the one before. */
  async hold(written: Promise<unknown>): Promise<void> {
    this.#writing += 1
    await written
    this.#writing -= 1
    this.#writtenAt = performance.now()
  }
  #writing = 0
  #writtenAt = 0

  /** Learns from what came of an attempt; answers the pause that begins, or that is over. */
  learn(deliveryId: string, came: Learnt, now: Date): Pause | null {
    this.#answersInMs += (came.latencyMs - this.#answersInMs) * share
    if (came.fault === null) return this.#succeeded()
    if (came.fault === 'timeout') this.#concurrency = Math.max(1, this.#concurrency >> 1)
    this.#failing.add(deliveryId)
    // What was under way when the pause began says nothing new; it may ask for a longer one.
    const isKnown = came.begunAt.getTime() < this.#pausedAt
    const isThrottled =
      (came.status !== null && throttling.has(came.status)) || came.notBefore !== null
    const isBroken = this.pauses > 0 || this.#failing.size >= failuresMax
    if (isKnown && !(came.notBefore && this.notBefore && came.notBefore > this.notBefore)) {
      return null
    }
    return isThrottled || isBroken ? this.#pause(came.notBefore, now) : null
  }

  #succeeded(): Pause | null {
    this.#concurrency = Math.min(concurrencyMax, this.#concurrency + 1)
    this.#failing.clear()
    if (this.pauses === 0) return null
    Object.assign(this, { pauses: 0, notBefore: null })
    return { pauses: 0, notBefore: null }
  }

  #pause(until: Date | null, now: Date): Pause {
    const ms = jittered(Math.min(firstPauseMs * 2 ** this.pauses, longestPauseMs))
    this.notBefore = until ?? new Date(now.getTime() + Math.round(ms))
    this.pauses = Math.min(this.pauses + 1, 20)
    this.#pausedAt = now.getTime()
    return { notBefore: this.notBefore, pauses: this.pauses }
  }
}
