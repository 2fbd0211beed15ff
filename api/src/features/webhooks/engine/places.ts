/** How many attempts are under way in this process; those that hold theirs for long have half at most. */

const placesMax = 400
const slowMax = placesMax / 2

export class Places<Lane> {
  #taken = 0
  #slow = 0
  /** Who found none, the first first. */
  readonly #waiting = new Set<Lane>()

  get taken(): number {
    return this.#taken
  }

  has(isSlow: boolean): boolean {
    return this.#taken < placesMax && (!isSlow || this.#slow < slowMax)
  }

  /** Takes one; answers how to give it back. */
  take(isSlow: boolean): () => void {
    this.#taken += 1
    if (isSlow) this.#slow += 1
    return () => {
      this.#taken -= 1
      if (isSlow) this.#slow -= 1
    }
  }

  wait(lane: Lane): void {
    this.#waiting.add(lane)
  }

  forget(lane: Lane): void {
    this.#waiting.delete(lane)
  }

  /** Those who may look again now; whoever finds none waits behind all others. */
  next(): Lane[] {
    if (this.#waiting.size === 0) return []
    const free = placesMax - this.#taken
    const some = [...this.#waiting].slice(0, Math.max(free, 1))
    for (const lane of some) this.#waiting.delete(lane)
    return some
  }
}
