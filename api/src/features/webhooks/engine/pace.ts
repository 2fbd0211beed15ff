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

/** No replay goes slower than one a second: what is further apart is of two, or was stopped between. */
const apartMostMs = 1000

/**
 * What is replayed is put in line some time ahead, and taken from it a few at once: of these each begins as
 * long after the one before as it was due after it, so that a replay goes as fast as it said from the first.
 * One that is late just ends later: it was said how fast it goes at most.
 */
export class ReplayPace {
  #due = Infinity
  #begun = -Infinity

  waitMs({ due }: Pick<Due, 'due'>, mono: number): number {
    const apartMs = Math.min(apartMostMs, Math.max(0, (due - this.#due) / 1000))
    return Math.max(0, this.#begun + apartMs - mono)
  }

  begin({ due }: Pick<Due, 'due'>, mono: number): void {
    this.#due = due
    this.#begun = mono
  }
}
