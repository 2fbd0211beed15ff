/** The streams that one socket has open, at most one of each kind. */
import { can, requireAccess, type TenantPrincipal } from '../access/index.ts'
import { createRounds } from '../clock/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Caller, Scope } from '../scope/index.ts'
import type { LiveStream, LiveTail } from './stream.ts'

interface Open {
  readonly stream: LiveStream
  readonly filter: unknown
  close(): void
}

/** A screen takes in no more than this, and the database is asked no more often for it. */
const gapMs = 250

export interface TailsParts {
  readonly foundation: Foundation
  /** Who listens at this moment; a renewal changes it under a stream that is open. */
  readonly principal: () => TenantPrincipal
  /** From where they listen, for what the audit log says of it. */
  readonly caller: Caller
  send(name: string, batch?: unknown): void
}

export class Tails {
  readonly #parts: TailsParts
  readonly #open = new Map<string, Open>()
  #isClosed = false

  constructor(parts: TailsParts) {
    this.#parts = parts
  }

  /** Opens a stream, or replaces the one that is open; rejects with a Problem when it may not be. */
  async start(stream: LiveStream, filter: unknown): Promise<void> {
    const { foundation, principal, caller } = this.#parts
    this.stop(stream)
    const open = (scope: Scope) => {
      requireAccess(scope.principal, stream)
      return stream.open(scope, filter)
    }
    const tail = await foundation.scopes.run(principal(), open, { caller })
    this.stop(stream)
    if (this.#isClosed) return
    this.#open.set(stream.name, { stream, filter, close: this.#follow(stream, tail) })
  }

  /** The listener has other rights now: each stream begins anew under them, or ends. */
  async restart(): Promise<void> {
    const open = [...this.#open.values()]
    this.#stopAll()
    for (const { stream, filter } of open) {
      await this.start(stream, filter).catch(() => this.#end(stream))
    }
  }

  stop(stream: LiveStream): void {
    this.#open.get(stream.name)?.close()
    this.#open.delete(stream.name)
  }

  /** The listener has gone; a stream that is about to open stays closed. */
  close(): void {
    this.#isClosed = true
    this.#stopAll()
  }

  #stopAll(): void {
    for (const { close } of this.#open.values()) close()
    this.#open.clear()
  }

  /** Reads as whoever listens then; what was read for other rights than the present is not sent. */
  #follow(stream: LiveStream, tail: LiveTail): () => void {
    const { foundation, principal, caller, send } = this.#parts
    let isOpen = true
    let readAt = 0
    const rounds = createRounds(
      async () => {
        const waitMs = readAt + gapMs - performance.now()
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
        if (!isOpen) return
        readAt = performance.now()
        const reader = principal()
        if (!can(reader, stream.access)) {
          this.#end(stream)
          return
        }
        const batch = await foundation.scopes.run(reader, (scope) => tail.read(scope), {
          readOnly: true,
          caller,
        })
        if (batch !== null && isOpen && reader === principal()) send(stream.name, batch)
      },
      { everyMs: 1000, log: foundation.log },
    )
    const stopHearing = foundation.bus.on(tail.topic, rounds.now)
    return () => {
      isOpen = false
      stopHearing()
      void rounds.close()
    }
  }

  #end(stream: LiveStream): void {
    this.stop(stream)
    this.#parts.send(stream.ended)
  }
}
