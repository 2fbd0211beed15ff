import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf } from '../../logs/index.ts'

/** So much at once of what is older; each begins where the one before it ended. */
export interface Lot {
  readonly before: Date
  readonly after: string
  readonly rows: number
}

/** Where a lot ended, for the next to begin there; null where all is forgotten. */
export type Ended = string | null

/**
 * A lot of what was to be delivered before, with its attempts. What still waits, for it was replayed on its
 * last day, is left until it is over, and so is what somebody is just having sent again.
 */
export async function forgetBefore(scope: Scope, lot: Lot): Promise<Ended> {
  const { rows } = await scope.db.raw<{ ended: Ended }>(
    `with old as (
       select id from webhook_deliveries
       where tenant_id = ? and id > ? and id < ? and due_at is null
       order by id limit ? for update skip locked
     ), attempts as (
       delete from webhook_attempts a using old where a.tenant_id = ? and a.delivery_id = old.id
     ), gone as (
       delete from webhook_deliveries d using old where d.tenant_id = ? and d.id = old.id
       returning d.id
     ) ${endOf}`,
    [
      scope.tenantId,
      lot.after,
      firstIdOf(lot.before),
      lot.rows,
      scope.tenantId,
      scope.tenantId,
      lot.rows,
    ],
  )
  return rows[0]?.ended ?? null
}

/** Of a lot that is full, the last of what is `gone`. */
export const endOf =
  'select case when count(*) = ? then (array_agg(id order by id desc))[1] end as ended from gone'

/** The same of what happened, as far as everybody has read it and no delivery is made of it any more. */
export async function forgetEvents(scope: Scope, lot: Lot): Promise<Ended> {
  const { rows } = await scope.db.raw<{ ended: Ended }>(
    'select app.forget_events(?, ?, ?) as ended',
    [lot.after, firstIdOf(lot.before), lot.rows],
  )
  return rows[0]?.ended ?? null
}
