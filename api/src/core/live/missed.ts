import type { TenantPrincipal } from '../access/index.ts'
import { eventOf, type EventRow, type NumberedEvent } from '../events/index.ts'
import type { Scope, Scopes } from '../scope/index.ts'

export interface Missed {
  readonly events: readonly NumberedEvent[]
  /** The newest sequence up to the position that was asked for. */
  readonly head: number
}

/** So many are told one by one; of what lies further back, the newest of each type is enough. */
const missedMax = 2000

/** What a listener has missed since a sequence, as far as the hub of this process has come. */
export function readMissed(
  scopes: Scopes,
  principal: TenantPrincipal,
  isTold: (event: NumberedEvent) => boolean,
  { since, upTo }: { since: number | undefined; upTo: number },
): Promise<Missed> {
  return scopes.run(
    principal,
    async (scope) => {
      const numbered = () => scope.db<EventRow>('events').where('position', '<=', upTo)
      const newest = await numbered().orderBy('sequence', 'desc').first('sequence')
      const head = newest?.sequence ?? 0
      if (since === undefined || since >= head)
        return { events: [], head: Math.max(head, since ?? 0) }
      const rows = await numbered()
        .where('sequence', '>', since)
        .orderBy('sequence', 'desc')
        .limit(missedMax)
      const older =
        rows.length < missedMax
          ? []
          : await newestOfEachType(scope, since, rows.at(-1)?.sequence ?? 0)
      return { events: [...older, ...rows.toReversed()].map(eventOf).filter(isTold), head }
    },
    { readOnly: true },
  )
}

async function newestOfEachType(scope: Scope, since: number, before: number): Promise<EventRow[]> {
  const { rows } = await scope.db.raw<EventRow>(
    `select distinct on (type, app_id) * from events
     where sequence > ? and sequence < ? order by type, app_id, sequence desc`,
    [since, before],
  )
  return rows.toSorted((one, other) => one.sequence - other.sequence)
}
