/**
 * Makes the attempts of the lanes that this worker has leased. It asks for lanes and for what is due in
 * them in one statement, starts as much as each endpoint takes, and writes what became of it in batches.
 */
import { randomUUID } from 'node:crypto'
import { systemPrincipal } from '../../../core/access/index.ts'
import { createRounds } from '../../../core/clock/index.ts'
import { uuidv7 } from '../../../core/crypto/index.ts'
import { keepConnected } from '../../../core/database/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Courier } from '../../../core/outbound/index.ts'
import { sendableOf, type Sendable } from '../endpoints/sendable.ts'
import type { TellReceived } from '../inbox/tell-received.ts'
import { carrying } from './carry.ts'
import { backlog, giveBack, keep, pause, presence, settle, take } from './doors.store.ts'
import type { Due } from './doors.store.ts'
import { choreOf, doChore } from './failing.ts'
import { Lane, roomOfNew } from './lane.ts'
import { changesTopic, lanesTopic } from './lanes.store.ts'
import { Places } from './places.ts'
import { gatherResults } from './results.ts'
import { send, type Sent } from './send.ts'

export interface Engine {
  close(): Promise<void>
}

const lanesMax = 1000
const unwrittenMax = 3000
const renewEveryMs = 8000
const reapEveryMs = 2000
const countEveryMs = 15_000
/** Leases last 30 s; whoever could not renew them for so long starts nothing more. */
const trustedMs = 25_000
const openedAtOnce = 4
const stopMs = 10_000

export function startEngine(
  foundation: Foundation,
  courier: Courier,
  tellReceived: TellReceived,
): Engine {
  const { database, bus, clock, log, metrics, scopes } = foundation
  const worker = randomUUID()
  const lanes = new Map<string, Lane>()
  const places = new Places<Lane>()
  const carry = carrying(foundation, courier, tellReceived)
  let isStopping = false
  let trustedUntil = 0
  let renewAt = 0
  let reapAt = 0
  let countAt = 0
  let heardAt = 0
  let changedAt = 0

  const here = keepConnected(database, 'sonaqor webhooks', log, async (client) => {
    await client.query(presence, [worker])
    // While we were away others may have thought us dead.
    renewAt = 0
    rounds.now()
  })

  const results = gatherResults({
    write: (settling) => settle(database, worker, settling),
    newId: () => uuidv7(clock.now()),
    now: () => clock.now(),
    written(done, hasTold) {
      if (hasTold) bus.wake('events')
      for (const { lane, result } of done) {
        metrics.webhookDeliveries.inc({ outcome: result.state })
        lane.written(result.id)
        if (lane.sendable?.isOrdered && lane.room(clock.now()) > 0) rounds.now()
      }
      if (done.length + results.waiting >= unwrittenMax) rounds.now()
    },
    failed: (error) => log.warn({ err: error }, 'attempts could not be written yet'),
  })

  const mayStart = () =>
    !isStopping &&
    here.isOpen() &&
    performance.now() < trustedUntil &&
    results.waiting < unwrittenMax

  function start(lane: Lane): void {
    while (mayStart()) {
      const mono = performance.now()
      if (!places.has(lane.limits.isSlow)) {
        places.wait(lane)
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
      void attempt(lane, lane.sendable, next)
    }
  }

  async function attempt(lane: Lane, sendable: Sendable, due: Due): Promise<void> {
    const release = places.take(lane.limits.isSlow)
    const begunAt = clock.now()
    let isSettled = false
    try {
      const sent = await send(carry, clock, sendable, due, lane.facts)
      isSettled = sent.result.due_at === null
      results.add({ lane, result: sent.result, isCounted: sendable.kind === 'http' })
      // What another address has said is nothing to the one of now.
      if (sendable.revision === lane.facts.revision) learn(lane, due, sent, begunAt)
    } catch (error) {
      log.error({ err: error, deliveryId: due.id }, 'an attempt could not be made')
      lane.openLater(performance.now())
      lane.sendable = null
      lane.written(due.id)
    }
    lane.ended(isSettled)
    release()
    start(lane)
    for (const waiting of places.next()) start(waiting)
    if (lane.room(clock.now()) > 0) rounds.now()
  }

  function learn(lane: Lane, due: Due, { came, result }: Sent, begunAt: Date): void {
    if (!came) return
    const now = clock.now()
    const paused = lane.limits.learn(due.id, { ...came, begunAt }, now)
    if (paused) {
      const written = pause(database, worker, lane.facts, paused).catch((error: unknown) =>
        log.debug({ err: error }, 'a pause was not written'),
      )
      void lane.pausing(written)
    }
    if (came.status === 410) lane.end()
    const isDelivered = result.state === 'delivered'
    const chore = choreOf(lane, { isDelivered, status: came.status }, now)
    if (chore) doChore(foundation, lane, chore)
  }

  const rounds = createRounds(
    async () => {
      if (!here.isOpen() || isStopping) return
      if (performance.now() >= renewAt) await tend()
      const now = clock.now()
      const mono = performance.now()
      const roomy = [...lanes.values()]
        .map((lane) => ({ lane, endpointId: lane.facts.endpointId, room: lane.room(now) }))
        .filter(({ lane, room }) => room > 0 || lane.needsLook(mono, changedAt))
      const taken = await take(database, {
        worker,
        moment: now,
        places: Math.max(0, lanesMax - lanes.size),
        roomOfNew,
        roomy,
        atHand: roomy.flatMap(({ lane }) => [...lane.known]),
      })
      const asked = new Map(roomy.map(({ endpointId, room }) => [endpointId, room]))
      for (const { lane: facts, deliveries } of taken) {
        const lane = lanes.get(facts.endpointId) ?? new Lane(facts)
        lanes.set(facts.endpointId, lane)
        lane.look(facts, mono)
        const room = asked.get(facts.endpointId) ?? roomOfNew
        if (room > 0) lane.add(deliveries ?? [], room, heardAt >= mono)
      }
      void openThose()
      // What could not begin when its turn came, because nothing may or no place was left, begins now.
      for (const lane of lanes.values()) start(lane)
      await tend()
    },
    { everyMs: 1000, log },
  )

  async function tend(): Promise<void> {
    const mono = performance.now()
    const now = clock.now()
    if (mono >= renewAt) {
      const ids = [...lanes.keys()]
      const held = await keep(database, worker, ids)
      ids.filter((id) => !held.has(id)).forEach(forget)
      trustedUntil = mono + trustedMs
      renewAt = mono + renewEveryMs
      reapAt = mono + reapEveryMs
    } else if (mono >= reapAt) {
      await keep(database, worker, [])
      reapAt = mono + reapEveryMs
    }
    const idle = [...lanes.values()].filter((lane) => lane.isIdle(now, mono))
    if (idle.length > 0) {
      const ids = idle.map(({ facts }) => facts.endpointId)
      for (const id of await giveBack(database, worker, ids)) forget(id)
    }
    metrics.webhookLanes.set(lanes.size)
    metrics.webhookAttempts.set(places.taken)
    if (mono >= countAt) {
      metrics.webhookBacklog.set(await backlog(database))
      countAt = mono + countEveryMs
    }
  }

  function forget(id: string): void {
    const lane = lanes.get(id)
    if (!lane) return
    lanes.delete(id)
    lane.end()
    places.forget(lane)
    clearTimeout(lane.timer)
  }

  async function openThose(): Promise<void> {
    const mono = performance.now()
    const closed = [...lanes.values()].filter((lane) => lane.needsOpening(mono))
    const byTenant = [...Map.groupBy(closed, ({ facts }) => facts.tenantId)]
    const openNext = async (): Promise<void> => {
      for (let one = byTenant.shift(); one; one = byTenant.shift()) await open(...one)
    }
    await Promise.all(Array.from({ length: openedAtOnce }, openNext))
  }

  async function open(tenantId: string, some: readonly Lane[]): Promise<void> {
    for (const lane of some) lane.isOpening = true
    try {
      const ids = some.map(({ facts }) => facts.endpointId)
      const house = systemPrincipal('webhooks', tenantId)
      const found = await scopes.run(house, (scope) => sendableOf(scope, ids), { readOnly: true })
      for (const lane of some) {
        lane.open(found.get(lane.facts.endpointId) ?? null, performance.now())
        start(lane)
      }
    } catch (error) {
      log.warn({ err: error, tenantId }, 'endpoints could not be opened')
      for (const lane of some) lane.openLater(performance.now())
    } finally {
      for (const lane of some) lane.isOpening = false
    }
  }

  const stopHearing = bus.on(lanesTopic, () => {
    heardAt = performance.now()
    for (const lane of lanes.values()) lane.mayHaveMore = true
    rounds.now()
  })

  const stopHearingChanges = bus.on(changesTopic, () => {
    changedAt = performance.now()
    rounds.now()
  })

  return {
    async close() {
      isStopping = true
      stopHearing()
      stopHearingChanges()
      await rounds.close()
      const until = performance.now() + stopMs
      while (places.taken > 0 && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await results.flush()
      await giveBack(database, worker, [...lanes.keys()]).catch(() => undefined)
      for (const id of lanes.keys()) forget(id)
      await here.close()
      courier.close()
    },
  }
}
