/** Tenants as Sonaqor knows them, by doors that tell nothing of what is in them. */
import type { StaffTenant } from '@sonaqor/contract/staff'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'

interface TenantRow {
  readonly id: string
  readonly name: string
  readonly plan: string
  readonly demo: boolean
  readonly founded_at: Date
  readonly members: number
  readonly suspended_at: Date | null
  readonly suspended_because: string | null
  readonly revision: number
}

interface TenantsQuery {
  readonly search?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

export function listTenants(
  scope: Scope,
  session: string,
  { limit, cursor, search = '' }: TenantsQuery,
): Promise<PageReply<StaffTenant>> {
  const all = scope.db.raw(
    'directory.staff_tenants(?::uuid, ?::text, null, ?::timestamptz) as found',
    [session, search === '' ? null : search, scope.now()],
  )
  return page<TenantRow, StaffTenant>(scope, scope.db('found').from(all).select('found.*'), {
    limit,
    cursor,
    filter: { search },
    sort: [
      { column: 'name', order: 'asc' },
      { column: 'id', order: 'asc' },
    ],
    item: toTenant,
  })
}

export async function findTenant(
  scope: Scope,
  session: string,
  id: string,
): Promise<StaffTenant | undefined> {
  const [row] = await scope.through<TenantRow>(
    'directory.staff_tenants',
    session,
    null,
    id,
    scope.now(),
  )
  return row && toTenant(row)
}

/** Says whether it was otherwise; without a reason the tenant works again. */
export async function suspend(
  scope: Scope,
  session: string,
  id: string,
  reason: string | null,
): Promise<boolean> {
  const [row] = await scope.through<{ suspend_tenant: boolean }>(
    'directory.suspend_tenant',
    session,
    id,
    reason,
    scope.now(),
  )
  return row?.suspend_tenant ?? false
}

/** False where somebody has changed the tenant since that revision. */
export async function putPlan(
  scope: Scope,
  session: string,
  { id, plan, seen }: { readonly id: string; readonly plan: string; readonly seen: number },
): Promise<boolean> {
  const door = 'directory.put_plan'
  const [row] = await scope.through<{ put_plan: boolean }>(
    door,
    session,
    id,
    plan,
    seen,
    scope.now(),
  )
  return row?.put_plan ?? false
}

function toTenant(row: TenantRow): StaffTenant {
  const { id, name, plan, demo, members, suspended_at: at, suspended_because: reason } = row
  return {
    id,
    name,
    plan,
    demo,
    foundedAt: row.founded_at.toISOString(),
    members,
    suspended: at && reason !== null ? { at: at.toISOString(), reason } : null,
    revision: row.revision,
  }
}
