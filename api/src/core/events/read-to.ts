import { systemPrincipal } from '../access/index.ts'
import type { EventReader, StoredEvent } from '../feature/index.ts'
import type { Scope } from '../scope/index.ts'
import { endOfPrincipal } from './emit.ts'
import { eventOf, type EventRow } from './reader.ts'

export interface Fault {
  readonly error: unknown
}

/** Reads events of one tenant to a reader: all of them, or, where it throws, none. */
export async function readTo(
  scope: Scope,
  reader: EventReader,
  tenantId: string,
  rows: readonly EventRow[],
): Promise<Fault | null> {
  const told = rows.filter(({ type }) => type !== endOfPrincipal)
  if (told.length === 0) return null
  await scope.enter(systemPrincipal(reader.name, tenantId))
  try {
    await scope.batch(async () => reader.read(scope, await withData(scope, told)))
    return null
  } catch (error) {
    return { error }
  }
}

/** The snapshots are read inside the tenant, under its own policies. */
async function withData(scope: Scope, rows: readonly EventRow[]): Promise<StoredEvent[]> {
  const ids = rows.map(({ id }) => id)
  const found = await scope.db<{ id: string; data: unknown }>('events').whereIn('id', ids)
  const data = new Map(found.map((row) => [row.id, row.data]))
  return rows.map((row) => ({ ...eventOf(row), id: row.id, data: data.get(row.id) }))
}
