/** Follows the numbered events of all tenants, in one process, from the moment that it starts. */
import type { Environment } from '@sonaqor/contract/access'
import { createRounds } from '../clock/index.ts'
import type { Ground } from '../foundation/index.ts'

/** An event as sockets hear of it: ids, never contents. */
export interface NumberedEvent {
  readonly position: number
  readonly tenantId: string
  readonly environment: Environment | null
  readonly appId: string | null
  readonly sequence: number
  readonly type: string
  readonly ref: Readonly<Record<string, string>>
  readonly at: Date
}

export interface EventRow {
  id: string
  position: number
  tenant_id: string
  environment: Environment | null
  app_id: string | null
  sequence: number
  type: string
  ref: Record<string, string>
  at: Date
}

export interface Follower {
  close(): Promise<void>
}

const batch = 1000

/** The newest position: whoever starts here hears all that comes after. */
export async function eventPosition({ database }: Ground): Promise<number> {
  const [row] = await database.query<{ position: number }>(
    'select app.event_position() as position',
  )
  return row?.position ?? 0
}

export function followEvents(
  { database, bus, log }: Ground,
  start: number,
  hear: (events: readonly NumberedEvent[]) => void,
): Follower {
  let position = start
  const rounds = createRounds(
    async () => {
      const query = 'select * from app.events_after($1, $2)'
      const rows = await database.query<EventRow>(query, [position, batch])
      if (rows.length === 0) return
      hear(rows.map(eventOf))
      position = rows.at(-1)?.position ?? position
      if (rows.length === batch) rounds.now()
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

export const eventOf = (row: EventRow): NumberedEvent => ({
  position: row.position,
  tenantId: row.tenant_id,
  environment: row.environment,
  appId: row.app_id,
  sequence: row.sequence,
  type: row.type,
  ref: row.ref,
  at: row.at,
})
