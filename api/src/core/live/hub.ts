/** Brings the numbered events of the house to the rooms of one process. */
import { endOfPrincipal, type NumberedEvent } from '../events/index.ts'
import type { Audience, Hearing } from './audience.ts'
import { Room, type Deliver, type Listener } from './room.ts'

/** So many of the newest events are at hand, for listeners who are just coming in. */
const recentMax = 5000

export interface End {
  readonly tenantId: string
  /** Of a principal, a session or a key. */
  readonly id: string
}

export interface HubEars {
  /** A principal, session or key has ended; its sockets are to be closed. */
  ended(end: End): void
  deliver: Deliver
}

export class Hub {
  /** Everything up to here has been handed to the rooms. */
  position: number
  /** Who is told what. */
  readonly hearing: Hearing
  readonly #rooms = new Map<string, Room>()
  readonly #ears: HubEars
  #recent: NumberedEvent[] = []

  constructor(position: number, hearing: Hearing, ears: HubEars) {
    this.position = position
    this.hearing = hearing
    this.#ears = ears
  }

  hear(events: readonly NumberedEvent[]): void {
    for (const end of endsIn(events)) this.#ears.ended(end)
    this.#recent = [...this.#recent, ...events].slice(-recentMax)
    this.position = events.at(-1)?.position ?? this.position
    for (const room of this.#rooms.values()) {
      const heard = events.filter((event) => this.hearing.hears(room.audience, event))
      if (heard.length > 0) room.add(heard)
    }
  }

  /**
   * Lets a listener in who has read everything up to a position: the room, and what went out in it
   * since. Null when that is too long ago to be at hand; then the listener reads again.
   */
  enter(
    listener: Listener,
    audience: Audience,
    read: number,
  ): { room: Room; since: NumberedEvent[] } | null {
    const oldest = this.#recent[0]?.position ?? this.position + 1
    if (read < oldest - 1 && read < this.position) return null
    const room = this.#rooms.get(audience.key) ?? this.#open(audience)
    room.listeners.add(listener)
    const since = this.#recent.filter(
      (event) =>
        event.position > read &&
        event.position <= room.sentPosition &&
        this.hearing.hears(audience, event) &&
        listener.isConcernedBy(event),
    )
    return { room, since }
  }

  /** Who has ended since a position: a right that was checked before then may be over by now. */
  endedSince(position: number): End[] {
    return endsIn(this.#recent.filter((event) => event.position > position))
  }

  leave(listener: Listener, room: Room): void {
    room.listeners.delete(listener)
    if (room.listeners.size > 0) return
    room.close()
    this.#rooms.delete(room.audience.key)
  }

  close(): void {
    for (const room of this.#rooms.values()) room.close()
  }

  #open(audience: Audience): Room {
    const { isForSome } = this.hearing
    const room = new Room(audience, this.position, { isForSome, deliver: this.#ears.deliver })
    this.#rooms.set(audience.key, room)
    return room
  }
}

const endsIn = (events: readonly NumberedEvent[]): End[] =>
  events
    .filter(({ type }) => type === endOfPrincipal)
    .map(({ tenantId, ref }) => ({ tenantId, id: ref['id'] ?? '' }))
