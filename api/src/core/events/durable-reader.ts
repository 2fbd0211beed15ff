/** Readers that must hear every event: webhooks, alerts, notifications. They run in the worker. */
import { systemPrincipal } from '../access/index.ts'
import { createRounds } from '../clock/index.ts'
import type { EventReader } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Scope } from '../scope/index.ts'
import { delayedTenants, putOff, retryDelayed } from './delays.ts'
import { hears, readTo, type Fault } from './read-to.ts'
import type { EventRow, Follower } from './reader.ts'

const batch = 500

/** Whoever locks the reader's row reads; other workers pass on. A new reader begins with what comes. */
export function startReader(foundation: Foundation, reader: EventReader): Follower {
  const { scopes, bus, log, metrics } = foundation
  const rounds = createRounds(
    async () => {
      const house = systemPrincipal(reader.name, null)
      const round = await scopes.run(house, (scope) => readBatch(scope, reader))
      if (!round) return
      for (const { error } of round.faults) {
        log.error({ err: error, reader: reader.name }, 'a reader could not take an event')
      }
      metrics.readerFaults.inc({ name: reader.name }, round.faults.length)
      metrics.readerDelays.set({ name: reader.name }, round.delayed)
      if (round.isFull) rounds.now()
    },
    { everyMs: 1000, log },
  )
  const stopHearing = bus.on('numbered', rounds.now)
  return {
    close: async () => {
      stopHearing()
      await rounds.close()
    },
  }
}

interface PlaceRow {
  readonly name: string
  readonly position: number
}

interface Round {
  readonly isFull: boolean
  readonly faults: readonly Fault[]
  /** How many tenants wait for an event that the reader could not take. */
  readonly delayed: number
}

interface Place extends PlaceRow {
  /** Whether any tenant waits at all. */
  readonly isDelayed: boolean
}

/** Its row is there from the first time on; nothing where another worker holds it. */
async function takePlace({ db }: Scope, name: string): Promise<Place | undefined> {
  const isDelayed = db.raw(
    'exists (select from event_reader_delays where reader = ?) as "isDelayed"',
    [name],
  )
  const free = async (): Promise<Place | undefined> =>
    db('event_readers')
      .where({ name })
      .forUpdate()
      .skipLocked()
      .first('name', 'position', isDelayed)
  const place = await free()
  if (place) return place
  const { rows } = await db.raw(
    `insert into event_readers (name, position) values (?, app.event_position())
     on conflict do nothing returning name`,
    [name],
  )
  return rows.length > 0 ? free() : undefined
}

/**
 * Each tenant is read under a savepoint of its own: what goes wrong in one puts that one off, and
 * stops no other. Nothing where another worker is reading.
 */
async function readBatch(scope: Scope, reader: EventReader): Promise<Round | null> {
  const { db } = scope
  const { name } = reader
  const place = await takePlace(scope, name)
  if (!place) return null
  const { isDelayed } = place
  const faults = isDelayed ? await retryDelayed(scope, reader, place.position) : []
  const waiting = isDelayed ? await delayedTenants(scope, name) : new Set<string>()
  const { rows } = await db.raw<EventRow>('select * from app.events_after(?, ?)', [
    place.position,
    batch,
  ])
  const byTenant = Map.groupBy(
    rows.filter(({ type }) => hears(reader, type)),
    (row) => row.tenant_id,
  )
  const concerned = byTenant.size > 0 ? await reader.tenantsOf?.(scope, [...byTenant.keys()]) : null
  for (const [tenantId, events] of byTenant) {
    if (waiting.has(tenantId) || concerned?.has(tenantId) === false) continue
    const fault = await readTo(scope, reader, tenantId, events)
    if (!fault) continue
    faults.push(fault)
    waiting.add(tenantId)
    await putOff(scope, { reader: name, tenant_id: tenantId, position: place.position })
  }
  const last = rows.at(-1)
  if (last) {
    await db<PlaceRow>('event_readers').where({ name }).update({ position: last.position })
  }
  return { isFull: rows.length === batch, faults, delayed: waiting.size }
}
