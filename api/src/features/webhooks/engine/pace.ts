import type { Due } from './doors.store.ts'

/** No more than so many begin within any second, by the clock of the process. */
export class Pace {
  readonly #max: number
  readonly #begun: number[] = []
  #next = 0
  #last = -Infinity

  constructor(maxPerSecond: number) {
    this.#max = maxPerSecond
  }

  /** How long the next one has to wait. */
  waitMs(now: number): number {
    const first = this.#begun[this.#next]
    return first === undefined ? 0 : Math.max(0, first + 1000 - now)
  }

  /** How long until none of those that were begun matters any more: whoever comes then may begin anew. */
  overMs(now: number): number {
    return Math.max(0, this.#last + 1000 - now)
  }

  begin(now: number): void {
    this.#last = now
    this.#begun[this.#next] = now
    this.#next = (this.#next + 1) % this.#max
  }
}

/** Whoever is later than this has waited for something else than its turn, and catches up. */
const lateMs = 2500

/**
 * What is replayed is put in line some time ahead, and taken from it a few at once: of these each begins as
 * long after the one before as it was due after it, so that a replay goes as fast as it said from the first.
 */
export class ReplayPace {
  #due = Infinity
  #begun = -Infinity

  waitMs({ due }: Pick<Due, 'due'>, now: Date, mono: number): number {
    const apartMs = Math.max(0, (due - this.#due) / 1000)
    const catchesUpMs = due / 1000 + lateMs - now.getTime()
    return Math.max(0, Math.min(this.#begun + apartMs - mono, catchesUpMs))
  }

  begin({ due }: Pick<Due, 'due'>, mono: number): void {
    this.#due = due
    this.#begun = mono
  }
}
