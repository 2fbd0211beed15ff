import { Problem } from '../problems/index.ts'
import type { Scope } from '../scope/index.ts'
import type { Principal } from './principal.ts'

interface TenantRow {
  readonly id: string
  readonly suspended_because: string | null
  readonly plan?: string
}

/**
 * Asked in the message that opens a request's transaction, so that it takes no round trip of its own:
 * of the tenant, if any, that the door has just set.
 */
export const tenantThere = `select id, suspended_because, plan from tenants
  where id = nullif(current_setting('app.tenant_id', true), '')::uuid`

/**
 * Refuses whoever belongs to a tenant that Sonaqor has suspended, and says why. It is read in the
 * request's own transaction, so it holds from the next request on; the house itself and its staff go on.
 */
export async function requireOpenTenant(
  scope: Scope,
  { kind, tenantId }: Pick<Principal, 'kind' | 'tenantId'> = scope.principal,
  told: readonly unknown[] = [],
): Promise<void> {
  if (tenantId === null || kind === 'staff' || kind === 'system') return
  const known = (told as readonly TenantRow[]).find(({ id }) => id === tenantId)
  const tenant = known ?? (await findTenant(scope, tenantId))
  if (!tenant || tenant.suspended_because === null) return
  throw new Problem('tenant-suspended', {
    detail: `Sonaqor has suspended this tenant: ${tenant.suspended_because}`,
  })
}

function findTenant(scope: Scope, id: string): Promise<TenantRow | undefined> {
  return scope.db<TenantRow>('tenants').where({ id }).first('id', 'suspended_because')
}

/** The plan of the principal's tenant, as it was told along with the door; unknown where there was none. */
export function planOf(
  { tenantId }: Pick<Principal, 'tenantId'>,
  told: readonly unknown[],
): string | undefined {
  return (told as readonly TenantRow[]).find(({ id }) => id === tenantId)?.plan
}
