import type { Scope } from '../../../core/scope/index.ts'

/**
 * Nobody is brought them: they have open screens look again, and who comes back after a day looks anyway.
 * Written as in the index `events_hints`, which finds them.
 */
const hints = `('webhooks.attempted', 'webhooks.received', 'webhooks.inbox-changed', 'jobs.changed')`

/** A lot of those from before that every reader is through with; whether there may be more. */
export async function forgetHints(scope: Scope, before: Date, lot: number): Promise<boolean> {
  const { rows } = await scope.db.raw<{ many: number }>(
    `with old as (
       select id from events
       where tenant_id = ? and type in ${hints} and id < app.first_id_of(?::timestamptz::date)
         and position <= (select min(position) from event_readers)
         and not exists (select from event_reader_delays where tenant_id = ?)
       order by id limit ?
     ), gone as (
       delete from events using old where events.tenant_id = ? and events.id = old.id returning 1
     ) select count(*)::int as many from gone`,
    [scope.tenantId, before, scope.tenantId, lot, scope.tenantId],
  )
  return rows[0]?.many === lot
}
