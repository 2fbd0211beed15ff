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
