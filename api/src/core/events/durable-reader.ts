/** Readers that must hear every event: webhooks, alerts, notifications. They run in the worker. */
import { systemPrincipal } from '../access/index.ts'
import { createRounds } from '../clock/index.ts'
import type { EventReader, StoredEvent } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import type { Scope } from '../scope/index.ts'
import { endOfPrincipal } from './emit.ts'
import { eventOf, type EventRow, type Follower } from './reader.ts'

const batch = 500

/** Whoever locks the reader's row reads; other workers pass on. A new reader begins with what comes. */
export function startReader(foundation: Foundation, reader: EventReader): Follower {
  const { scopes, bus, log } = foundation
  const rounds = createRounds(
    async () => {
      const house = systemPrincipal(reader.name, null)
      const read = await scopes.run(house, (scope) => readBatch(scope, reader))
      if (read === batch) rounds.now()
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
  name: string
  position: number
}

async function readBatch(scope: Scope, reader: EventReader): Promise<number> {
  const { db } = scope
  const { name } = reader
  await db.raw(
    `insert into event_readers (name, position) values (?, app.event_position())
     on conflict do nothing`,
    [name],
  )
  const place = await db<PlaceRow>('event_readers').where({ name }).forUpdate().skipLocked().first()
  if (!place) return 0
  const { rows } = await db.raw<EventRow>('select * from app.events_after(?, ?)', [
    place.position,
    batch,
  ])
  const last = rows.at(-1)
  if (!last) return 0
  const told = rows.filter(({ type }) => type !== endOfPrincipal)
  for (const [tenantId, ofTenant] of Map.groupBy(told, (row) => row.tenant_id)) {
    await scope.enter(systemPrincipal(name, tenantId))
    await reader.read(scope, await withData(scope, ofTenant))
  }
  await db<PlaceRow>('event_readers').where({ name }).update({ position: last.position })
  return rows.length
}

/** The snapshots are read inside the tenant, under its own policies. */
async function withData(scope: Scope, rows: readonly EventRow[]): Promise<StoredEvent[]> {
  const ids = rows.map(({ id }) => id)
  const found = await scope.db<{ id: string; data: unknown }>('events').whereIn('id', ids)
  const data = new Map(found.map((row) => [row.id, row.data]))
  return rows.map((row) => ({ ...eventOf(row), id: row.id, data: data.get(row.id) }))
}
