/**
 * Makes the attempts of the lanes that this worker has leased. It asks for lanes and for what is due in
 * them in one statement, starts as much as each endpoint takes, and writes what became of it in batches.
 */
import { randomUUID } from 'node:crypto'
import { createRounds } from '../../../core/clock/index.ts'
import { uuidv7 } from '../../../core/crypto/index.ts'
import { keepConnected } from '../../../core/database/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Courier } from '../../../core/outbound/index.ts'
import type { TellReceived } from '../inbox/tell-received.ts'
import { attempting } from './attempts.ts'
import { carrying } from './carry.ts'
import { backlog, presence, settle, take } from './doors.store.ts'
import { roomOfNew, type Lane } from './lane.ts'
import { lanesTopic } from '../lanes/lanes.store.ts'
import { lanesMax, lanesOfTenant, Leases } from './leases.ts'
import { opening } from './opening.ts'
import { Places } from './places.ts'
import { gatherResults, type Written } from './results.ts'

export interface Engine {
  close(): Promise<void>
}

/** What asks of all tenants' lanes waits for nobody's jobs: one statement reads, one writes, others note pauses. */
const doorsAtOnce = 4
const unwrittenMax = 3000
const countEveryMs = 15_000
const stopMs = 10_000

export function startEngine(
  foundation: Foundation,
  courier: Courier,
  tellReceived: TellReceived,
): Engine {
  const { database, bus, clock, log, metrics } = foundation
  const worker = randomUUID()
  const doors = database.apart('sonaqor webhook doors', doorsAtOnce)
  const places = new Places<Lane>()
  let isStopping = false
  /** By the clock of the process: when a lane, or an endpoint, was last said to have changed. */
  let heardAt = 0
  let countAt = 0

  const leases = new Leases(foundation, doors, {
    worker,
    hasPlace: (lane) => places.has(lane),
    forgotten: (lane) => places.forget(lane),
    woken: heard,
  })
  const here = keepConnected(database, 'sonaqor webhooks', log, async (client) => {
    await client.query(presence, [worker])
    // While we were away others may have thought us dead.
    leases.doubt()
    rounds.now()
  })
  const results = gatherResults({
    write: (settling) => settle(doors, worker, settling),
    newId: () => uuidv7(clock.now()),
    now: () => clock.now(),
    written,
    failed: (error) => log.warn({ err: error }, 'attempts could not be written yet'),
    refused: (result, error) =>
      log.error({ err: error, deliveryId: result.id }, 'an attempt cannot be written'),
  })
  const attempts = attempting(foundation, {
    worker,
    doors,
    carry: carrying(foundation, courier, tellReceived),
    places,
    results,
    mayStart: () =>
      !isStopping && here.isOpen() && leases.areTrusted && results.waiting < unwrittenMax,
    hasRoom: () => rounds.now(),
  })
  const open = opening(foundation, (lane) => attempts.start(lane))

  const rounds = createRounds(
    async () => {
      if (!here.isOpen() || isStopping) return
      if (leases.areToBeRenewed) await tend()
      await readOn()
      open(leases.lanes.values())
      places.look(performance.now())
      // What could not begin when its turn came, because nothing may or no place was left, begins now.
      for (const lane of leases.lanes.values()) attempts.start(lane)
      await tend()
    },
    { everyMs: 1000, log },
  )

  /** Leases what is due, as far as there is place for it, and reads on in the lanes that want more. */
  async function readOn(): Promise<void> {
    const now = clock.now()
    const mono = performance.now()
    const roomy = [...leases.lanes.values()]
      .map((lane) => ({ lane, endpointId: lane.facts.endpointId, room: lane.room(now, mono) }))
      .filter(({ lane, room }) => room > 0 || lane.needsLook(mono))
    const asked = new Map(roomy.map(({ endpointId, room }) => [endpointId, room]))
    const taking = {
      worker,
      moment: now,
      places: Math.max(0, lanesMax - leases.lanes.size),
      crowds: leases.crowds(),
      most: lanesOfTenant,
      roomOfNew,
      roomy,
      atHand: roomy.flatMap(({ lane }) => Array.from(lane.line.known)),
    }
    const taken = await take(doors, taking).catch((error: unknown) => {
      leases.doubt()
      throw error
    })
    for (const { lane: facts, deliveries } of taken) {
      const lane = leases.laneOf(facts, heardAt)
      lane.look(facts, mono)
      const room = asked.get(facts.endpointId) ?? roomOfNew
      if (room === 0) continue
      lane.line.add(deliveries ?? [], room)
      // Of what was put there while it was read it may know nothing.
      if (heardAt >= mono) lane.line.mayGoOn = true
    }
  }

  async function tend(): Promise<void> {
    await leases.tend(clock.now())
    metrics.webhookLanes.set(leases.lanes.size)
    metrics.webhookAttempts.set(places.taken)
    if (performance.now() < countAt) return
    metrics.webhookBacklog.set(await backlog(doors))
    countAt = performance.now() + countEveryMs
  }

  function written({ done, ids, hasTold }: Written): void {
    if (hasTold) bus.wake('events')
    const [now, mono] = [clock.now(), performance.now()]
    for (const { lane, result } of done) {
      if (ids.has(result.id)) metrics.webhookDeliveries.inc({ outcome: result.state })
      lane.written(result.id)
      if (lane.sendable?.isOrdered && lane.room(now, mono) > 0) rounds.now()
    }
    if (done.length + results.waiting >= unwrittenMax) rounds.now()
  }

  function heard(): void {
    heardAt = performance.now()
    rounds.now()
  }

  const stopHearing = bus.on(lanesTopic, heard)

  return {
    async close() {
      isStopping = true
      stopHearing()
      await rounds.close()
      const until = performance.now() + stopMs
      while (places.taken > 0 && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await results.flush()
      await leases.close()
      await here.close()
      courier.close()
    },
  }
}
