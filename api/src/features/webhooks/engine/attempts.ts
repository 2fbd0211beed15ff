/** Begins what the lanes of this worker may begin, and learns from what comes of it. */
import type { Queries } from '../../../core/database/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Sendable } from '../endpoints/sendable.ts'
import type { Carry } from './carry.ts'
import { pause, type Due } from './doors.store.ts'
import { choreOf, doChore } from './failing.ts'
import type { Lane } from './lane.ts'
import { ofItsAddress } from './moved.ts'
import type { Places } from './places.ts'
import type { Results } from './results.ts'
import { send, type Sent } from './send.ts'

export interface AttemptsParts {
  readonly worker: string
  readonly doors: Queries
  readonly carry: Carry
  readonly places: Places<Lane>
  readonly results: Results
  readonly mayStart: () => boolean
  /** A lane has room for more. */
  readonly hasRoom: () => void
}

export interface Attempts {
  /** Begins as much in a lane as it may just now. */
  start(lane: Lane): void
  /** Those that found no place, as far as there are some now. */
  startWaiting(): void
}

interface Begun {
  readonly lane: Lane
  readonly sendable: Sendable
  readonly due: Due
  readonly begunAt: Date
}

export function attempting(foundation: Foundation, parts: AttemptsParts): Attempts {
  const { clock, log } = foundation
  const { worker, doors, carry, places, results, mayStart, hasRoom } = parts

  function start(lane: Lane): void {
    while (mayStart()) {
      const mono = performance.now()
      if (!places.has(lane)) {
        if (lane.line.waiting.length > 0) places.wait(lane)
        return
      }
      const next = lane.next(clock.now(), mono)
      if (typeof next === 'number') {
        lane.timer ??= setTimeout(() => {
          lane.timer = undefined
          start(lane)
        }, Math.ceil(next))
        return
      }
      if (next === null || !lane.sendable) return
      attempt(lane, lane.sendable, next).catch((error: unknown) =>
        log.error({ err: error, deliveryId: next.id }, 'an attempt was not looked after'),
      )
    }
  }

  function startWaiting(): void {
    for (const lane of places.woken()) start(lane)
  }

  async function attempt(lane: Lane, sendable: Sendable, due: Due): Promise<void> {
    const release = places.take(lane, performance.now())
    const begunAt = clock.now()
    let isSettled = false
    try {
      const said = await send(carry, clock, sendable, due, lane.facts)
      const sent = await ofItsAddress(foundation, lane, sendable, said)
      if (sent.broke) {
        log.error({ err: sent.broke, deliveryId: due.id }, 'an attempt could not be made')
      }
      isSettled = sent.result.due_at === null
      results.add({ lane, result: sent.result })
      // What another address has said is nothing to the one of now.
      if (sendable.revision === lane.facts.revision) learn({ lane, sendable, due, begunAt }, sent)
    } finally {
      if (isSettled) lane.settled()
      else lane.putOff()
      release()
    }
    start(lane)
    startWaiting()
    if (lane.room(clock.now(), performance.now()) > 0) hasRoom()
  }

  function learn({ lane, sendable, due, begunAt }: Begun, { came, result }: Sent): void {
    if (!came) return
    const now = clock.now()
    const latencyMs = result.attempt?.latency_ms ?? 0
    const paused = lane.limits.learn(due.id, { ...came, begunAt, latencyMs }, now)
    if (paused) {
      const written = pause(doors, worker, lane.facts, paused).catch((error: unknown) =>
        log.debug({ err: error }, 'a pause was not written'),
      )
      void lane.limits.hold(written)
    }
    if (came.status === 410) lane.end()
    const isDelivered = result.state === 'delivered'
    const chore = choreOf(lane, { isDelivered, status: came.status }, now)
    if (chore) doChore(foundation, lane, sendable, chore)
  }

  return { start, startWaiting }
}
