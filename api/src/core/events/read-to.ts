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
  const told = rows.filter(({ type }) => hears(reader, type))
  if (told.length === 0) return null
  await scope.enter(systemPrincipal(reader.name, tenantId))
  try {
    await scope.batch(async () => reader.read(scope, await withData(scope, told)))
    return null
  } catch (error) {
    return { error }
  }
}

export const hears = (reader: EventReader, type: string): boolean =>
  type !== endOfPrincipal && (reader.hears?.(type) ?? true)

interface Kept {
  readonly id: string
  readonly data: unknown
  readonly request_id: string | null
}

/** The snapshots are read inside the tenant, under its own policies. */
async function withData(scope: Scope, rows: readonly EventRow[]): Promise<StoredEvent[]> {
  const ids = rows.map(({ id }) => id)
  const found = await scope
    .db<Kept & { tenant_id: string }>('events')
    .where({ tenant_id: scope.tenantId })
    .whereIn('id', ids)
    .select('id', 'data', 'request_id')
  const kept = new Map(found.map((row) => [row.id, row]))
  return rows.map((row) => {
    const { data, request_id: requestId = null } = kept.get(row.id) ?? {}
    return { ...eventOf(row), id: row.id, data, requestId }
  })
}
