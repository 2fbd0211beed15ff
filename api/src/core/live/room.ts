import type { NumberedEvent } from '../events/index.ts'
import type { Audience } from './audience.ts'

export type Deliver = (events: readonly NumberedEvent[]) => void

/** At most so many batches a second for each room: what is heard at once is read again at once. */
const gapMs = 500

/** Gathers events for one audience: the first goes out at once, what follows it in one batch. */
export class Room {
  readonly audience: Audience
  /** Up to here everything has gone out; what is newer waits for the next batch. */
  sentPosition: number
  listeners = 0
  readonly #deliver: Deliver
  #waiting: NumberedEvent[] = []
  #timer: NodeJS.Timeout | undefined
  #sentAt = -gapMs

  constructor(audience: Audience, position: number, deliver: Deliver) {
    this.audience = audience
    this.sentPosition = position
    this.#deliver = deliver
  }

  add(events: readonly NumberedEvent[]): void {
    this.#waiting.push(...events)
    const waitMs = this.#sentAt + gapMs - performance.now()
    if (waitMs <= 0) this.#send()
    else this.#timer ??= setTimeout(() => this.#send(), waitMs)
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #send(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sentAt = performance.now()
    const events = this.#waiting
    this.#waiting = []
    this.sentPosition = events.at(-1)?.position ?? this.sentPosition
    this.#deliver(events)
  }
}
