/** What is at hand of the deliveries of a lane, and which of them may not be taken once more. */
import type { Due } from './doors.store.ts'

export class Line {
  /** Whether there may be more in the database than what is at hand. */
  mayGoOn = true
  readonly #waiting: Due[] = []
  /** At hand, under way, or done and not yet written. */
  readonly #known = new Set<string>()

  get known(): ReadonlySet<string> {
    return this.#known
  }

  /** Those that have not begun. */
  get waiting(): readonly Due[] {
    return this.#waiting
  }

  /** Whether any has begun that is not yet written. */
  get isUnderWay(): boolean {
    return this.#known.size > this.#waiting.length
  }

  /** As many as these were asked for. */
  add(deliveries: readonly Due[], asked: number): void {
    this.mayGoOn = deliveries.length >= asked
    for (const due of deliveries) {
      if (this.#known.has(due.id)) continue
      this.#known.add(due.id)
      this.#waiting.push(due)
    }
  }

  begin(due: Due): void {
    this.#waiting.splice(this.#waiting.indexOf(due), 1)
  }

  written(id: string): void {
    this.#known.delete(id)
  }

  /** What has not begun stays in the database, and is taken again when it may go. */
  drop(): void {
    for (const { id } of this.#waiting.splice(0)) this.#known.delete(id)
    this.mayGoOn = true
  }
}
