/** Readers that must hear every event: webhooks, alerts, notifications. They run in the worker. */
import { systemPrincipal } from '../access/index.ts'
import { createRounds } from '../clock/index.ts'
import type { EventReader } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Scope, Scopes } from '../scope/index.ts'
import { delayedTenants, putOff, retryNext } from './delays.ts'
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
      const again = round.delayed > 0 ? await takeTurns(scopes, reader) : noTurns
      const faults = [...round.faults, ...again.faults]
      for (const { error } of faults) {
        log.error({ err: error, reader: reader.name }, 'a reader could not take an event')
      }
      metrics.readerFaults.inc({ name: reader.name }, faults.length)
      metrics.readerDelays.set({ name: reader.name }, round.delayed - again.caughtUp)
      if (round.isFull || again.mayBeMore) rounds.now()
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

const noTurns: Turns = { faults: [], caughtUp: 0, mayBeMore: false }
/** Of those that were put off so many ask for a turn, or for so long: the others wait for them meanwhile. */
const catchingUp = { tenants: 50, withinMs: 500 }

/** Each turn is a transaction of its own: what it locks is free again before the next begins. */
async function takeTurns(scopes: Scopes, reader: EventReader): Promise<Turns> {
  const endsAt = performance.now() + catchingUp.withinMs
  const faults: Fault[] = []
  let caughtUp = 0
  for (let turn = 0; turn < catchingUp.tenants && performance.now() < endsAt; turn += 1) {
    const outcome = await scopes.run(systemPrincipal(reader.name, null), async (scope) => {
      const place = await takePlace(scope, reader.name)
      return place ? retryNext(scope, reader, place.position) : null
    })
    if (!outcome) return { faults, caughtUp, mayBeMore: false }
    if (outcome.fault) faults.push(outcome.fault)
    if (outcome.isThrough) caughtUp += 1
  }
  return { faults, caughtUp, mayBeMore: true }
}

interface Turns {
  readonly faults: readonly Fault[]
  /** So many tenants are put off no more. */
  readonly caughtUp: number
  readonly mayBeMore: boolean
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
  const faults: Fault[] = []
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
