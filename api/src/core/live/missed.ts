import { ownIds, type TenantPrincipal } from '../access/index.ts'
import { eventOf, type EventRow, type NumberedEvent } from '../events/index.ts'
import type { Scope, Scopes } from '../scope/index.ts'
import type { Hearing } from './audience.ts'

export interface Missed {
  readonly events: readonly NumberedEvent[]
  /** The newest sequence up to the position that was asked for. */
  readonly head: number
}

/** So many are told one by one; of what lies further back, the newest of each type is enough. */
const missedMax = 2000

export interface Reader {
  readonly principal: TenantPrincipal
  readonly isTold: (event: NumberedEvent) => boolean
  readonly forSome: Hearing['forSome']
}

/** What a listener has missed since a sequence, as far as the hub of this process has come. */
export function readMissed(
  scopes: Scopes,
  { principal, isTold, forSome }: Reader,
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
          : await newestOfEachType(scope, forSome, since, rows.at(-1)?.sequence ?? 0)
      return { events: [...older, ...rows.toReversed()].map(eventOf).filter(isTold), head }
    },
    { readOnly: true },
  )
}

/** Of a type that is for some alone, the newest that is for whoever asks. */
async function newestOfEachType(
  scope: Scope,
  forSome: Hearing['forSome'],
  since: number,
  before: number,
): Promise<EventRow[]> {
  const { principal } = scope
  const types = [...forSome].map(([type, { id: field, orScope }]) => ({ type, field, orScope }))
  const { rows } = await scope.db.raw<EventRow>(
    `select distinct on (e.type, e.app_id) e.* from events e
     left join jsonb_to_recordset(?::jsonb) as whose(type text, field text, "orScope" text)
       using (type)
     where e.sequence > ? and e.sequence < ?
       and (whose.field is null or e.ref ->> whose.field = any(?::text[])
            or e.ref ->> whose."orScope" = any(?::text[]))
     order by e.type, e.app_id, e.sequence desc`,
    [JSON.stringify(types), since, before, ownIds(principal), [...principal.scopes]],
  )
  return rows.toSorted((one, other) => one.sequence - other.sequence)
}
