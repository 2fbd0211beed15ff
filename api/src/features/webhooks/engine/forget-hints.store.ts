import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf } from '../../logs/index.ts'
import { endOf, type Ended, type Lot } from './forget.store.ts'

/**
 * Nobody is brought them: they have open screens look again, and who comes back after a day looks anyway.
 * Written as in the index `events_hints`, which finds them.
 */
const hints = `('webhooks.attempted', 'webhooks.received', 'webhooks.inbox-changed', 'jobs.changed')`

/** A lot of those from before that every reader is through with. */
export async function forgetHints(scope: Scope, lot: Lot): Promise<Ended> {
  const { rows } = await scope.db.raw<{ ended: Ended }>(
    `with old as (
       select id from events
       where tenant_id = ? and type in ${hints} and id > ? and id < ?
         and position <= (select app.read_by_everybody())
       order by id limit ?
     ), gone as (
       delete from events using old where events.tenant_id = ? and events.id = old.id
       returning events.id
     ) ${endOf}`,
    [scope.tenantId, lot.after, firstIdOf(lot.before), lot.rows, scope.tenantId, lot.rows],
  )
  return rows[0]?.ended ?? null
}
