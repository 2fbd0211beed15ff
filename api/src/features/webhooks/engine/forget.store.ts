import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf } from '../../logs/index.ts'

export const lotRows = 5000

/**
 * A lot of what was to be delivered before, with its attempts; whether there may be more. What still waits,
 * for it was replayed on its last day, is left until it is over.
 */
export async function forgetBefore(
  scope: Scope,
  before: Date,
  lot: number = lotRows,
): Promise<boolean> {
  const { rows } = await scope.db.raw<{ many: number }>(
    `with old as (
       select id from webhook_deliveries
       where tenant_id = ? and id < app.first_id_of(?::timestamptz::date) and due_at is null
       order by id limit ?
     ), attempts as (
       delete from webhook_attempts a using old where a.tenant_id = ? and a.delivery_id = old.id
     ), gone as (
       delete from webhook_deliveries d using old where d.tenant_id = ? and d.id = old.id returning 1
     ) select count(*)::int as many from gone`,
    [scope.tenantId, before, lot, scope.tenantId, scope.tenantId],
  )
  return rows[0]?.many === lot
}

/** The same of what happened, as far as everybody has read it and no delivery is made of it any more. */
export async function forgetEvents(scope: Scope, before: Date, lot: number): Promise<boolean> {
  const { rows } = await scope.db.raw<{ many: number }>(
    'select app.forget_events(?::uuid, ?) as many',
    [firstIdOf(before), lot],
  )
  return rows[0]?.many === lot
}
