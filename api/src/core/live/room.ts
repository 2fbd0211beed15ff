import type { NumberedEvent } from '../events/index.ts'
import type { Audience } from './audience.ts'

/** Takes the names of rooms: one that many sockets share, or those that sockets have of their own. */
export type Deliver = (to: readonly string[], events: readonly NumberedEvent[]) => void

export interface Listener {
  /** The room of this one alone. */
  readonly name: string
  /** Whether an event of the room they share concerns this one. */
  isConcernedBy(event: NumberedEvent): boolean
}

export interface RoomParts {
  readonly deliver: Deliver
  readonly isForSome: (event: NumberedEvent) => boolean
}

/** At most so many batches a second for each room: what is heard at once is read again at once. */
const gapMs = 500

/** Gathers events for one audience: the first goes out at once, what follows it in one batch. */
export class Room {
  readonly audience: Audience
  /** Up to here everything has gone out; what is newer waits for the next batch. */
  sentPosition: number
  readonly listeners = new Set<Listener>()
  readonly #parts: RoomParts
  #waiting: NumberedEvent[] = []
  #timer: NodeJS.Timeout | undefined
  #sentAt = -gapMs

  constructor(audience: Audience, position: number, parts: RoomParts) {
    this.audience = audience
    this.sentPosition = position
    this.#parts = parts
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
    const { deliver, isForSome } = this.#parts
    if (events.some(isForSome)) this.#deliverApart(events)
    else deliver([this.audience.key], events)
  }

  /** Each hears what concerns it, in one batch and in order; those who hear the same share it. */
  #deliverApart(events: readonly NumberedEvent[]): void {
    const shares = new Map<string, { events: NumberedEvent[]; to: string[] }>()
    for (const listener of this.listeners) {
      const heard = events.filter((event) => listener.isConcernedBy(event))
      if (heard.length === 0) continue
      const key = heard.map(({ sequence }) => sequence).join(' ')
      const share = shares.get(key) ?? { events: heard, to: [] }
      share.to.push(listener.name)
      shares.set(key, share)
    }
    for (const share of shares.values()) this.#parts.deliver(share.to, share.events)
  }
}
