/** One open socket: who listens, in which room, with which streams. */
import type { FromBrowser, FromServer, LiveEvent } from '@sonaqor/contract/live'
import type { Socket } from 'socket.io'
import { keysOfApp, pagesOfApp, pagesOfUser, type EmbedPrincipal } from '../access/index.ts'
import type { NumberedEvent } from '../events/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Caller } from '../scope/index.ts'
import type { Audience } from './audience.ts'
import type { Admitted } from './door.ts'
import type { End, Hub } from './hub.ts'
import { readMissed } from './missed.ts'
import type { Listener, Room } from './room.ts'
import { Tails } from './tails.ts'

/** What the door has learned of a socket before it is let in. */
export interface AtDoor {
  readonly token: string
  /** From where it was opened, which it stays until it is closed. */
  readonly caller: Caller
  readonly since: number | undefined
  readonly admitted: Admitted
  /** How far the hub had come before the token was looked at. */
  readonly position: number
}

export type LiveSocket = Socket<FromBrowser, FromServer, Record<string, never>, AtDoor>

const unsentMax = 256

export class Visitor implements Listener {
  readonly socket: LiveSocket
  readonly tails: Tails
  admitted: Admitted
  token: string
  /** When it was last asked whether the token still holds, in milliseconds of this process. */
  checkedAt = performance.now()
  readonly #foundation: Foundation
  readonly #hub: Hub
  #room: Room | undefined

  constructor(socket: LiveSocket, foundation: Foundation, hub: Hub) {
    this.socket = socket
    this.#foundation = foundation
    this.#hub = hub
    this.token = socket.data.token
    this.admitted = socket.data.admitted
    this.tails = new Tails({
      foundation,
      principal: () => this.admitted.principal,
      caller: this.caller,
      send: (name, batch) => this.#send(name, batch),
    })
  }

  /** Tells what was missed, and enters the room behind it, without a gap and without an echo. */
  async arrive(since: number | undefined): Promise<void> {
    const { principal } = this.admitted
    const { hearing } = this.#hub
    const audience = hearing.audienceOf(principal)
    const isTold = (event: NumberedEvent) =>
      hearing.hears(audience, event) && this.isConcernedBy(event)
    for (let from = since; this.socket.connected;) {
      const upTo = this.#hub.position
      const missed = await readMissed(
        this.#foundation.scopes,
        { principal, isTold, forSome: hearing.forSome },
        { since: from, upTo },
      )
      this.socket.emit('events', batchOf(missed.events, missed.head))
      if (this.#enter(audience, upTo)) return
      from = missed.head
    }
  }

  /**
   * A newer token of the same bearer. Its rights may have changed, and so may what it hears; and it
   * may have ended since the position at which it was looked at.
   */
  async renew(token: string, admitted: Admitted, lookedAt: number): Promise<boolean> {
    if (bearerOf(admitted) !== bearerOf(this.admitted)) return false
    this.token = token
    this.admitted = admitted
    this.checkedAt = performance.now()
    if (this.#hub.endedSince(lookedAt).some((end) => this.endsWith(end))) {
      this.expire()
      return false
    }
    const audience = this.#hub.hearing.audienceOf(admitted.principal)
    const room = this.#room
    if (room && room.audience.key !== audience.key) {
      await this.socket.leave(room.audience.key)
      this.#leaveRoom()
      if (!this.#enter(audience, room.sentPosition)) await this.arrive(undefined)
      await this.tails.restart()
    }
    return true
  }

  get caller(): Caller {
    return this.socket.data.caller
  }

  /** How far its process has heard by now. */
  get position(): number {
    return this.#hub.position
  }

  /** Every socket has a room that is called as it is. */
  get name(): string {
    return this.socket.id
  }

  isConcernedBy(event: NumberedEvent): boolean {
    return this.#hub.hearing.concerns(this.admitted.principal, event)
  }

  endsWith({ tenantId, id }: End): boolean {
    const { principal } = this.admitted
    const appIds = principal.appIds === 'all' ? [] : principal.appIds
    const ids = [
      principal.id,
      // Of a tenant that is suspended all sockets end.
      principal.tenantId,
      ...(principal.kind === 'member' ? [principal.sessionId] : []),
      ...(principal.kind === 'embed' ? [principal.keyId] : []),
      // What enters by an app ends with it.
      ...appIds,
      ...(principal.kind === 'key' ? appIds.map(keysOfApp) : []),
      ...(principal.kind === 'embed' ? appIds.flatMap((appId) => pagesOf(principal, appId)) : []),
    ]
    return principal.tenantId === tenantId && ids.includes(id)
  }

  /** The right to listen has ended. */
  expire(): void {
    this.socket.emit('expired')
    this.socket.disconnect(true)
  }

  /** The socket has gone: nothing is gathered or read for it any more. */
  leave(): void {
    this.tails.close()
    this.#leaveRoom()
  }

  /** Behind a bad line nothing may pile up: whoever takes in too little hears it all on return. */
  isOverrun(): boolean {
    const { writeBuffer } = this.socket.conn as unknown as { writeBuffer: readonly unknown[] }
    return writeBuffer.length > unsentMax
  }

  #leaveRoom(): void {
    if (this.#room) this.#hub.leave(this, this.#room)
    this.#room = undefined
  }

  /** True as well for who has gone meanwhile: there is nobody left to bring in. */
  #enter(audience: Audience, read: number): boolean {
    if (!this.socket.connected) return true
    const entered = this.#hub.enter(this, audience, read)
    if (!entered) return false
    this.#room = entered.room
    if (entered.since.length > 0) this.socket.emit('events', batchOf(entered.since))
    void this.socket.join(audience.key)
    return true
  }

  #send(name: string, batch?: unknown): void {
    // The name is the stream's own; its feature and the contract agree on what it carries.
    this.socket.emit(name as 'logs', batch as Parameters<FromServer['logs']>[0])
  }
}

/**
 * Who bears it: a session for a member, itself for a key. A partner's page renews by a further
 * session of the same key, and goes on as the same bearer while the same user sits before it.
 */
function bearerOf({ principal }: Admitted): string {
  const { kind, tenantId, id } = principal
  if (kind === 'member') return JSON.stringify([kind, tenantId, principal.sessionId])
  if (kind === 'key') return JSON.stringify([kind, tenantId, id])
  return JSON.stringify([kind, tenantId, principal.keyId, principal.user?.ref])
}

/** By which names a page ends beside its own. */
function pagesOf({ user }: EmbedPrincipal, appId: string): string[] {
  return [pagesOfApp(appId), ...(user ? [pagesOfUser(appId, user.ref)] : [])]
}

export function batchOf(
  events: readonly NumberedEvent[],
  head = events.at(-1)?.sequence ?? 0,
): { events: LiveEvent[]; head: number } {
  return {
    events: events.map(({ sequence, type, ref, at }) => ({
      sequence,
      type,
      ref,
      at: at.toISOString(),
    })),
    head,
  }
}
