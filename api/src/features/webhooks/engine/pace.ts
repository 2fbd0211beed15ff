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

/** So much of what timers and fetching cost it is made up for, and not what it was held up longer. */
const slackMs = 100

/**
 * What is replayed is put in line some time ahead, and taken from it a few at once: of these each begins as
 * long after the one before as it was due after it, so that a replay goes as fast as it said from the first.
 * One that is late ends later, but for a little that it makes up in steps of half as long at least: it was
 * said how fast it goes at most.
 */
export class ReplayPace {
  #due = Infinity
  #begun = -Infinity
  /** When it would have been the last one's turn, had nothing come late. */
  #turn = -Infinity

  waitMs({ due }: Pick<Due, 'due'>, mono: number): number {
    const apartMs = this.#apartMs(due)
    const leastMs = apartMs - Math.min(slackMs, apartMs / 2)
    return Math.max(0, this.#turn + apartMs - mono, this.#begun + leastMs - mono)
  }

  begin({ due }: Pick<Due, 'due'>, mono: number): void {
    const turn = this.#turn + this.#apartMs(due)
    this.#turn = turn === -Infinity ? mono : Math.max(turn, mono - slackMs)
    this.#due = due
    this.#begun = mono
  }

  #apartMs(due: number): number {
    return Math.min(apartMostMs, Math.max(0, (due - this.#due) / 1000))
  }
}
