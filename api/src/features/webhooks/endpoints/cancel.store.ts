import type { Scope } from '../../../core/scope/index.ts'

const lot = 1000

/**
 * Cancels some of what waits for an endpoint that was deleted; says whether there may be more. One that is
 * just being written is left for the next time.
 */
export async function cancelSome(scope: Scope, endpointId: string): Promise<boolean> {
  const { rows } = await scope.db.raw<{ id: string }>(
    `with waiting as (
       select d.id from webhook_deliveries d
       where d.tenant_id = ? and d.endpoint_id = ? and d.due_at is not null and exists (
         select from webhook_endpoints e
         where e.tenant_id = d.tenant_id and e.id = d.endpoint_id and e.deleted_at is not null
       )
       order by d.due_at, d.id limit ${lot} for update of d skip locked
     )
     update webhook_deliveries d set state = 'cancelled', due_at = null, settled_at = ?
     from waiting where d.tenant_id = ? and d.id = waiting.id
     returning d.id`,
    [scope.tenantId, endpointId, scope.now(), scope.tenantId],
  )
  return rows.length === lot
}

/** Those that were deleted and still have something waiting, by whatever mischance. */
export async function stillWaitedFor(scope: Scope): Promise<string[]> {
  const { rows } = await scope.db.raw<{ id: string }>(
    `select e.id from webhook_endpoints e
     where e.tenant_id = ? and e.deleted_at is not null and exists (
       select from webhook_deliveries d
       where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.due_at is not null
     )`,
    [scope.tenantId],
  )
  return rows.map(({ id }) => id)
}
