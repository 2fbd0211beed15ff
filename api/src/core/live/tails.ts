/** The streams that one socket has open, at most one of each kind. */
import type { TenantPrincipal } from '../access/index.ts'
import { createRounds, type Rounds } from '../clock/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { LiveStream } from './stream.ts'

interface Open {
  readonly rounds: Rounds
  readonly stopHearing: () => void
}

/** A screen takes in no more than this, and the database is asked no more often for it. */
const gapMs = 250

export interface TailsParts {
  readonly foundation: Foundation
  readonly principal: () => TenantPrincipal
  send(name: string, batch: unknown): void
}

export class Tails {
  readonly #parts: TailsParts
  readonly #open = new Map<string, Open>()

  constructor(parts: TailsParts) {
    this.#parts = parts
  }

  /** Opens a stream, or replaces the one that is open; rejects with a Problem when it may not be. */
  async start(stream: LiveStream, filter: unknown): Promise<void> {
    const { foundation, principal, send } = this.#parts
    this.stop(stream)
    const tail = await foundation.scopes.run(principal(), (scope) => stream.open(scope, filter))
    let readAt = 0
    const rounds = createRounds(
      async () => {
        const waitMs = readAt + gapMs - performance.now()
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
        readAt = performance.now()
        const batch = await foundation.scopes.run(principal(), (scope) => tail.read(scope), {
          readOnly: true,
        })
        if (batch !== null) send(stream.name, batch)
      },
      { everyMs: 1000, log: foundation.log },
    )
    this.stop(stream)
    this.#open.set(stream.name, { rounds, stopHearing: foundation.bus.on(tail.topic, rounds.now) })
  }

  stop(stream: LiveStream): void {
    const open = this.#open.get(stream.name)
    open?.stopHearing()
    void open?.rounds.close()
    this.#open.delete(stream.name)
  }

  close(): void {
    for (const { rounds, stopHearing } of this.#open.values()) {
      stopHearing()
      void rounds.close()
    }
    this.#open.clear()
  }
}
